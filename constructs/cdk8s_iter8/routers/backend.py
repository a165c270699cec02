"""The backend of a version: where its requests go, its objects, and the headers that a route sets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from cdk8s_iter8.iter8.routemap_spec import Resource
from cdk8s_iter8.traffic.version import Version


@dataclass(frozen=True)
class HostAddress:
    """A host and a port.

    Attributes:
        host: DNS name.
        port: TCP port; None: the route names no port.
    """

    host: str
    port: int | None = None


@dataclass(frozen=True)
class ServiceAddress:
    """A Service of the cluster and one of its ports.

    Attributes:
        name: The Service's name.
        namespace: The Service's namespace.
        port: TCP port.

    Example:
        >>> ServiceAddress("hello-1-mirror", "default", 80).host
        'hello-1-mirror.default.svc.cluster.local'
    """

    name: str
    namespace: str
    port: int

    @property
    def host(self) -> str:
        """The Service's DNS name."""
        return f"{self.name}.{self.namespace}.svc.cluster.local"


BackendAddress: TypeAlias = HostAddress | ServiceAddress


@dataclass(frozen=True)
class Backend:
    """Where a version's requests go, and the objects that answer them.

    Attributes:
        name: The name of the version's object; also the value of the response header ``app-version``.
        namespace: The object's namespace.
        address: Where requests are sent.
        resources: The objects that must exist and be ready for the version to get requests.
        request_headers: Request headers that the route sets.
        removed_request_headers: Request headers that the route removes.
        rewrite_uri: The path that the route writes into requests; None: requests keep their path.
        mirror: Where mirrored requests are sent; None: requests cannot be mirrored to the version.
    """

    name: str
    namespace: str
    address: BackendAddress
    resources: tuple[Resource, ...] = ()
    request_headers: Mapping[str, str] = field(default_factory=dict)
    removed_request_headers: tuple[str, ...] = ()
    rewrite_uri: str | None = None
    mirror: BackendAddress | None = None


def service_names(name: str, namespace: str) -> tuple[str, ...]:
    """Returns the DNS names of a Service that are valid in every namespace.

    Example:
        >>> service_names("hello", "default")
        ('hello.default', 'hello.default.svc', 'hello.default.svc.cluster.local')
    """
    short = f"{name}.{namespace}"
    return (short, f"{short}.svc", f"{short}.svc.cluster.local")


def knative_backend(version: Version) -> Backend:
    """Returns the backend of a version that is a Knative Service.

    Knative makes a Service of the same name, an alias of Knative's gateway. The gateway tells versions apart by the
    header Host, and its port is 80 for every port of a container. A mirrored request keeps the primary's Host, so it
    cannot go through that gateway. It goes directly to the pods (see `cdk8s_iter8.MirrorService`).

    Args:
        version: The version, with the metadata of its Knative Service.
    """
    address = ServiceAddress(version.name, version.namespace, 80)
    return Backend(
        name=version.name,
        namespace=version.namespace,
        address=address,
        resources=(Resource("ksvc", version.name, version.namespace),),
        request_headers={"Host": address.host},
        mirror=ServiceAddress(mirror_name(version.name), version.namespace, 80),
    )


def mirror_name(version: str) -> str:
    """Returns the name of the Service for requests that are mirrored to a Knative Service."""
    return f"{version}-mirror"
