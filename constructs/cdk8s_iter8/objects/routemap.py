"""The routemap: what the Iter8 controller reads."""

from collections.abc import Mapping, Sequence

from cdk8s_plus_27.k8s import KubeConfigMap, ObjectMeta
from constructs import Construct

from cdk8s_iter8.iter8.routemap_spec import ITER8_VERSION, RoutemapVersion, RoutingTemplate, str_spec
from cdk8s_iter8.validation.arguments import Arguments
from cdk8s_iter8.validation.scalars import Iter8Version, Name, Namespace


class _Arguments(Arguments):
    name: Name
    namespace: Namespace
    iter8_version: Iter8Version


class Routemap(Construct):
    """The versions of an application, and the templates of its routes.

    Emits one object: a ConfigMap ``APPLICATION-routemap`` whose labels make the controller take it, with the versions
    and the templates as YAML under ``strSpec`` (Iter8 controllers/routemap.go).

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
        id: str,
        *,
        name: str,
        namespace: str = "default",
        versions: Sequence[RoutemapVersion],
        templates: Mapping[str, RoutingTemplate] | None = None,
        iter8_version: str = ITER8_VERSION,
    ) -> None:
        """Adds the ConfigMap.

        Args:
            scope: Where it is added, usually a chart; before the versions, so that deleting a file's objects in order
                takes the route away first.
            id: Its id there.
            name: The application's name.
            namespace: The application's namespace, also that of the routes.
            versions: The versions, the primary first; at least one.
            templates: Routing templates by name; none: nothing is routed.
            iter8_version: The version label that the controller takes routemaps by.

        Raises:
            ValueError: There is no version, or Kubernetes would refuse a name; a line for each.
        """
        super().__init__(scope, id)
        _Arguments.check(self.node.path, name=name, namespace=namespace, iter8_version=iter8_version)
        if not versions:
            raise ValueError(f"{self.node.path}: a routemap needs at least one version")
        labels = {
            "app.kubernetes.io/managed-by": "iter8",
            "iter8.tools/kind": "routemap",
            "iter8.tools/version": iter8_version,
        }
        KubeConfigMap(
            self,
            "config",
            metadata=ObjectMeta(name=f"{name}-routemap", namespace=namespace, labels=labels),
            data={"strSpec": str_spec(versions, templates or {})},
        )
