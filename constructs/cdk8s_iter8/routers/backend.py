"""Where a version's requests go, which objects it is made of, and what is set on the way."""

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
        port: TCP port; None where the route's own port is kept.
    """

    host: str
    port: int | None = None


@dataclass(frozen=True)
class ServiceAddress:
    """A Service of the cluster and a port of it.

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
        name: What the response header ``app-version`` says: the name of the version's object.
        namespace: The object's namespace.
        address: Where requests are sent.
        resources: The objects that must be there, and ready, for the version to get requests.
        request_headers: Request headers that are set on the way.
        removed_request_headers: Request headers that are removed on the way.
        rewrite_uri: The path that requests get, if it is rewritten.
        mirror: Where copies are sent; None where none can be.
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
    """Returns the names of a Service that hold in every namespace.

    Example:
        >>> service_names("hello", "default")
        ('hello.default', 'hello.default.svc', 'hello.default.svc.cluster.local')
    """
    short = f"{name}.{namespace}"
    return (short, f"{short}.svc", f"{short}.svc.cluster.local")


def knative_backend(version: Version) -> Backend:
    """Returns where requests to a Knative Service go.

    Knative makes a Service of the same name, an alias of Knative's gateway. So only the Host tells versions apart, and
    the port is 80 whatever the container's port is. On a copy Istio keeps the primary's Host, so copies go past that
    gateway, straight to the pods (see `cdk8s_iter8.MirrorService`).

    Args:
        version: The version, as its Knative Service is named.
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
    """Returns the name of the Service that copies of requests to a Knative Service are sent to."""
    return f"{version}-mirror"
