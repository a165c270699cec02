"""The routemap: the ConfigMap that the controller reads."""

from collections.abc import Mapping, Sequence

from constructs import Construct

from cdk8s_iter8.iter8.routemap_spec import ITER8_VERSION, RoutemapVersion, RoutingTemplate
from cdk8s_iter8.manifests.routemap import routemap
from cdk8s_iter8.objects.part import Part, default_namespace
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.scalars import Id, Iter8Version, Name, Namespace, Text


@checked
class Routemap(Part):
    """The versions of an application, and the templates of its routes.

    Emits one object: a ConfigMap ``APPLICATION-routemap``, with the labels by which the controller takes it. Versions
    and templates are YAML under the key ``strSpec`` (Iter8 controllers/routemap.go).

    Example:
        >>> import cdk8s
        >>> from cdk8s_iter8.iter8.routemap_spec import Resource
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> version = RoutemapVersion(resources=(Resource("ksvc", "hello-0", "default"),))
        >>> _ = Routemap(chart, "routemap", name="hello", versions=[version])
        >>> print(chart.to_json()[0]["data"]["strSpec"], end="")
        versions:
        - resources:
          - gvrShort: ksvc
            name: hello-0
            namespace: default
    """

    def __init__(
        self,
        scope: Construct,
        id: Id,
        *,
        name: Name,
        namespace: Namespace | None = None,
        versions: Sequence[RoutemapVersion],
        templates: Mapping[Text, RoutingTemplate] | None = None,
        iter8_version: Iter8Version = ITER8_VERSION,
    ) -> None:
        """Adds the ConfigMap.

        Args:
            scope: Where the routemap is added, usually a chart. Add it before the versions: if a file's objects are
                deleted in order, the route goes first.
            id: Its id there.
            name: The application's name.
            namespace: The application's namespace, also that of the routes; default: the chart's, else ``default``.
            versions: The versions, the primary first; at least one.
            templates: Routing templates by name; empty: nothing is routed.
            iter8_version: The version label; a controller takes only routemaps with its own version.

        Raises:
            ValuesError: An argument is wrong, or there is no version. One line for each problem.
        """
        super().__init__(scope, id)
        if not versions:
            raise ValuesError([f"{self.node.path}: a routemap needs at least one version"])
        self.add(routemap(name, namespace or default_namespace(scope), versions, templates or {}, iter8_version))
