"""Which requests a rule is for, in no router's own terms."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Annotated, Any, Literal

from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.problem import printable
from cdk8s_iter8.validation.scalars import Port, String, rule

Kind = Literal["exact", "prefix", "regex", "below"]


@checked
@dataclass(frozen=True)
class StringMatch:
    """How a string is compared.

    Attributes:
        kind: ``exact``, ``prefix``, ``regex`` (RE2, of the whole string), or for paths ``below``: the path itself and
            all paths under it, so that ``/a`` takes ``/a/b`` but not ``/ab`` (Gateway API's PathPrefix).
        value: What it is compared with.
    """

    kind: Annotated[Kind, rule("one of exact, prefix, regex, below")]
    value: String

    def implies(self, other: "StringMatch") -> bool:
        """Tells whether every string that this matches is surely matched by the other."""
        if self == other:
            return True
        if other.kind == "below":
            above = other.value.rstrip("/")
            return self.kind in ("exact", "below") and f"{self.value}/".startswith(f"{above}/")
        return other.kind == "prefix" and self.kind in ("exact", "prefix") and self.value.startswith(other.value)

    def folded(self) -> "StringMatch":
        """Returns the comparison for strings whose case is ignored."""
        return self if self.kind == "regex" else StringMatch(self.kind, self.value.lower())

    def __str__(self) -> str:
        # Quoted where a reader could not see its end. It is untrusted and may be shown on a terminal.
        plain = not any(char.isspace() for char in self.value)
        value = printable(self.value if plain else json.dumps(self.value, ensure_ascii=False))
        return f"= {value}" if self.kind == "exact" else f"{self.kind} {value}"


# What a header or a query parameter must be; None: only present.
Strings = Mapping[String, StringMatch | None]


@checked
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
    port: Port | None = None
    source_labels: Mapping[String, String] = field(default_factory=dict)
    source_namespace: String | None = None
    gateways: tuple[String, ...] = ()
    cookie: tuple[String, String] | None = None
    ignore_uri_case: bool = False
    name: String | None = None
    stat_prefix: String | None = None

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
        return (
            _each_implied(_folded(self.headers), _folded(other.headers), _meets)
            and _each_implied(_folded(self.without_headers), _folded(other.without_headers), _excludes)
            and _each_implied([*self.query_params.items()], [*other.query_params.items()], _meets)
            and self._uri_implies(other)
            and all(_meets(*pair) for pair in self._pairs(other, "scheme", "method", "authority"))
            and all(mine == wanted for mine, wanted in self._pairs(other, "port", "source_namespace", "cookie"))
            and self.source_labels.items() >= other.source_labels.items()
            and (not other.gateways or (bool(self.gateways) and set(self.gateways) <= set(other.gateways)))
        )

    def _uri_implies(self, other: "Match") -> bool:
        if not other.uri or not self.uri:
            return not other.uri
        if other.ignore_uri_case:
            return self.uri.folded().implies(other.uri.folded())
        return not self.ignore_uri_case and self.uri.implies(other.uri)

    def _pairs(self, other: "Match", *names: str) -> list[tuple[Any, Any]]:
        """Returns both values of each condition that the other has."""
        return [(getattr(self, each), wanted) for each in names if (wanted := getattr(other, each)) is not None]

    def __str__(self) -> str:
        return " and ".join(_words(self)) or "every request"


Named = tuple[str, StringMatch | None]


def _folded(headers: Strings) -> list[Named]:
    """The names of headers have no case."""
    return [(name.lower(), string) for name, string in headers.items()]


def _each_implied(
    mine: Sequence[Named],
    wanted: Sequence[Named],
    implies: Callable[[StringMatch | None, StringMatch | None], bool],
) -> bool:
    return all(any(name == own and implies(string, other) for own, string in mine) for name, other in wanted)


def _meets(mine: StringMatch | None, wanted: StringMatch | None) -> bool:
    """Tells whether a string that is as one says is surely as the other says; None: only present."""
    return wanted is None or (mine is not None and mine.implies(wanted))


def _excludes(mine: StringMatch | None, wanted: StringMatch | None) -> bool:
    """Tells whether a string that is not as one says is surely not as the other says; None: absent.

    Istio compares an absent header as an empty one, which a regular expression may match.
    """
    if mine is None:
        return wanted is None or wanted.kind != "regex"
    return wanted is not None and wanted.implies(mine)


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
