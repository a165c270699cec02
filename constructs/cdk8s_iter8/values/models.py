"""The values of models, from which InferenceServices are made."""

from collections.abc import Iterator
from typing import Annotated, Any, Generic, Literal

from pydantic import ConfigDict, Field, model_validator

from cdk8s_iter8.specifications.schema_files import inference_service_schema
from cdk8s_iter8.specifications.specification import Specification, checked_by
from cdk8s_iter8.validation.model import Model, ProblemsError, one_of
from cdk8s_iter8.validation.problem import Problem
from cdk8s_iter8.validation.scalars import Name, Port, Text, rule
from cdk8s_iter8.values.release import ApplicationValues, V_co, VersionValues


class InferenceServiceSpecification(Specification):
    """A whole InferenceService."""

    spec: Annotated[dict[str, Any], checked_by(inference_service_schema)] = Field(
        description="The InferenceService's spec."
    )


class ModelVersionValues(VersionValues):
    """A version that is an InferenceService: the place of its model, or the whole object."""

    model_config = ConfigDict(json_schema_extra=one_of("storageUri", "inferenceServiceSpecification"))

    storage_uri: Text | None = Field(
        default=None, description="Where the model is; the InferenceService is made from it."
    )
    model_format: Text | None = Field(default=None, description="The model's format; default: the application's.")
    inference_service_specification: InferenceServiceSpecification | None = Field(
        default=None, description="The whole InferenceService, instead of storageUri."
    )

    @model_validator(mode="after")
    def _storage_or_specification(self) -> "ModelVersionValues":
        if (self.storage_uri is None) == (self.inference_service_specification is None):
            raise ProblemsError([Problem((), "needs either storageUri or inferenceServiceSpecification")])
        return self


class ModelApplicationValues(ApplicationValues[V_co], Generic[V_co]):
    """An application whose versions are models."""

    model_format: Text | None = Field(default=None, description="The versions' model format, such as sklearn.")

    def problems(self) -> Iterator[Problem]:
        """Yields versions whose model has no format; paths start at the file."""
        for index, version in enumerate(self.versions):
            values: Any = version
            if values.storage_uri and not (values.model_format or self.model_format):
                text = "is missing: neither the version nor the application has one"
                yield Problem(("application", "versions", index, "modelFormat"), text)


class ModelPort(Model):
    """A port of the container that serves a model."""

    container_port: Port = Field(description="The port.")
    name: Name | None = Field(default=None, description="The port's name, such as h2c for gRPC.")
    protocol: Annotated[Literal["TCP", "UDP", "SCTP"], rule("one of TCP, UDP, SCTP")] | None = Field(
        default=None, description="The port's protocol; default: TCP."
    )


class ServedVersionValues(ModelVersionValues):
    """A version whose model has its own server."""

    runtime: Text | None = Field(default=None, description="The serving runtime; default: the application's.")
    protocol_version: Text | None = Field(
        default=None, description="The inference protocol, such as v2; default: the application's."
    )
    ports: list[ModelPort] = Field(default=[], description="The server's ports; default: the application's.")


class ServedApplicationValues(ModelApplicationValues[V_co], Generic[V_co]):
    """An application whose versions are models with their own servers."""

    runtime: Text | None = Field(default=None, description="The versions' serving runtime; default: KServe's choice.")
    protocol_version: Text | None = Field(default=None, description="The versions' inference protocol, such as v2.")
    ports: list[ModelPort] = Field(default=[], description="The ports of the versions' servers.")
