"""The values of a release: a values file."""

from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from cdk8s_iter8.iter8.routemap_spec import ITER8_VERSION
from cdk8s_iter8.routers.istio import INGRESS_GATEWAY
from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from cdk8s_iter8.validation.metadata import Metadata
from cdk8s_iter8.validation.model import Model, ProblemsError
from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.validation.scalars import CookieName, GatewayName, Host, Iter8Version, Port, Seconds, Weight
from cdk8s_iter8.values.match import MatchValues


class SessionAffinityValues(Model):
    """The cookie that keeps a user with the version that first answered."""

    cookie_name: CookieName = Field(description="Name of the cookie that remembers the version.")
    max_age: Seconds = Field(default=86400, description="Seconds that browsers keep the cookie.")
    secure: bool = Field(default=False, description="Whether browsers send the cookie over TLS only.")

    @model_validator(mode="after")
    def _kept(self) -> "SessionAffinityValues":
        # RFC 6265bis, 4.1.3: browsers drop such a cookie without Secure.
        if self.cookie_name.lower().startswith(("__secure-", "__host-")) and not self.secure:
            text = f"{as_text(self.cookie_name)} is a name of cookies that browsers keep only with secure: true"
            raise ProblemsError([Problem(("cookieName",), text)])
        return self

    def session_affinity(self) -> SessionAffinity:
        """Returns the session affinity."""
        return SessionAffinity(self.cookie_name, self.max_age, self.secure)


class VersionValues(Model):
    """A version. An environment adds keys for the version's objects."""

    metadata: Metadata = Field(
        default=Metadata(), description="Metadata of the version's objects; name: APPLICATION-INDEX."
    )
    weight: Weight = Field(
        default=50,
        description="blue-green: relative weight (0: no requests). mirror: percentage of requests that are mirrored to "
        "a candidate. none: not used. canary: an error, except with KServe, whose routemaps have weights.",
    )
    match: list[MatchValues] = Field(
        default=[],
        description="canary: the requests that this candidate gets: clauses, ORed. "
        "Default with a single candidate: header traffic: test.",
    )

    def match_key(self) -> str | None:
        """Returns the key that has the version's clauses; None: the version has no clauses."""
        return "match" if self.match else None

    def matches(self) -> tuple[Match, ...]:
        """Returns the clauses in terms that are the same for all routers."""
        return tuple(clause.match() for clause in self.match)


V_co = TypeVar("V_co", bound=VersionValues, covariant=True)


class ApplicationValues(Model, Generic[V_co]):
    """An application and its versions. An environment may add defaults for its versions."""

    metadata: Metadata = Field(
        default=Metadata(),
        description="Metadata; name: the release's. Labels go to every object, annotations to every version.",
    )
    strategy: str = Field(default="none", description="How traffic is shared among the versions.")
    port: Port = Field(default=80, description="Port of the versions' containers.")
    session_affinity: SessionAffinityValues | None = Field(
        default=None, description="blue-green: keep a user with the version that first answered."
    )
    versions: list[V_co] = Field(min_length=1, description="The versions; the first is the primary.")


class ServiceValues(Model):
    """The entry point of a release. An environment adds keys for its entry point."""


A_co = TypeVar("A_co", bound=ApplicationValues[VersionValues], covariant=True)
S_co = TypeVar("S_co", bound=ServiceValues, covariant=True)


def _listed(value: object) -> object:
    if not isinstance(value, str | list):
        rule = "a gateway (NAME or NAMESPACE/NAME) or a list of them"
        raise PydanticCustomError("rule", "{rule}", {"rule": rule})
    return [value] if isinstance(value, str) else value


def _each_once(names: list[str]) -> list[str]:
    again = [
        Problem((index,), f"{as_text(name)} stands twice") for index, name in enumerate(names) if name in names[:index]
    ]
    if again:
        raise ProblemsError(again)
    return names


Gateways = Annotated[
    list[GatewayName],
    BeforeValidator(_listed, json_schema_input_type=GatewayName | list[GatewayName]),
    AfterValidator(_each_once),
]


class ReleaseValues(Model, Generic[A_co, S_co]):
    """Values of a release: the keys of the Iter8 chart `release`, and the keys that this project adds."""

    environment: str = Field(description="Where the versions run, such as knative-istio.")
    application: A_co = Field(description="The application and its versions.")
    gateway: Gateways = Field(
        default=[], description="Gateway, or list of gateways, that the route is bound to in addition to the mesh."
    )
    service: S_co = Field(default={}, validate_default=True, description="The release's entry point.")
    iter8_version: Iter8Version = Field(
        default=ITER8_VERSION,
        description="Version label of the routemap; a controller takes routemaps with its own version.",
    )


class ExternalServiceValues(ServiceValues):
    """The entry Service, an ExternalName."""

    external_name: Host = Field(
        default=INGRESS_GATEWAY,
        description="The host that the entry Service is an alias of: the gateway for callers without sidecar.",
    )


AnyValues = ReleaseValues[Any, Any]
"""Values of a release in any environment."""
