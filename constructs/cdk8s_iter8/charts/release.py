"""A release as a chart, with all its objects."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from cdk8s import Chart
from constructs import Construct

from cdk8s_iter8.iter8.resource_type import HTTP_ROUTE_VERSION
from cdk8s_iter8.objects.duplicates import note_app
from cdk8s_iter8.objects.part import default_namespace, own_id
from cdk8s_iter8.objects.typed import add_manifests
from cdk8s_iter8.release.check import load, load_layered, resolve_mapping, resolve_release
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.one_of_types import one_of_types
from cdk8s_iter8.validation.scalars import HttpRouteVersion, Id, Namespace
from cdk8s_iter8.values.release import AnyValues

GivenRelease = Annotated[
    AnyValues | ResolvedRelease | Mapping[str, Any] | str | Path | list[str | Path],
    one_of_types("values of a release (a model, a mapping with the keys of a file, a file's path, or a list of paths)"),
]


@checked
class Release(Chart):
    """A progressive release of an application, from the values of the Iter8 chart `release`.

    Emits, in this order: the routemap (a ConfigMap); the objects of every version and, if the strategy uses weights,
    its weight-config (a ConfigMap); the objects for mirrored requests; the entry point. All objects have a namespace
    and the labels of the release (`release_labels`). The routemap is first: if the objects are deleted in order, the
    route goes first.

    Attributes:
        resolved: The resolved release: environment, strategy, application and traffic plan.

    Example:
        >>> import cdk8s
        >>> release = Release(cdk8s.App(outdir="out"), "hello", values="releases/hello.yaml")
        >>> [manifest["kind"] for manifest in release.to_json()]
        ['ConfigMap', 'Service', 'ConfigMap', 'Service', 'ConfigMap', 'Service']
    """

    def __init__(
        self,
        scope: Construct,
        id: Id,
        *,
        values: GivenRelease,
        namespace: Namespace | None = None,
        http_route_version: HttpRouteVersion = HTTP_ROUTE_VERSION,
    ) -> None:
        """Adds the chart.

        Args:
            scope: The app.
            id: The chart's id. It is the application's name, unless the values name it or are one file.
            values: Values of a release: a model, a mapping with the keys of a file, or a file, whose stem is the
                release's name. Or a list of files: a file is laid over the files before it. Or a resolved release; then
                the other arguments are not used.
            namespace: The application's namespace, unless the values say otherwise; default: the namespace of the
                chart around this chart, else ``default``.
            http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``, as in the controller's
                ``resourceTypes.httproute``.

        Raises:
            ValuesError: All problems of the arguments and the values, one line for each.
        """
        with own_id(scope, id):
            super().__init__(scope, id)
        if isinstance(values, ResolvedRelease):
            self.resolved = values
        else:
            self.resolved = _resolved(values, id, namespace or default_namespace(scope), http_route_version)
        note_app(self, scope)
        add_manifests(self, self.resolved.manifests())


def _resolved(
    values: AnyValues | Mapping[str, Any] | str | Path | list[str | Path],
    name: str,
    namespace: str,
    http_route_version: str,
) -> ResolvedRelease:
    if isinstance(values, str | Path):
        return load(values, namespace, http_route_version)
    if isinstance(values, list):
        return load_layered(name, values, namespace=namespace, http_route_version=http_route_version)
    if isinstance(values, Mapping):
        return resolve_mapping(values, name, namespace, http_route_version)
    return resolve_release(values, name, namespace, http_route_version)
