"""A version of an application, with the properties that it has in every environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any

from pydantic import ValidatorFunctionWrapHandler, WrapValidator

from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.metadata import FITTING, WATCH_LABEL, WATCHED, Metadata
from cdk8s_iter8.validation.scalars import AnnotationValue, LabelKey, LabelValue, Name, Namespace, Weight


class DefaultNamespace(str):
    """The namespace of a version that names no namespace. The chart's namespace replaces it."""

    __slots__ = ()


DEFAULT_NAMESPACE = DefaultNamespace("default")


def _kept(namespace: object, check: ValidatorFunctionWrapHandler) -> object:
    return namespace if isinstance(namespace, DefaultNamespace) else check(namespace)


@checked
@dataclass(frozen=True)
class Version:
    """One version of an application; the first of an application's versions is the primary.

    Attributes:
        name: The version's name, which is the default name of its objects.
        namespace: The namespace of the version's objects; default: the namespace of their chart, else ``default``.
        weight: Relative weight, an integer from 0 to 1,000,000. With strategy mirror: the percentage of requests that
            are mirrored to the version. Default: 50, as in the Iter8 chart.
        matches: For a canary: the clauses, ORed, of the requests that the version gets.
        labels: Labels of the version's objects. The controller needs ``iter8.tools/watch: "true"``, which is added.
        annotations: Annotations of the version's objects.
        mirrored: Whether requests are mirrored to the version. Mirrored requests cannot start a pod, so one must run.

    Raises:
        ValuesError: All problems of the version, one line for each.

    Example:
        >>> Version("hello-1", weight=70).watched_labels
        {'iter8.tools/watch': 'true'}
    """

    name: Name
    namespace: Annotated[Namespace, WrapValidator(_kept)] = DEFAULT_NAMESPACE
    weight: Weight = 50
    matches: tuple[Match, ...] = ()
    labels: Annotated[Mapping[LabelKey, LabelValue], WATCHED] = field(default_factory=dict)
    annotations: Annotated[Mapping[LabelKey, AnnotationValue], FITTING] = field(default_factory=dict)
    mirrored: bool = False

    def with_metadata(self, metadata: "Metadata") -> "Version":
        """Returns the version with the metadata of one of its objects, which wins over the version's."""
        if not metadata.model_fields_set:
            return self
        return replace(
            self,
            name=metadata.name or self.name,
            namespace=metadata.namespace or self.namespace,
            labels={**self.labels, **metadata.labels},
            annotations={**self.annotations, **metadata.annotations},
        )

    def in_namespace(self, namespace: str) -> "Version":
        """Returns the version with another namespace."""
        return replace(self, namespace=namespace)

    @property
    def watched_labels(self) -> dict[str, str]:
        """The labels of the version's objects."""
        return {**self.labels, WATCH_LABEL: "true"}

    @property
    def metadata(self) -> dict[str, Any]:
        """The metadata of the version's object, with the keys of YAML."""
        metadata = {"name": self.name, "namespace": self.namespace, "labels": self.watched_labels}
        return metadata | ({"annotations": dict(self.annotations)} if self.annotations else {})
