"""A version of an application: what every environment knows of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.validation.arguments import Arguments
from cdk8s_iter8.validation.metadata import WATCH_LABEL, Annotations, Labels, Metadata
from cdk8s_iter8.validation.problem import shown
from cdk8s_iter8.validation.scalars import Name, Namespace, Weight


class _Version(Arguments):
    name: Name
    namespace: Namespace
    weight: Weight
    labels: Labels
    annotations: Annotations


@dataclass(frozen=True)
class Version:
    """One version of an application; the first of an application's versions is the primary.

    Attributes:
        name: Its name, in previews and by default of its objects.
        namespace: Where its objects are.
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

    name: str
    namespace: str = "default"
    weight: int = 50
    matches: tuple[Match, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    annotations: Mapping[str, str] = field(default_factory=dict)
    mirrored: bool = False

    def __post_init__(self) -> None:
        _Version.check(
            f"version {shown(self.name)}",
            name=self.name,
            namespace=self.namespace,
            weight=self.weight,
            labels=dict(self.labels),
            annotations=dict(self.annotations),
        )

    def with_metadata(self, metadata: Metadata) -> "Version":
        """Returns the version as one of its objects is: the object's own metadata wins over the version's."""
        return replace(
            self,
            name=metadata.name or self.name,
            namespace=metadata.namespace or self.namespace,
            labels={**self.labels, **metadata.labels},
            annotations={**self.annotations, **metadata.annotations},
        )

    @property
    def watched_labels(self) -> dict[str, str]:
        """The labels of the version's objects."""
        return {**self.labels, WATCH_LABEL: "true"}

    @property
    def metadata(self) -> dict[str, Any]:
        """The metadata of an object that is the version, as they are in YAML."""
        metadata = {"name": self.name, "namespace": self.namespace, "labels": self.watched_labels}
        return metadata | ({"annotations": dict(self.annotations)} if self.annotations else {})
