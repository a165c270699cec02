"""JSON Schema of the rules between the strategy and one other key."""

from collections.abc import Collection, Iterator
from typing import Any

from cdk8s_iter8.environments import Environment
from cdk8s_iter8.schema.embedded_schema import Schema
from cdk8s_iter8.strategies import STRATEGIES

_MATCHES = ("match", "matches")
_DEFAULT = "none"


def strategy_rules(
    place: Environment[Any], application_keys: Collection[str], version_keys: Collection[str]
) -> Iterator[Schema]:
    """Yields a rule for each strategy of an environment, for the ``allOf`` of its application.

    Args:
        place: The environment.
        application_keys: The keys of its applications.
        version_keys: The keys of its versions.

    Example:
        >>> from cdk8s_iter8.environments import environment
        >>> rules = list(strategy_rules(environment("knative-istio"), [], ["weight"]))
        >>> rules[-1]["if"]["properties"]["strategy"]
        {'const': 'mirror'}
    """
    keys = [key for key in _MATCHES if key in version_keys]
    for name in place.strategies():
        properties: Schema = {}
        primary, candidates = _versions(name, keys, carries_weights=place.carries_weights(STRATEGIES[name]))
        if primary or candidates:
            properties["versions"] = {"prefixItems": [{"properties": primary}], "items": {"properties": candidates}}
        if "sessionAffinity" in application_keys and "session_affinity" not in STRATEGIES[name].reads:
            properties["sessionAffinity"] = {"type": "null", "errorMessage": _without_effect("session_affinity", name)}
        if properties:
            yield {"if": _chosen(name), "then": {"properties": properties}}


def _versions(name: str, keys: list[str], *, carries_weights: bool) -> tuple[Schema, Schema]:
    """Returns the rules for the primary and for candidates, by key."""
    every: Schema = {}
    if "matches" not in STRATEGIES[name].reads:
        every |= {key: {"maxItems": 0, "errorMessage": _without_effect("matches", name)} for key in keys}
    match name:
        case "mirror":  # the primary's weight has no effect
            return every, every | {"weight": {"maximum": 100, "errorMessage": "is not a percentage (0 to 100)"}}
        case "canary":
            if not carries_weights:
                text = "has no effect with strategy canary: to share requests by weight use strategy blue-green"
                every["weight"] = {"type": "null", "errorMessage": text}
            text = "the primary takes no match: it gets every request that no candidate's match takes"
            return every | {key: {"maxItems": 0, "errorMessage": text} for key in keys}, every
        case _:
            return every, every


def _chosen(name: str) -> Schema:
    if name == _DEFAULT:
        return {"properties": {"strategy": {"enum": [name, None]}}}
    return {"properties": {"strategy": {"const": name}}, "required": ["strategy"]}


def _without_effect(reads: str, name: str) -> str:
    readers = [other for other, strategy in STRATEGIES.items() if reads in strategy.reads]
    return f"has no effect with strategy {name}: it is for {' or '.join(readers)}"
