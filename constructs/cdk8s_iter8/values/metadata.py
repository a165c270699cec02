"""Names, namespaces, labels and annotations in values."""

from typing import Annotated

from pydantic import AfterValidator, Field

from cdk8s_iter8.values.model import Model, ProblemsError
from cdk8s_iter8.values.problem import Problem, shown
from cdk8s_iter8.values.scalars import AnnotationValue, LabelKey, LabelValue, Name, Namespace
from cdk8s_iter8.version import WATCH_LABEL


def _keeps_watch(labels: dict[str, str]) -> dict[str, str]:
    value = labels.get(WATCH_LABEL, "true")
    if value != "true":
        text = f"{shown(value)} is not 'true': the controller ignores objects without it"
        raise ProblemsError([Problem((WATCH_LABEL,), text)])
    return labels


Labels = Annotated[dict[LabelKey, LabelValue], AfterValidator(_keeps_watch)]


class Metadata(Model):
    """Metadata of objects. What is nearer to an object wins: its specification's, its version's, the application's."""

    name: Name | None = Field(None, description="Name: a DNS label.")
    namespace: Namespace | None = Field(None, description="Namespace.")
    labels: Labels = Field(default={}, description="Labels.")
    annotations: dict[LabelKey, AnnotationValue] = Field(default={}, description="Annotations.")
