"""A version of an application: what every environment knows of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any

from pydantic import ValidatorFunctionWrapHandler, WrapValidator

from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.metadata import FITTING, WATCH_LABEL, WATCHED, Metadata
from cdk8s_iter8.validation.scalars import AnnotationValue, LabelKey, LabelValue, Name, Namespace, Weight


class DefaultNamespace(str):
    """The namespace of a version that names none: that of the chart goes before it."""

    __slots__ = ()


DEFAULT_NAMESPACE = DefaultNamespace("default")


def _kept(namespace: object, check: ValidatorFunctionWrapHandler) -> object:
    return namespace if isinstance(namespace, DefaultNamespace) else check(namespace)


@checked
@dataclass(frozen=True)
class Version:
    """One version of an application; the first of an application's versions is the primary.

    Attributes:
        name: Its name, in previews and by default of its objects.
        namespace: Where its objects are; default: where the chart is that they are in, else ``default``.
        weight: Relative weight, an integer from 0 to 1,000,000; a percentage when it is mirrored to. Default 50, the
            chart's.
        matches: For a canary: the clauses, ORed, of the requests it gets.
        labels: Labels of its objects, beside ``iter8.tools/watch: "true"`` that the controller needs.
        annotations: Annotations of its objects.
        mirrored: Whether copies of requests are sent to it, so that it must run even when no requests come.

    Raises:
        ValuesError: Everything that is wrong with it, a line each.

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
        """Returns the version as one of its objects is: the object's own metadata wins over the version's."""
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
        """Returns the version as it is in another namespace."""
        return replace(self, namespace=namespace)

    @property
    def watched_labels(self) -> dict[str, str]:
        """The labels of the version's objects."""
        return {**self.labels, WATCH_LABEL: "true"}

    @property
    def metadata(self) -> dict[str, Any]:
        """The metadata of an object that is the version, as they are in YAML."""
        metadata = {"name": self.name, "namespace": self.namespace, "labels": self.watched_labels}
        return metadata | ({"annotations": dict(self.annotations)} if self.annotations else {})
