"""Which requests a rule is for, in no router's own terms."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

from cdk8s_iter8.values.problem import printable

Kind = Literal["exact", "prefix", "regex"]


@dataclass(frozen=True)
class StringMatch:
    """How a string is compared.

    Attributes:
        kind: ``exact``, ``prefix`` or ``regex`` (RE2, of the whole string).
        value: What it is compared with.
    """

    kind: Kind
    value: str

    def implies(self, other: "StringMatch") -> bool:
        """Tells whether every string that this matches is surely matched by the other."""
        if self == other:
            return True
        return other.kind == "prefix" and self.kind != "regex" and self.value.startswith(other.value)

    def __str__(self) -> str:
        # Quoted where a reader could not see its end. It is untrusted and may be shown on a terminal.
        plain = not any(char.isspace() for char in self.value)
        value = printable(self.value if plain else json.dumps(self.value, ensure_ascii=False))
        return f"= {value}" if self.kind == "exact" else f"{self.kind} {value}"


# What a header or a query parameter must be; None: only present.
Strings = Mapping[str, StringMatch | None]


@dataclass(frozen=True)
class Match:
    """One clause: a request meets it when it meets every condition. Several clauses of a rule are ORed.

    The conditions are those of Istio's HTTPMatchRequest, the widest of the routers; a router that lacks one says
    so. `cookie` is a name and a value, which Istio can only match as a regular expression of the header.
    """

    headers: Strings = field(default_factory=dict)
    without_headers: Strings = field(default_factory=dict)
    query_params: Strings = field(default_factory=dict)
    uri: StringMatch | None = None
    scheme: StringMatch | None = None
    method: StringMatch | None = None
    authority: StringMatch | None = None
    port: int | None = None
    source_labels: Mapping[str, str] = field(default_factory=dict)
    source_namespace: str | None = None
    gateways: tuple[str, ...] = ()
    cookie: tuple[str, str] | None = None
    ignore_uri_case: bool = False
    name: str | None = None
    stat_prefix: str | None = None

    def is_empty(self) -> bool:
        """Tells whether the clause has no condition, so that every request meets it."""
        return not self.conditions()

    def conditions(self) -> dict[str, object]:
        """Returns the conditions that are set, by name; how a match is compared or named is none."""
        passive = {"ignore_uri_case", "name", "stat_prefix"}
        values = {each.name: getattr(self, each.name) for each in fields(self) if each.name not in passive}
        return {name: value for name, value in values.items() if value not in (None, (), {})}

    def implies(self, other: "Match") -> bool:
        """Tells whether every request that meets this clause surely meets the other.

        It never says yes wrongly; a regular expression is only compared letter by letter.

        Example:
            >>> narrow = Match(headers={"traffic": StringMatch("exact", "test")}, method=StringMatch("exact", "GET"))
            >>> narrow.implies(Match(headers={"traffic": None}))
            True
        """
        if self.uri and other.uri and self.ignore_uri_case and not other.ignore_uri_case:
            return False
        mine = self.conditions()
        return all(name in mine and _implies(mine[name], wanted) for name, wanted in other.conditions().items())

    def __str__(self) -> str:
        return " and ".join(_words(self)) or "every request"


def _implies(mine: object, wanted: object) -> bool:
    if isinstance(mine, StringMatch) and isinstance(wanted, StringMatch):
        return mine.implies(wanted)
    if isinstance(mine, Mapping) and isinstance(wanted, Mapping):
        return all(name in mine and (value is None or _implies(mine[name], value)) for name, value in wanted.items())
    return mine == wanted


def _words(match: Match) -> Iterator[str]:
    if match.cookie:
        yield f"cookie {match.cookie[0]} = {match.cookie[1]}"
    for noun, strings in (("header", match.headers), ("query", match.query_params)):
        for name, string in strings.items():
            yield f"{noun} {name} {string or 'present'}"
    for name, string in match.without_headers.items():
        yield f"not header {name} {string or 'present'}"
    for noun, each in (
        ("uri", match.uri),
        ("scheme", match.scheme),
        ("method", match.method),
        ("authority", match.authority),
    ):
        if each:
            yield f"{noun} {each}" + (" in any case" if noun == "uri" and match.ignore_uri_case else "")
    for noun, other in (("port", match.port), ("source namespace", match.source_namespace)):
        if other is not None:
            yield f"{noun} = {other}"
    yield from (f"source label {name} = {value}" for name, value in match.source_labels.items())
    if match.gateways:
        yield f"gateway in {', '.join(match.gateways)}"
