"""Permission for a route to reach a version in another namespace."""

from constructs import Construct

from cdk8s_iter8.manifests.route_grant import route_grant
from cdk8s_iter8.objects.part import Part, default_namespace, placed
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.scalars import Id, Name, Namespace


@checked
class RouteGrant(Part):
    """Lets an application's HTTPRoute send requests to a version's Service in another namespace.

    Emits one object: a ReferenceGrant (gateway.networking.k8s.io/v1beta1) in the version's namespace. Without it, such
    requests get an error.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> _ = RouteGrant(chart, "grant", version=Version("hello-1", "beta"), application="hello", namespace="default")
        >>> chart.to_json()[0]["metadata"]
        {'name': 'hello-hello-1', 'namespace': 'beta'}
    """

    def __init__(
        self, scope: Construct, id: Id, *, version: Version, application: Name, namespace: Namespace | None = None
    ) -> None:
        """Adds the ReferenceGrant.

        Args:
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            version: The version: name and namespace of its Service.
            application: The application's name.
            namespace: The application's namespace; default: the chart's, else ``default``.

        Raises:
            ValuesError: An argument is wrong; one line for each problem.
        """
        super().__init__(scope, id)
        target, namespace = placed(version, scope), namespace or default_namespace(scope)
        self.add(route_grant(target.name, target.namespace, application=application, namespace=namespace))
