"""The traffic plan: the rules of a strategy, in terms that are the same for all routers."""

from collections.abc import Iterator
from dataclasses import dataclass

from cdk8s_iter8.traffic.match import Match


@dataclass(frozen=True)
class TrafficRule:
    """Which requests a rule takes, and which versions get them.

    A version is given by its position in the routemap; 0 is the primary.

    Attributes:
        name: The rule's name in the route.
        shares: The versions that answer. A single version gets every request. Several versions share the requests by
            their live weights; a version with weight 0 gets none.
        matches: The clauses, ORed; empty: every request that no earlier rule takes.
        guard: The version that must have weight for the rule to be in the route; None: the rule is always there.
        mirrors: The versions that requests are mirrored to; their answers are dropped. A version's live weight is the
            percentage of mirrored requests; a version with weight 0 gets none.
        set_cookies: The ``set-cookie`` headers of the answers, one for each version of `shares`; empty: no cookies.
    """

    name: str
    shares: tuple[int, ...]
    matches: tuple[Match, ...] = ()
    guard: int | None = None
    mirrors: tuple[int, ...] = ()
    set_cookies: tuple[str, ...] = ()


@dataclass(frozen=True)
class TrafficPlan:
    """Rules in order. The first rule with a clause that a request meets takes the request.

    Attributes:
        rules: The rules. The last rule takes every request and has no guard.

    Raises:
        ValueError: The last rule has matches or a guard, or an earlier rule has no matches.
    """

    rules: tuple[TrafficRule, ...]

    def __post_init__(self) -> None:
        if not self.rules or self.rules[-1].matches or not all(rule.matches for rule in self.rules[:-1]):
            raise ValueError("the last rule of a plan must take every request, and no other rule")
        if self.rules[-1].guard is not None:
            raise ValueError("the last rule of a plan takes no guard")

    def features(self) -> Iterator[str]:
        """Yields the features that a router must support: ``match``, ``mirror``, ``cookie``."""
        if len(self.rules) > 1:
            yield "match"
        if any(rule.mirrors for rule in self.rules):
            yield "mirror"
        if any(rule.set_cookies for rule in self.rules):
            yield "cookie"
