"""What values may say with each strategy, as JSON Schema: the rules that one strategy and one key together show."""

from collections.abc import Collection, Iterator, Sequence

from cdk8s_iter8.schema.embedded_schema import Schema
from cdk8s_iter8.strategies import STRATEGIES

# What strategies read, by the keys that say it in values.
_MATCHES = ("match", "matches")
_DEFAULT = "none"


def strategy_rules(
    strategies: Sequence[str], application_keys: Collection[str], version_keys: Collection[str]
) -> Iterator[Schema]:
    """Yields a rule for each strategy, for an application's ``allOf``.

    Args:
        strategies: The strategies that an environment has.
        application_keys: The keys of its applications.
        version_keys: The keys of its versions.

    Example:
        >>> [rule] = strategy_rules(["mirror"], [], ["weight"])
        >>> rule["if"]["properties"]["strategy"]
        {'const': 'mirror'}
    """
    keys = [key for key in _MATCHES if key in version_keys]
    for name in strategies:
        properties: Schema = {}
        every: Schema = {key: _nothing("matches", name) for key in keys if "matches" not in STRATEGIES[name].reads}
        if name == "mirror":
            every["weight"] = {"maximum": 100, "errorMessage": "is not a percentage (an integer from 0 to 100)"}
        if every:
            # The primary's weight means nothing when requests are copied.
            first = {key: rule for key, rule in every.items() if key != "weight"}
            properties["versions"] = _items(first, every)
        elif keys:
            text = "the primary takes no match: it gets every request that no candidate's match takes"
            properties["versions"] = _items({key: {"maxItems": 0, "errorMessage": text} for key in keys}, {})
        if "sessionAffinity" in application_keys and "session_affinity" not in STRATEGIES[name].reads:
            properties["sessionAffinity"] = _nothing("session_affinity", name)
        if properties:
            yield {"if": _chosen(name), "then": {"properties": properties}}


def _chosen(name: str) -> Schema:
    if name == _DEFAULT:
        return {"properties": {"strategy": {"enum": [name, None]}}}
    return {"properties": {"strategy": {"const": name}}, "required": ["strategy"]}


def _items(first: Schema, others: Schema) -> Schema:
    return {"prefixItems": [{"properties": first}], "items": {"properties": others}}


def _nothing(reads: str, name: str) -> Schema:
    readers = [other for other, strategy in STRATEGIES.items() if reads in strategy.reads]
    text = f"has no effect with strategy {name}: it is for {' or '.join(readers)}"
    empty: Schema = {"maxItems": 0} if reads == "matches" else {"type": "null"}
    return {**empty, "errorMessage": text}
