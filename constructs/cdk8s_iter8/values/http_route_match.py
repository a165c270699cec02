"""A canary's clauses in values, with Gateway API's spelling: HTTPRouteMatch."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError, model_validator

from cdk8s_iter8.routers.http_route_match import LONGEST_HEADER, LONGEST_QUERY, METHODS, MOST_CONDITIONS, path_problems
from cdk8s_iter8.traffic.match import Comparison, Match, StringMatch, Strings
from cdk8s_iter8.validation.model import Model, ProblemsError
from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.validation.scalars import HeaderName, Regex, rule

PathType = Literal["Exact", "PathPrefix", "RegularExpression"]
ValueType = Literal["Exact", "RegularExpression"]
Method = Literal["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"]

_REGEX: TypeAdapter[str] = TypeAdapter(Regex)
_KINDS: dict[str, Comparison] = {"Exact": "exact", "PathPrefix": "below", "RegularExpression": "regex"}


class HttpPathMatchValues(Model):
    """The request's path."""

    type: Annotated[PathType, rule("one of Exact, PathPrefix, RegularExpression")] = Field(
        default="PathPrefix",
        description="How the path is compared; PathPrefix: by parts: /a takes /a/b, not /ab.",
    )
    value: Annotated[str, rule("a string")] = Field(default="/", description="The path to compare with.")

    @model_validator(mode="after")
    def _possible(self) -> "HttpPathMatchValues":
        problems = [Problem(("value",), text) for text in path_problems(self.string_match())]
        _raise_any([*problems, *(_not_regex(self.value) if self.type == "RegularExpression" else ())])
        return self

    def string_match(self) -> StringMatch:
        """Returns the comparison."""
        return StringMatch(_KINDS[self.type], self.value)


class HttpHeaderMatchValues(Model):
    """A header's value."""

    name: HeaderName = Field(description="The header's name.")
    type: Annotated[ValueType, rule("one of Exact, RegularExpression")] = Field(
        default="Exact", description="How the value is compared."
    )
    value: Annotated[
        str,
        StringConstraints(min_length=1, max_length=LONGEST_HEADER),
        rule(f"a string of 1 to {LONGEST_HEADER} characters"),
    ] = Field(description="What its value is compared with.")

    @model_validator(mode="after")
    def _possible(self) -> "HttpHeaderMatchValues":
        _raise_any(_not_regex(self.value) if self.type == "RegularExpression" else ())
        return self

    def string_match(self) -> StringMatch:
        """Returns the comparison."""
        return StringMatch(_KINDS[self.type], self.value)


class HttpQueryParamMatchValues(HttpHeaderMatchValues):
    """A query parameter's value."""

    name: HeaderName = Field(description="The parameter's name.")
    value: Annotated[
        str,
        StringConstraints(min_length=1, max_length=LONGEST_QUERY),
        rule(f"a string of 1 to {LONGEST_QUERY} characters"),
    ] = Field(description="What its value is compared with.")


class HttpRouteMatchValues(Model):
    """A clause. A request meets the clause if it meets all conditions. Clauses are ORed; the most specific one wins."""

    path: HttpPathMatchValues | None = Field(default=None, description="The request's path.")
    headers: list[HttpHeaderMatchValues] = Field(default=[], max_length=MOST_CONDITIONS, description="Headers.")
    query_params: list[HttpQueryParamMatchValues] = Field(
        default=[], max_length=MOST_CONDITIONS, description="Query parameters."
    )
    method: Annotated[Method, rule(f"one of {', '.join(METHODS)}")] | None = Field(
        default=None, description="HTTP method."
    )

    @model_validator(mode="after")
    def _possible(self) -> "HttpRouteMatchValues":
        headers = [header.name.lower() for header in self.headers]
        _raise_any(
            [*_twice("headers", headers), *_twice("queryParams", [parameter.name for parameter in self.query_params])]
        )
        if self.match().is_empty():
            raise ProblemsError([Problem((), "has no condition, so it would take every request")])
        return self

    def match(self) -> Match:
        """Returns the clause in terms that are the same for all routers."""
        path = self.path.string_match() if self.path else None
        return Match(
            headers=_strings(self.headers),
            query_params=_strings(self.query_params),
            uri=None if path == StringMatch("below", "/") else path,
            method=StringMatch("exact", self.method) if self.method else None,
        )


def _raise_any(problems: Iterable[Problem]) -> None:
    """Raises the problems, if there are any."""
    if listed := list(problems):
        raise ProblemsError(listed)


def _not_regex(value: str) -> Iterator[Problem]:
    try:
        _REGEX.validate_python(value)
    except ValidationError as error:
        yield Problem(("value",), f"{as_text(value)} is not {error.errors()[0]['msg']}")


def _twice(key: str, names: Sequence[str]) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield Problem((key, index, "name"), f"{as_text(name)} stands twice")


def _strings(values: Sequence[HttpHeaderMatchValues]) -> Strings:
    return {header.name: header.string_match() for header in values}
