"""The order in which weights change, since a cluster changes one object at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from cdk8s_iter8.iter8.weights import weights

ROUTEMAP: Final = ""
"""Stands for the routemap among the weight-configs."""

_MOST = 6
"""Changes of which every order is compared, 720 at most."""


@dataclass(frozen=True)
class Weighing:
    """What the controller computes weights from.

    Attributes:
        listed: The versions that the routemap lists, the primary first, by the names of their weight-configs.
        weights: The weight of each weight-config that is there.
    """

    listed: tuple[str, ...]
    weights: Mapping[str, int]

    def shares(self) -> dict[str, float]:
        """Returns what part of the requests each listed version gets while all are ready, from 0 to 1."""
        live = weights([self.weights.get(name, 1) for name in self.listed], [True] * len(self.listed))
        return {name: weight / sum(live) for name, weight in zip(self.listed, live, strict=True)}


def shift_order(before: Weighing | None, after: Weighing) -> tuple[str, ...]:
    """Returns the weight-configs and the routemap in the order in which they are to be applied.

    Between two changes the controller may make a route. The order is chosen so that no version gets more requests on
    the way than before and after. Where no order can do that, it is the order with the smallest excess.

    Args:
        before: What is in the cluster; None: there is no routemap, so nothing is routed.
        after: What is to be.

    Returns:
        The names of the weight-configs whose weight changes, and `ROUTEMAP` once.

    Example:
        >>> shift_order(Weighing(("v1",), {"v1": 1}), Weighing(("v1", "v2"), {"v1": 99, "v2": 1}))
        ('v2', 'v1', '')
    """
    was = before.weights if before else {}
    changed = [name for name, weight in after.weights.items() if was.get(name) != weight]
    # New weight-configs, and those of a release that is not routed, move no request.
    still = [name for name in changed if not before or name not in before.weights]
    moving = [name for name in changed if name not in still]
    if not before:
        return (*still, ROUTEMAP)
    start = Weighing(before.listed, {**before.weights, **{name: after.weights[name] for name in still}})
    usual = (*sorted(moving, key=lambda name: was[name] - after.weights[name]), ROUTEMAP)
    orders = permutations(usual) if len(usual) <= _MOST else [usual]
    return (*still, *min(orders, key=lambda order: excess(start, after, order)))


def excess(before: Weighing, after: Weighing, order: tuple[str, ...]) -> float:
    """Returns the most that a version gets on the way beyond its shares before and after, as a part of all requests."""
    first, last = before.shares(), after.shares()
    steps = [state.shares() for state in _steps(before, after, order)]
    return max(
        (share - max(first.get(name, 0), last.get(name, 0)) for step in steps for name, share in step.items()),
        default=0,
    )


def _steps(before: Weighing, after: Weighing, order: tuple[str, ...]) -> Iterator[Weighing]:
    now = before
    for name in order:
        if name == ROUTEMAP:
            now = Weighing(after.listed, now.weights)
        else:
            now = Weighing(now.listed, {**now.weights, name: after.weights[name]})
        yield now
