"""The names of an application's objects, and the names that two objects would share."""

from collections.abc import Iterator
from dataclasses import dataclass

from cdk8s_iter8.iter8.routemap_spec import weight_resource
from cdk8s_iter8.routers.backend import Backend, ServiceAddress
from cdk8s_iter8.routing.routing import Routing
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.scalars import LONGEST_NAME

VERSION = "version"


@dataclass(frozen=True)
class TakenName:
    """The name of an object of a release.

    Attributes:
        kind: The controller's short name of the object's type, such as ``svc``; `VERSION` for a version itself.
        namespace: The object's namespace.
        name: The object's name.
        version: The position of the version that the object belongs to; None: the object is the application's.
        source: The name in values that this name is made of: of a version, or of one of its objects.
        mirrored: The version to which this object mirrors requests; None: it mirrors no requests.
    """

    kind: str
    namespace: str
    name: str
    version: int | None
    source: str = ""
    mirrored: str | None = None

    @property
    def identity(self) -> tuple[str, str, str]:
        """Kind, namespace and name, which no two objects share."""
        return self.kind, self.namespace, self.name


def taken_names(routing: Routing) -> Iterator[TakenName]:
    """Yields the names of an application's versions, their objects, its route, and the Services that Knative makes.

    Args:
        routing: The application with its strategy, router and backends.
    """
    application, router = routing.application, routing.router
    kinds = {"cm": f"{application.name}-routemap"}
    if routing.has_entry:
        kinds["svc"] = application.name
    if routing.declared_plan and router:
        kinds[router.gvr_short] = application.name
    for kind, name in kinds.items():
        yield TakenName(kind, application.namespace, name, None)
    for index, (version, backend) in enumerate(zip(application.versions, routing.backends, strict=True)):
        yield from _version_names(routing, index, version, backend)


def _version_names(routing: Routing, index: int, version: Version, backend: Backend) -> Iterator[TakenName]:
    yield TakenName(VERSION, version.namespace, version.name, index, version.name)
    for resource in backend.resources:
        yield TakenName(resource.gvr_short, resource.namespace, resource.name, index, resource.name)
    if routing.strategy.weighted:
        config = weight_resource(version.name, version.namespace)
        yield TakenName(config.gvr_short, config.namespace, config.name, index, version.name)
    yield TakenName("svc", backend.namespace, backend.name, index, backend.name)
    if version.mirrored and isinstance(backend.mirror, ServiceAddress) and backend.mirror != backend.address:
        name = backend.mirror.name
        yield TakenName("svc", backend.namespace, name, index, backend.name, mirrored=backend.name)


def name_problems(routing: Routing) -> Iterator[tuple[TakenName, str]]:
    """Yields names that two objects of an application would share, and names that are too long, with the error text.

    Args:
        routing: The application with its strategy, router and backends.
    """
    taken: dict[tuple[str, str, str], TakenName] = {}
    clashing: set[int] = set()
    for name in taken_names(routing):
        if name.mirrored and len(name.name) > LONGEST_NAME:
            text = f"'{name.mirrored}' is too long to be mirrored to: '{name.name}' has {len(name.name)} characters, "
            yield name, f"{text}at most {LONGEST_NAME} are possible"
        other = taken.setdefault(name.identity, name)
        if name.version is not None and name.version not in clashing and other.version != name.version:
            clashing.add(name.version)
            yield name, _clash(name, other)
    if routing.application.session_affinity:
        yield from _same_cookies(routing, clashing)


def _clash(name: TakenName, other: TakenName) -> str:
    if mirrored := name.mirrored or other.mirrored:
        return f"'{name.name}' is needed to mirror requests to '{mirrored}'; use another name"
    if other.version is not None:
        return f"'{name.name}' is the name of another version too"
    return f"'{name.name}' is the application's name, which its entry Service has; name the version otherwise"


def _same_cookies(routing: Routing, clashing: set[int]) -> Iterator[tuple[TakenName, str]]:
    names: set[str] = set()
    for index, version in enumerate(routing.application.versions):
        if version.name in names and index not in clashing:
            text = "is the name of a version in another namespace too: a user's cookie would not tell them apart"
            taken = TakenName(VERSION, version.namespace, version.name, index, version.name)
            yield taken, f"'{version.name}' {text}"
        names.add(version.name)
