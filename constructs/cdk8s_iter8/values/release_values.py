"""A whole values file."""

from typing import Annotated, Generic, TypeVar

from pydantic import BeforeValidator, Field

from cdk8s_iter8.values.application_values import ApplicationValues
from cdk8s_iter8.values.model import Model
from cdk8s_iter8.values.scalars import GatewayName, Iter8Version
from cdk8s_iter8.values.version_values import VersionValues


class ServiceValues(Model):
    """What values say of the release's entry point. An environment adds what its own has."""


A_co = TypeVar("A_co", bound=ApplicationValues[VersionValues], covariant=True)
S_co = TypeVar("S_co", bound=ServiceValues, covariant=True)

Gateways = Annotated[
    list[GatewayName],
    BeforeValidator(
        lambda value: [value] if isinstance(value, str) else value,
        json_schema_input_type=GatewayName | list[GatewayName],
    ),
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
