"""Where requests go: hosts and ports, and what is set on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cdk8s_iter8.traffic.version import Version


@dataclass(frozen=True)
class Address:
    """A host and a port of the cluster.

    Attributes:
        host: DNS name.
        port: TCP port; None where the route's own port is kept.
    """

    host: str
    port: int | None = None


@dataclass(frozen=True)
class Backend:
    """Where a version's requests go.

    Attributes:
        name: What the response header ``app-version`` says: the name of the version's object.
        namespace: The object's namespace.
        address: Where requests are sent.
        request_headers: Request headers that are set on the way.
        removed_request_headers: Request headers that are removed on the way.
        rewrite_uri: The path that requests get, if it is rewritten.
        mirror: Where copies are sent; None where none can be.
    """

    name: str
    namespace: str
    address: Address
    request_headers: Mapping[str, str] = field(default_factory=dict)
    removed_request_headers: tuple[str, ...] = ()
    rewrite_uri: str | None = None
    mirror: Address | None = None


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

    Its own Service is an alias of Knative's gateway, so only the Host tells versions apart, and the port is 80
    whatever the container's is. For copies Istio keeps the primary's Host, so they go past that gateway, straight
    to the pods (see `cdk8s_iter8.objects.mirror_service`).
    """
    host = f"{version.name}.{version.namespace}.svc.cluster.local"
    mirror = f"{version.name}-mirror.{version.namespace}.svc.cluster.local"
    return Backend(
        name=version.name,
        namespace=version.namespace,
        address=Address(host, 80),
        request_headers={"Host": host},
        mirror=Address(mirror, 80),
    )
