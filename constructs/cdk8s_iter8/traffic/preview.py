"""Evaluates a traffic plan: which versions get which requests, for sets of ready versions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cdk8s_iter8.iter8.weights import weights
from cdk8s_iter8.traffic.percentages import percent
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule


@dataclass(frozen=True)
class RulePreview:
    """What a rule does with one set of ready versions.

    Attributes:
        name: The rule's name.
        match: The rule's clauses in words, ORed; empty: all requests that no earlier rule takes.
        shares: The percentage of the rule's requests that each version answers; only versions above 0.
        mirrors: The percentage of the rule's requests that is mirrored to each version; only versions above 0.
    """

    name: str
    match: tuple[str, ...]
    shares: dict[str, float]
    mirrors: dict[str, float]


@dataclass(frozen=True)
class Preview:
    """What traffic does with one set of ready versions.

    Attributes:
        ready: The names of the ready versions.
        rules: The rules without guard, or whose guard has weight then, in order.
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
        ready_sets: The sets; a set says for each version whether it is ready.

    Returns:
        A preview for each set.
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
            mirrors={names[version]: min(live[version], 100) for version in rule.mirrors if live[version]},
        )
        for rule in plan.rules
        if rule.guard is None or live[rule.guard]
    ]


def _shares(rule: TrafficRule, names: Sequence[str], live: Sequence[int]) -> dict[str, float]:
    if len(rule.shares) == 1:
        return {names[rule.shares[0]]: 100}
    total = sum(live[version] for version in rule.shares)
    return {names[version]: percent(live[version], total) for version in rule.shares if live[version]}
