"""The traffic plan: what a strategy wants traffic to do, in no router's own terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from cdk8s_iter8.traffic.match import Match


@dataclass(frozen=True)
class TrafficRule:
    """Where some requests go. Versions are named by their position in the routemap, 0 for the primary.

    Attributes:
        name: The rule's name in the route.
        shares: The versions that answer. One version gets every request. Several share the requests by their live
            weights, and one without weight gets none.
        matches: The clauses, ORed; none: every request that no earlier rule took.
        when: The rule is there only while this version has weight; None: always.
        mirrors: Versions that also get a copy, their answers dropped; each one's live weight is a percentage, and
            one without weight gets none.
        set_cookies: The ``set-cookie`` header of each share's answers, in the order of the shares; none by default.
    """

    name: str
    shares: tuple[int, ...]
    matches: tuple[Match, ...] = ()
    guard: int | None = None
    mirrors: tuple[int, ...] = ()
    set_cookies: tuple[str, ...] = ()


@dataclass(frozen=True)
class TrafficPlan:
    """Rules in order: the first whose clauses a request meets takes it.

    Attributes:
        rules: The rules. The last one is for every request and is always there.

    Raises:
        ValueError: The last rule does not take every request, or an earlier one does.
    """

    rules: tuple[TrafficRule, ...]

    def __post_init__(self) -> None:
        if not self.rules or self.rules[-1].matches or not all(rule.matches for rule in self.rules[:-1]):
            raise ValueError("a plan ends with its only rule for every request")
        if self.rules[-1].guard is not None:
            raise ValueError("the last rule of a plan is always there")

    def features(self) -> Iterator[str]:
        """Yields what a router must be able to do: ``match``, ``mirror``, ``cookie``."""
        if len(self.rules) > 1:
            yield "match"
        if any(rule.mirrors for rule in self.rules):
            yield "mirror"
        if any(rule.set_cookies for rule in self.rules):
            yield "cookie"
