"""Which requests a rule takes, in terms that are the same for all routers."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Annotated, Any, Literal

from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.problem import printable
from cdk8s_iter8.validation.scalars import Port, String, rule

Comparison = Literal["exact", "prefix", "regex", "below"]


@checked
@dataclass(frozen=True)
class StringMatch:
    """How a string is compared.

    Attributes:
        kind: ``exact``, ``prefix``, ``regex`` (RE2, of the whole string), or for paths ``below``: the path itself and
            all paths under it, so that ``/a`` takes ``/a/b`` but not ``/ab`` (Gateway API's PathPrefix).
        value: The string to compare with.
    """

    kind: Annotated[Comparison, rule("one of exact, prefix, regex, below")]
    value: String

    def implies(self, other: "StringMatch") -> bool:
        """Tells whether the other comparison surely matches every string that this comparison matches."""
        if self == other:
            return True
        if other.kind == "below":
            above = other.value.rstrip("/")
            return self.kind in ("exact", "below") and f"{self.value}/".startswith(f"{above}/")
        return other.kind == "prefix" and self.kind in ("exact", "prefix") and self.value.startswith(other.value)

    def folded(self) -> "StringMatch":
        """Returns the comparison for strings in lower case; a regular expression stays as it is."""
        return self if self.kind == "regex" else StringMatch(self.kind, self.value.lower())

    def __str__(self) -> str:
        # Quoted if it has white space, so that its end is visible. Untrusted: it may be printed on a terminal.
        plain = not any(char.isspace() for char in self.value)
        value = printable(self.value if plain else json.dumps(self.value, ensure_ascii=False))
        return f"= {value}" if self.kind == "exact" else f"{self.kind} {value}"


# Comparisons of headers or query parameters, by name; None: the header or parameter must be present.
Strings = Mapping[String, StringMatch | None]


@checked
@dataclass(frozen=True)
class Match:
    """One clause of a rule. A request meets the clause if it meets all its conditions; the clauses of a rule are ORed.

    The conditions are those of Istio's HTTPMatchRequest, which has the most; each router reports the conditions that it
    does not support. `cookie` is a name and a value; routers match it by a regular expression of the header ``cookie``.
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
        """Returns the conditions that are set, by name."""
        others = {"ignore_uri_case", "name", "stat_prefix"}  # they restrict no request
        names = [attribute.name for attribute in fields(self) if attribute.name not in others]
        values = {name: getattr(self, name) for name in names}
        return {name: value for name, value in values.items() if value not in (None, (), {})}

    def implies(self, other: "Match") -> bool:
        """Tells whether every request that meets this clause surely meets the other.

        A True is always right. A False may be wrong, because regular expressions are only compared as text.

        Example:
            >>> narrow = Match(headers={"traffic": StringMatch("exact", "test")}, method=StringMatch("exact", "GET"))
            >>> narrow.implies(Match(headers={"traffic": None}))
            True
        """
        return (
            _all_implied(_folded(self.headers), _folded(other.headers), _meets)
            and _all_implied(_folded(self.without_headers), _folded(other.without_headers), _excludes)
            and _all_implied([*self.query_params.items()], [*other.query_params.items()], _meets)
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
        """Returns the two values of each named condition that the other clause has."""
        return [(getattr(self, name), wanted) for name in names if (wanted := getattr(other, name)) is not None]

    def __str__(self) -> str:
        return " and ".join(_words(self)) or "every request"


Named = tuple[str, StringMatch | None]


def _folded(headers: Strings) -> list[Named]:
    """Returns headers with their names in lower case, since HTTP ignores the case of names."""
    return [(name.lower(), string) for name, string in headers.items()]


def _all_implied(
    mine: Sequence[Named],
    wanted: Sequence[Named],
    implies: Callable[[StringMatch | None, StringMatch | None], bool],
) -> bool:
    return all(any(name == own and implies(string, other) for own, string in mine) for name, other in wanted)


def _meets(mine: StringMatch | None, wanted: StringMatch | None) -> bool:
    """Tells whether meeting one comparison implies meeting the other; None: the string need only be present."""
    return wanted is None or (mine is not None and mine.implies(wanted))


def _excludes(mine: StringMatch | None, wanted: StringMatch | None) -> bool:
    """Tells whether failing one comparison implies failing the other; None: the string must be absent.

    Istio compares an absent header like an empty one, and a regular expression may match the empty string.
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
    for noun, string_match in (
        ("uri", match.uri),
        ("scheme", match.scheme),
        ("method", match.method),
        ("authority", match.authority),
    ):
        if string_match:
            yield f"{noun} {string_match}" + (" in any case" if noun == "uri" and match.ignore_uri_case else "")
    for noun, other in (("port", match.port), ("source namespace", match.source_namespace)):
        if other is not None:
            yield f"{noun} = {other}"
    yield from (f"source label {name} = {value}" for name, value in match.source_labels.items())
    if match.gateways:
        yield f"gateway in {', '.join(match.gateways)}"
