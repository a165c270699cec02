"""The controller's resource types in values."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, ValidationError

from cdk8s_iter8.iter8.resource_type import ResourceType
from cdk8s_iter8.validation.model import Model, ProblemsError, problems
from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.validation.scalars import DNS_LABEL, rule

# The controller takes one letter, too, but y and n are booleans for its YAML parser.
ShortName = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z][-A-Za-z0-9_]*[A-Za-z0-9]$", max_length=63),
    rule("a short name of a type (2 to 63 letters, digits, '-' or '_', starting with a letter)"),
]
Group = Annotated[
    str,
    StringConstraints(pattern=r"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$", max_length=253),
    rule('an API group (a DNS name such as serving.knative.dev, or "" for core objects)'),
]
ApiVersion = Annotated[
    str,
    StringConstraints(pattern=f"^{DNS_LABEL}$", max_length=63),
    rule("an API version without group (such as v1 or v1beta1)"),
]
Plural = Annotated[
    str,
    StringConstraints(pattern=f"^{DNS_LABEL}$", max_length=63),
    rule("a resource (the plural name in the API, in lower case, such as services)"),
]
ConditionName = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z][-A-Za-z0-9_./]*[A-Za-z0-9]$", max_length=316),
    rule("a condition of an object's status (such as Ready)"),
]


class ResourceTypeValues(Model):
    """A type that the controller watches, with the controller's spelling of keys."""

    group: Annotated[Group, Field(alias="Group")] = Field(description='API group; "" for core objects.')
    version: Annotated[ApiVersion, Field(alias="Version")] = Field(description="API version, such as v1.")
    resource: Annotated[Plural, Field(alias="Resource")] = Field(
        description="Plural name in the API, such as services."
    )
    conditions: list[ConditionName] = Field(
        default=[], description="Conditions that must be True for an object to be ready; empty: it must only exist."
    )
    applied: bool | None = Field(
        default=None,
        description="Whether routemaps apply objects of this type: the controller may create and patch them. "
        "Default: true for Istio's VirtualService and the Gateway API's HTTPRoute, false for others.",
    )

    def resource_type(self) -> ResourceType:
        """Returns the type."""
        return ResourceType(self.group, self.version, self.resource, tuple(self.conditions))

    def is_applied(self) -> bool:
        """Tells whether routemaps apply objects of this type."""
        return self.resource_type().is_route if self.applied is None else self.applied


class _Types(Model):
    types: dict[ShortName, ResourceTypeValues | None]


def _each(value: object) -> object:
    """Checks the types one by one. A plain union would add its alternatives to the paths of errors."""
    if value == "auto":
        return value
    if not isinstance(value, dict):
        raise ProblemsError([Problem((), f"{as_text(value)} is not a mapping of resource types, or auto")])
    try:
        return _Types.model_validate({"types": value}, by_name=False).types
    except ValidationError as error:
        wrong = [Problem(problem.path[1:], problem.message) for problem in problems(error, _Types)]
    raise ProblemsError(wrong)


ResourceTypes = Annotated[dict[ShortName, ResourceTypeValues | None] | Literal["auto"], BeforeValidator(_each)]


def changed_types(
    known: Mapping[str, ResourceType], given: Mapping[str, ResourceTypeValues | None]
) -> dict[str, ResourceTypeValues]:
    """Returns the known types with changes: a given type is added or replaced, null removes a type.

    Args:
        known: The types that the controller knows by itself, by short name.
        given: The changes, by short name of the type.
    """
    default = {
        name: ResourceTypeValues(
            group=resource_type.group,
            version=resource_type.version,
            resource=resource_type.resource,
            conditions=list(resource_type.conditions),
        )
        for name, resource_type in known.items()
    }
    return {name: values for name, values in {**default, **given}.items() if values is not None}
