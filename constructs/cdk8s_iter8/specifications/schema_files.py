"""The JSON schemas of whole objects, which `make imports` writes. A file is read when its schema is first used."""

from functools import cache
from importlib import resources


def knative_service_schema() -> str:
    """Returns the JSON Schema of a Knative Service, as text."""
    return _read("knative-service")


def deployment_schema() -> str:
    """Returns the JSON Schema of a Deployment, as text."""
    return _read("deployment")


def service_schema() -> str:
    """Returns the JSON Schema of a Service, as text."""
    return _read("service")


def inference_service_schema() -> str:
    """Returns the JSON Schema of an InferenceService, as text."""
    return _read("inference-service")


@cache
def _read(name: str) -> str:
    return resources.files(__package__).joinpath(f"schemas/{name}.json").read_text(encoding="utf-8")
