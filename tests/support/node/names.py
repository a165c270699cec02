"""The names of Services, as a cluster's DNS knows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.support.node.api import Key, Object

DOMAIN = "svc.cluster.local"
HOPS = 8
"""How many ExternalNames may follow each other."""


@dataclass(frozen=True)
class Found:
    """What a name stands for: other names that were followed, then addresses."""

    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


def lookup(name: str, services: Mapping[Key, Object], endpoints: Mapping[Key, Object]) -> Found | None:
    """The addresses of a Service's whole name; None for a name that no Service has."""
    aliases: list[str] = []
    current = name.rstrip(".").lower()
    for _ in range(HOPS):
        service = services.get(service_key(current) or ("", ""))
        if service is None:
            return Found(tuple(aliases)) if aliases else None
        external = service["spec"].get("externalName")
        if not external:
            return Found(tuple(aliases), addresses(service, endpoints))
        current = external.rstrip(".").lower()
        aliases.append(current)
    return Found(tuple(aliases))


def service_key(name: str) -> Key | None:
    """The namespace and name in `NAME.NAMESPACE.svc.cluster.local`."""
    if not name.endswith(f".{DOMAIN}"):
        return None
    service, _, namespace = name.removesuffix(f".{DOMAIN}").partition(".")
    return (namespace, service) if namespace and "." not in namespace else None


def addresses(service: Object, endpoints: Mapping[Key, Object]) -> tuple[str, ...]:
    """A Service's ClusterIP; of a headless one, its ready endpoints."""
    cluster_ip = service["spec"].get("clusterIP")
    if cluster_ip not in (None, "", "None"):
        return (str(cluster_ip),)
    item = endpoints.get((service["metadata"]["namespace"], service["metadata"]["name"]), {})
    return tuple(address["ip"] for subset in item.get("subsets") or () for address in subset.get("addresses") or ())
