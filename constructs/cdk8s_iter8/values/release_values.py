"""A whole values file."""

from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from cdk8s_iter8.values.application_values import ApplicationValues
from cdk8s_iter8.values.model import Model, ProblemsError
from cdk8s_iter8.values.problem import Problem, shown
from cdk8s_iter8.values.scalars import GatewayName, Iter8Version
from cdk8s_iter8.values.version_values import VersionValues


class ServiceValues(Model):
    """What values say of the release's entry point. An environment adds what its own has."""


A_co = TypeVar("A_co", bound=ApplicationValues[VersionValues], covariant=True)
S_co = TypeVar("S_co", bound=ServiceValues, covariant=True)


def _listed(value: object) -> object:
    if not isinstance(value, str | list):
        rule = "a gateway (NAME or NAMESPACE/NAME) or a list of them"
        raise PydanticCustomError("rule", "{rule}", {"rule": rule})
    return [value] if isinstance(value, str) else value


def _each_once(names: list[str]) -> list[str]:
    again = [
        Problem((index,), f"{shown(name)} stands twice") for index, name in enumerate(names) if name in names[:index]
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
    """Values of a release: what the Iter8 chart `release` takes, and what this project adds."""

    environment: str = Field(description="Where the versions run, such as knative-istio.")
    application: A_co = Field(description="The application and its versions.")
    gateway: Gateways = Field(
        default=[], description="Gateway, or list of them, that the route is bound to beside the mesh."
    )
    service: S_co = Field(default={}, validate_default=True, description="The release's entry point.")
    iter8_version: Iter8Version = Field("v1.1", description="The label that the controller takes routemaps by.")
