"""Who gets what, for a set of ready versions: the plan, evaluated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cdk8s_iter8.iter8.weights import weights
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule


@dataclass(frozen=True)
class RulePreview:
    """What a rule does.

    Attributes:
        name: The rule's name.
        match: Its clauses in words, ORed; empty for every other request.
        shares: Percent of the rule's requests for each version that gets some, 0 to 100.
        mirrors: Percent of the rule's requests that are copied to each version.
    """

    name: str
    match: tuple[str, ...]
    shares: dict[str, float]
    mirrors: dict[str, float]


@dataclass(frozen=True)
class Preview:
    """What traffic does while some versions are ready.

    Attributes:
        ready: The names of the ready versions.
        rules: The rules that are there then, in order.
    """

    ready: tuple[str, ...]
    rules: tuple[RulePreview, ...]


def preview_traffic(
    plan: TrafficPlan, names: Sequence[str], declared: Sequence[int], ready_sets: Iterable[Sequence[bool]]
) -> list[Preview]:
    """Evaluates a plan for sets of ready versions.

    Args:
        plan: The plan.
        names: The versions' names, the primary's first.
        declared: The versions' weights.
        ready_sets: For each set, whether each version is ready.

    Returns:
        What traffic does, for each set.
    """
    return [
        Preview(
            ready=tuple(name for name, is_ready in zip(names, ready, strict=True) if is_ready),
            rules=tuple(_rules(plan, names, weights(declared, ready))),
        )
        for ready in ready_sets
    ]


def _rules(plan: TrafficPlan, names: Sequence[str], live: Sequence[int]) -> list[RulePreview]:
    return [
        RulePreview(
            name=rule.name,
            match=tuple(str(match) for match in rule.matches),
            shares=_shares(rule, names, live),
            mirrors={names[each]: min(live[each], 100) for each in rule.mirrors if live[each]},
        )
        for rule in plan.rules
        if rule.guard is None or live[rule.guard]
    ]


def _shares(rule: TrafficRule, names: Sequence[str], live: Sequence[int]) -> dict[str, float]:
    if len(rule.shares) == 1:
        return {names[rule.shares[0]]: 100}
    total = sum(live[each] for each in rule.shares)
    return {names[each]: _percent(live[each], total) for each in rule.shares if live[each]}


def _percent(part: int, whole: int) -> float:
    """Two decimals, or as many as it takes to tell a small share from none and a large one from all."""
    if part == whole:
        return 100
    exact = 100 * part / whole
    percent = next((rounded for digits in (2, 4, 6, 8) if 0 < (rounded := round(exact, digits)) < 100), exact)
    return int(percent) if percent == int(percent) else percent
