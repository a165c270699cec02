"""Names, namespaces, labels and annotations in values."""

from typing import Annotated

from pydantic import AfterValidator, Field

from cdk8s_iter8.validation.model import Model, ProblemsError
from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.validation.scalars import AnnotationValue, LabelKey, LabelValue, Name, Namespace

WATCH_LABEL = "iter8.tools/watch"
WEIGHT_ANNOTATION = "iter8.tools/weight"

# The limit of Kubernetes for all annotations of an object, keys and values (apimachinery, TotalAnnotationSizeLimitB).
_MOST_ANNOTATED = 256 * 1024


def _keeps_watch(labels: dict[str, str]) -> dict[str, str]:
    value = labels.get(WATCH_LABEL, "true")
    if value != "true":
        text = f"{as_text(value)} is not 'true': the controller ignores objects without it"
        raise ProblemsError([Problem((WATCH_LABEL,), text)])
    return labels


def _possible(annotations: dict[str, str]) -> dict[str, str]:
    if WEIGHT_ANNOTATION in annotations:
        text = f"{as_text(annotations[WEIGHT_ANNOTATION])}: this annotation is for changes in the cluster; use weight"
        raise ProblemsError([Problem((WEIGHT_ANNOTATION,), text)])
    size = sum(len(text.encode()) for pair in annotations.items() for text in pair)
    if size > _MOST_ANNOTATED:
        raise ProblemsError([Problem((), f"{size} bytes of annotations are too many: at most {_MOST_ANNOTATED}")])
    return annotations


WATCHED = AfterValidator(_keeps_watch)
"""A check of labels: the controller must see the object."""
FITTING = AfterValidator(_possible)
"""A check of annotations: they fit into an object, and the weight is not among them."""

Labels = Annotated[dict[LabelKey, LabelValue], WATCHED]
Annotations = Annotated[dict[LabelKey, AnnotationValue], FITTING]


class Metadata(Model):
    """Metadata of objects. A specification's metadata wins over its version's, and that over the application's."""

    name: Name | None = Field(default=None, description="Name: a DNS label.")
    namespace: Namespace | None = Field(default=None, description="Namespace.")
    labels: Labels = Field(default={}, description="Labels.")
    annotations: Annotations = Field(default={}, description="Annotations.")
