"""A VirtualService or an HTTPRoute as what it does with traffic, however it is written."""

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

Object = dict[str, Any]


def route(resource: Object) -> Object:
    """What a resource does: names and order of its parts are gone where they mean nothing.

    Every rule has one clause (rules with several are as many rules); shares and mirrors are percentages. Rules that the
    API would refuse, or nobody would answer, are one rule that says `refused`.
    """
    spec, namespace = resource["spec"], resource["metadata"].get("namespace")
    is_istio = resource["kind"] == "VirtualService"
    bound = spec["gateways"] if is_istio else [_filled_parent(parent) for parent in spec["parentRefs"]]
    try:
        if is_istio:
            rules = _resolved([rule for entry in spec["http"] for rule in _istio(entry)])
        else:
            # The most specific clause takes a request, wherever its rule stands.
            rules = sorted((rule for entry in spec["rules"] for rule in _gateway_api(entry, namespace)), key=json.dumps)
    except RefusedError as error:
        rules = [{"refused": str(error)}]
    return {
        "apiVersion": resource["apiVersion"],
        "kind": resource["kind"],
        "metadata": resource["metadata"],
        "hosts": sorted(spec["hosts" if is_istio else "hostnames"]),
        "bound": sorted(bound, key=json.dumps),
        "rules": rules,
    }


class RefusedError(ValueError):
    """The API refuses the resource, or nobody would answer."""


def rule(clause: Any, shares: list[tuple[Object, Fraction]], mirrors: list[tuple[Object, Fraction]]) -> Object:
    """A rule: a clause (null: every other request), who answers, and who gets copies."""

    def percentages(targets: list[tuple[Object, Fraction]]) -> list[Object]:
        return [{"percent": str(percent), "to": target} for target, percent in targets]

    return {"match": clause, "shares": percentages(shares), "mirrors": percentages(mirrors)}


def _shares(weights: list[tuple[Object, int]]) -> list[tuple[Object, Fraction]]:
    total = sum(weight for _, weight in weights)
    if not total:
        raise RefusedError("no destination has weight")
    return [(target, Fraction(100 * weight, total)) for target, weight in weights if weight]


def _without_nothing(parts: Mapping[str, Any]) -> Object:
    return {key: value for key, value in parts.items() if value not in (None, {}, [])}


def _istio(entry: Object) -> Iterator[Object]:
    path = entry.get("rewrite", {}).get("uri")
    if len(entry["route"]) == 1:
        weights = [(_istio_target(entry["route"][0], path), 1)]
    else:  # a missing weight is 0
        weights = [(_istio_target(destination, path), destination.get("weight", 0)) for destination in entry["route"]]
    mirrors = [
        (_address(mirror["destination"]), Fraction(mirror["percentage"]["value"]))
        for mirror in entry.get("mirrors", [])
    ]
    if "mirror" in entry:
        mirrors.append((_address(entry["mirror"]), Fraction(entry.get("mirrorPercentage", {}).get("value", 100))))
    if "match" in entry and not isinstance(entry["match"], list):
        raise RefusedError("match is not a list")
    for clause in entry.get("match", [None]):
        yield rule(clause, _shares(weights), mirrors)


def _istio_target(destination: Object, path: str | None) -> Object:
    headers = destination.get("headers", {})
    request, added = headers.get("request", {}), headers.get("response", {}).get("add", {})
    return _without_nothing(
        {
            **_address(destination["destination"]),
            "set": request.get("set"),
            "add": request.get("add"),
            "remove": request.get("remove"),
            "path": path,
            "app-version": added.get("app-version"),
            "set-cookie": added.get("set-cookie"),
        }
    )


def _address(destination: Object) -> Object:
    return _without_nothing({"host": destination["host"], "port": destination.get("port", {}).get("number")})


def _resolved(rules: list[Object]) -> list[Object]:
    """Rules whose requests come back marked by a header are what becomes of them then."""
    second = {
        (name, string["exact"]): made_rule["shares"][0]["to"]
        for made_rule in rules
        for name, string in (made_rule["match"] or {}).get("headers", {}).items()
        if name == "branch"
    }
    if not second:
        return rules
    for made_rule in rules:
        for share in made_rule["shares"]:
            if mark := share["to"].get("set", {}).get("branch"):
                if ("branch", mark) not in second:
                    raise RefusedError(f"no rule takes the branch {mark}")
                share["to"] = {**second["branch", mark], "asked as": share["to"]["set"]["host"]}
    return [made_rule for made_rule in rules if "branch" not in (made_rule["match"] or {}).get("headers", {})]


def _filled_parent(parent: Object) -> Object:
    return {"group": "gateway.networking.k8s.io", "kind": "Gateway", **parent}


def _gateway_api(entry: Object, namespace: str | None) -> Iterator[Object]:
    filters = entry.get("filters", [])
    mirrors = [
        (
            _reference(part["requestMirror"]["backendRef"], namespace),
            Fraction(part["requestMirror"].get("percent", 100)),
        )
        for part in filters
        if part["type"] == "RequestMirror"
    ]
    targets = [
        ({**_reference(backend, namespace), **_modifications(backend.get("filters", []))}, backend.get("weight", 1))
        for backend in entry["backendRefs"]
    ]
    for clause in entry.get("matches") or [None]:
        yield rule(_filled_clause(clause), _shares(targets), mirrors)


def _reference(reference: Object, namespace: str | None) -> Object:
    host = f"{reference['name']}.{reference.get('namespace', namespace)}.svc.cluster.local"
    return {"host": host, "port": reference["port"]}


def _modifications(filters: list[Object]) -> Object:
    [modifier] = [part["responseHeaderModifier"] for part in filters if part["type"] == "ResponseHeaderModifier"]
    return {header["name"]: header["value"] for header in modifier["add"]}


def _filled_clause(clause: Object | None) -> Object | None:
    if clause is None:
        return None
    filled = dict(clause)
    for key in ("headers", "queryParams"):
        if key in clause:
            filled[key] = sorted(({"type": "Exact", **condition} for condition in clause[key]), key=json.dumps)
    if "path" in clause:
        filled["path"] = {"type": "PathPrefix", "value": "/", **clause["path"]}
    return filled
