"""The versions of a case, by the chart's own rules for names."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.comparison.document import Case
from tests.comparison.route import Object

# The object that requests go to, and that names the version in routes.
SPECIFICATION = {
    "knative-istio": "ksvcSpecification",
    "deployment": "serviceSpecification",
    "deployment-istio": "serviceSpecification",
    "deployment-gtw": "serviceSpecification",
    "kserve": "inferenceServiceSpecification",
    "kserve-0.10": "inferenceServiceSpecification",
    "kserve-0.11": "inferenceServiceSpecification",
    "kserve-modelmesh-istio": "inferenceServiceSpecification",
}


@dataclass(frozen=True)
class Member:
    """A version: its own name and namespace, and those of the object that requests go to."""

    name: str
    namespace: str
    placed: tuple[str, str]
    values: Object


def application(case: Case) -> tuple[str, str]:
    """The application's name and namespace."""
    metadata = case.values["application"].get("metadata") or {}
    return metadata.get("name") or case.release, metadata.get("namespace") or case.namespace


def members(case: Case) -> list[Member]:
    """The versions, the primary first."""
    return list(_members(case))


def _members(case: Case) -> Iterator[Member]:
    app, shared = application(case)
    for index, values in enumerate(case.values["application"]["versions"]):
        own = values.get("metadata") or {}
        name, namespace = own.get("name") or f"{app}-{index}", own.get("namespace") or shared
        placed = (values.get(SPECIFICATION[case.environment]) or {}).get("metadata") or {}
        yield Member(name, namespace, (placed.get("name") or name, placed.get("namespace") or namespace), values)
