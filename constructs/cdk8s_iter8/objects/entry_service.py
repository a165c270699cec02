"""The entry point of a release that is routed by Gateway API."""

from constructs import Construct

from cdk8s_iter8.manifests.entry_service import entry_service
from cdk8s_iter8.objects.part import Part, default_namespace
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.scalars import Id, Name, Namespace


@checked
class EntryService(Part):
    """The name that callers in a mesh use for an application.

    Emits one object: a Service with the application's name. It is the parent of an HTTPRoute, which takes its requests.
    Its selector, ``app: NAME``, matches no pods.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "httpbin")
        >>> _ = EntryService(chart, "service", name="httpbin")
        >>> chart.to_json()[0]["spec"]
        {'ports': [{'port': 80}], 'selector': {'app': 'httpbin'}}
    """

    def __init__(self, scope: Construct, id: Id, *, name: Name, namespace: Namespace | None = None) -> None:
        """Adds the Service.

        Args:
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            name: The application's name.
            namespace: The application's namespace; default: the chart's, else ``default``.

        Raises:
            ValuesError: An argument is wrong; one line for each problem.
        """
        super().__init__(scope, id)
        self.add(entry_service(name, namespace or default_namespace(scope)))
