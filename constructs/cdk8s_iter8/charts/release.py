"""A release as a chart: values in, all its objects out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from cdk8s import Chart
from constructs import Construct

from cdk8s_iter8.iter8.resource_type import HTTP_ROUTE_VERSION
from cdk8s_iter8.objects.part import default_namespace, own_id
from cdk8s_iter8.objects.typed import add_manifest
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

    Emits, in this order: the routemap (a ConfigMap); what the environment makes of each version and, where the strategy
    uses weights, each version's weight-config (a ConfigMap); what the environment needs to mirror; the entry point.
    All have a namespace and the labels of the release (`release_labels`). The routemap is first so that deleting the
    objects in order takes the route away first.

    Attributes:
        resolved: The release, resolved: its environment, strategy, application and traffic plan.

    Example:
        >>> import cdk8s
        >>> release = Release(cdk8s.App(outdir="out"), "hello", values="releases/hello.yaml")
        >>> [each["kind"] for each in release.to_json()]
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
            id: The chart's id and, where values do not name it and are not one file, the application's name.
            values: Values of a release, as a model or a mapping with the keys of a file; or a file of them, whose stem
                is the release's name; or a list of files, of which each one is laid over those before it; or a
                release that is resolved, for which nothing else is looked at.
            namespace: The application's namespace, unless the values say otherwise; default: that of the chart that
                this one is in, else ``default``.
            http_route_version: API version of an HTTPRoute, ``v1beta1`` or ``v1``: the one that the controller's
                ``resourceTypes.httproute`` names.

        Raises:
            ValuesError: Everything that is wrong with the arguments or the values, a line each.
        """
        with own_id(scope, id):
            super().__init__(scope, id)
        self.resolved = _resolved(values, id, namespace or default_namespace(scope), http_route_version)
        for manifest in self.resolved.manifests():
            add_manifest(self, manifest)


def _resolved(
    values: AnyValues | ResolvedRelease | Mapping[str, Any] | str | Path | list[str | Path],
    name: str,
    namespace: str,
    http_route_version: str,
) -> ResolvedRelease:
    if isinstance(values, ResolvedRelease):
        return values
    if isinstance(values, str | Path):
        return load(values, namespace, http_route_version)
    if isinstance(values, list):
        return load_layered(name, values, namespace=namespace, http_route_version=http_route_version)
    if isinstance(values, Mapping):
        return resolve_mapping(values, name, namespace, http_route_version)
    return resolve_release(values, name, namespace, http_route_version)
