"""Reads which requests a route of the cluster sends where. VirtualServices and HTTPRoutes are untrusted input."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

_READ_BY_NAME = {"name", "match", "route", "rewrite", "mirrors", "mirror", "mirrorPercentage"}


class Target(NamedTuple):
    """Where requests go.

    Attributes:
        host: The host name; for a Service of Gateway API ``NAME.NAMESPACE``.
        port: The port; None: the route names none.
        headers: The request headers that the route sets, names in lower case, in order. Versions behind one gateway
            differ in these alone.
    """

    host: str
    port: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class RouteRule:
    """A rule of a route.

    Attributes:
        clauses: Which requests it takes, ORed, in words; empty: all that no earlier rule takes.
        weights: The relative weight of each target, without those of weight 0.
        mirrors: The percentage of requests that are mirrored to each target.
        more: Keys of the rule that no route of this project or of Iter8 has, such as ``fault``.
        internal: Whether the rule is a second pass of requests that another rule has sent (KServe's branches).
    """

    clauses: tuple[str, ...]
    weights: Mapping[Target, int]
    mirrors: Mapping[Target, float]
    more: tuple[str, ...] = ()
    internal: bool = False


def route_rules(route: Mapping[str, Any]) -> tuple[RouteRule, ...]:
    """Reads the rules of a VirtualService or an HTTPRoute in their order; what is not understood is left out.

    Args:
        route: The route as the API server has it.

    Example:
        >>> item = {"destination": {"host": "hello-0", "port": {"number": 80}}}
        >>> route_rules({"kind": "VirtualService", "spec": {"http": [{"route": [item]}]}})[0].weights
        {Target(host='hello-0', port=80, headers=()): 1}
    """
    spec = mapping(route.get("spec"))
    if route.get("kind") == "HTTPRoute":
        namespace = str(mapping(route.get("metadata")).get("namespace", ""))
        return tuple(_gateway_api_rule(mapping(rule), namespace) for rule in sequence(spec.get("rules")))
    return tuple(_istio_rule(mapping(rule)) for rule in sequence(spec.get("http")))


def mapping(value: object) -> Mapping[str, Any]:
    """Returns a mapping as it is, and anything else as an empty one."""
    return value if isinstance(value, dict) else {}


def sequence(value: object) -> list[Any]:
    """Returns a list as it is, and anything else as an empty one."""
    return value if isinstance(value, list) else []


def _istio_rule(entry: Mapping[str, Any]) -> RouteRule:
    items = [mapping(item) for item in sequence(entry.get("route"))]
    clauses = [mapping(clause) for clause in sequence(entry.get("match"))]
    return RouteRule(
        clauses=_istio_clauses(clauses),
        weights=_weights(
            [(_istio_target(item), 1 if len(items) == 1 else _number(item.get("weight"), 0)) for item in items]
        ),
        mirrors=dict(_istio_mirrors(entry)),
        more=tuple(str(key) for key in entry if key not in _READ_BY_NAME),
        internal=bool(clauses) and all(_is_branch(clause) for clause in clauses),
    )


# The words of clauses need the models of values, whose import takes longer than all else; many routes have no clause.


def _istio_clauses(clauses: list[Mapping[str, Any]]) -> tuple[str, ...]:
    if not clauses:
        return ()
    from cdk8s_iter8.live.clauses import istio_clause

    return tuple(map(istio_clause, clauses))


def _gateway_api_clauses(clauses: list[Mapping[str, Any]]) -> tuple[str, ...]:
    if not clauses:
        return ()
    from cdk8s_iter8.live.clauses import gateway_api_clause

    return tuple(map(gateway_api_clause, clauses))


def _is_branch(clause: Mapping[str, Any]) -> bool:
    headers = mapping(clause.get("headers"))
    return set(clause) <= {"headers", "name"} and set(headers) == {"branch"}


def _istio_target(item: Mapping[str, Any]) -> Target:
    request = mapping(mapping(item.get("headers")).get("request"))
    headers = {**mapping(request.get("add")), **mapping(request.get("set"))}
    return _istio_address(item.get("destination"))._replace(headers=_headers(headers))


def _istio_address(destination: object) -> Target:
    given = mapping(destination)
    return Target(str(given.get("host", "")), _port(mapping(given.get("port")).get("number")))


def _istio_mirrors(entry: Mapping[str, Any]) -> Iterator[tuple[Target, float]]:
    if "mirror" in entry:
        yield _istio_address(entry["mirror"]), _percent(entry.get("mirrorPercentage"))
    for mirror in map(mapping, sequence(entry.get("mirrors"))):
        yield _istio_address(mirror.get("destination")), _percent(mirror.get("percentage"))


def _percent(percentage: object) -> float:
    value = mapping(percentage).get("value", 100)
    return value if isinstance(value, int | float) else 0


def _gateway_api_rule(entry: Mapping[str, Any], namespace: str) -> RouteRule:
    items = [mapping(item) for item in sequence(entry.get("backendRefs"))]
    clauses = _gateway_api_clauses([mapping(clause) for clause in sequence(entry.get("matches"))])
    filters = [mapping(part) for part in sequence(entry.get("filters"))]
    mirrors = [mapping(part["requestMirror"]) for part in filters if "requestMirror" in part]
    return RouteRule(
        clauses=clauses if all(clauses) else (),  # a clause without condition takes every request
        weights=_weights(
            [
                (_service(item, namespace)._replace(headers=_set_headers(item)), _number(item.get("weight"), 1))
                for item in items
            ]
        ),
        mirrors={
            _service(mapping(mirror.get("backendRef")), namespace): _number(mirror.get("percent"), 100)
            for mirror in mirrors
        },
        more=tuple(str(part.get("type")) for part in filters if "requestMirror" not in part),
    )


def _set_headers(backend: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    modifiers = [mapping(mapping(part).get("requestHeaderModifier")) for part in sequence(backend.get("filters"))]
    items = [
        mapping(one) for modifier in modifiers for one in sequence(modifier.get("set")) + sequence(modifier.get("add"))
    ]
    return _headers({str(header.get("name")): header.get("value") for header in items})


def _service(reference: Mapping[str, Any], namespace: str) -> Target:
    return Target(f"{reference.get('name')}.{reference.get('namespace', namespace)}", _port(reference.get("port")))


def _headers(headers: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name.lower(), str(value)) for name, value in headers.items()))


def _weights(items: list[tuple[Target, int]]) -> dict[Target, int]:
    weights: dict[Target, int] = {}
    for target, weight in items:
        if weight > 0:
            weights[target] = weights.get(target, 0) + weight
    return weights


def _number(value: object, default: int) -> int:
    return value if isinstance(value, int) else default


def _port(value: object) -> int | None:
    return value if isinstance(value, int) else None
