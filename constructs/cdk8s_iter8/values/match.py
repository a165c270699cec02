"""A canary's clauses in values: Istio's HTTPMatchRequest."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from cdk8s_iter8.traffic.match import Comparison, Match, StringMatch
from cdk8s_iter8.validation.model import Model, ProblemsError, one_of
from cdk8s_iter8.validation.problem import Problem
from cdk8s_iter8.validation.scalars import (
    GatewayName,
    HeaderName,
    LabelKey,
    LabelValue,
    Namespace,
    ParameterName,
    Port,
    Regex,
    rule,
)

Compared = Annotated[
    str, StringConstraints(min_length=1, max_length=4096), rule("a string of 1 to 4096 characters (quote numbers)")
]
ComparedParameter = Annotated[
    str, StringConstraints(max_length=4096), rule("a string of at most 4096 characters (quote numbers)")
]
ClauseName = Annotated[str, StringConstraints(min_length=1, max_length=256), rule("a string of 1 to 256 characters")]


class StringMatchValues(Model):
    """How a string is compared: one of exact, prefix and regex."""

    model_config = ConfigDict(json_schema_extra=one_of("exact", "prefix", "regex"))

    exact: Compared | None = Field(default=None, description="The whole string.")
    prefix: Compared | None = Field(default=None, description="How the string begins.")
    regex: Regex | None = Field(default=None, description="A regular expression (RE2) of the whole string.")

    @model_validator(mode="after")
    def _one(self) -> "StringMatchValues":
        if len(self.model_fields_set) != 1:
            raise ProblemsError([Problem((), "needs one of exact, prefix and regex")])
        return self

    def string_match(self) -> StringMatch:
        """Returns the comparison."""
        kinds: tuple[Comparison, ...] = ("exact", "prefix", "regex")
        return next(StringMatch(kind, value) for kind in kinds if (value := getattr(self, kind)) is not None)


class HeaderMatchValues(StringMatchValues):
    """How a header is compared; empty: the header must be present."""

    model_config = ConfigDict(json_schema_extra=one_of("exact", "prefix", "regex", or_none=True))

    @model_validator(mode="after")
    def _one(self) -> "HeaderMatchValues":
        if len(self.model_fields_set) > 1:
            raise ProblemsError([Problem((), "needs one of exact, prefix and regex, or none for presence")])
        return self


class ParameterMatchValues(HeaderMatchValues):
    """How a query parameter is compared; empty: the parameter must be present."""

    exact: ComparedParameter | None = Field(default=None, description="The whole value, which may be empty.")


HeaderValues = Mapping[str, HeaderMatchValues]
Headers = dict[HeaderName, HeaderMatchValues]


class MatchValues(Model):
    """A clause. A request meets the clause if it meets all conditions. Clauses are ORed."""

    name: ClauseName | None = Field(default=None, description="A name for the clause, for access logs.")
    uri: StringMatchValues | None = Field(default=None, description="The request's path.")
    scheme: StringMatchValues | None = Field(default=None, description="The URI's scheme.")
    method: StringMatchValues | None = Field(default=None, description="The HTTP method.")
    authority: StringMatchValues | None = Field(default=None, description="The HTTP authority (host).")
    headers: Headers = Field(default={}, description="Headers, by name in lower case; {}: the header must be present.")
    without_headers: Headers = Field(default={}, description="Headers that must not match.")
    query_params: dict[ParameterName, ParameterMatchValues] = Field(
        default={}, description="Query parameters, by name; {}: the parameter must be present."
    )
    port: Port | None = Field(default=None, description="The port that the request was sent to.")
    source_labels: dict[LabelKey, LabelValue] = Field(default={}, description="Labels of the calling workload.")
    source_namespace: Namespace | None = Field(default=None, description="Namespace of the calling workload.")
    gateways: list[GatewayName] = Field(
        default=[], description="Gateways that the request comes through; mesh: the caller has a sidecar."
    )
    ignore_uri_case: bool = Field(default=False, description="Whether the path's case is ignored.")
    stat_prefix: ClauseName | None = Field(default=None, description="Prefix of the route's statistics.")

    @model_validator(mode="after")
    def _not_empty(self) -> "MatchValues":
        conditions = self.match().conditions()
        if not conditions or conditions == {"uri": StringMatch("prefix", "/")}:
            raise ProblemsError([Problem((), "has no condition, so it would take every request")])
        return self

    def match(self) -> Match:
        """Returns the clause in terms that are the same for all routers."""
        single = {
            key: string.string_match()
            for key in ("uri", "scheme", "method", "authority")
            if (string := getattr(self, key)) is not None
        }
        return Match(
            **single,
            headers=_strings(self.headers),
            without_headers=_strings(self.without_headers),
            query_params=_strings(self.query_params),
            port=self.port,
            source_labels=self.source_labels,
            source_namespace=self.source_namespace,
            gateways=tuple(self.gateways),
            ignore_uri_case=self.ignore_uri_case,
            name=self.name,
            stat_prefix=self.stat_prefix,
        )


def _strings(strings: HeaderValues) -> dict[str, StringMatch | None]:
    return {name: string.string_match() if string.model_fields_set else None for name, string in strings.items()}
