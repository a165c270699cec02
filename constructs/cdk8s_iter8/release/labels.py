"""The labels of a release: by which `kubectl apply --prune` knows its objects."""

from collections.abc import Iterator, Mapping

from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.specifications.specification import Specification
from cdk8s_iter8.validation.metadata import Metadata
from cdk8s_iter8.validation.problem import Path, Problem, shown

INSTANCE = "app.kubernetes.io/instance"
PART_OF = "app.kubernetes.io/part-of"
MANAGED_BY = "app.kubernetes.io/managed-by"

# The controller's own; on a routemap or an entry they would mean something else (Iter8 controllers/allcontrollers.go).
_OF_ITER8 = "iter8.tools/"


def release_labels(name: str, labels: Mapping[str, str] | None = None) -> dict[str, str]:
    """Returns the labels that every object of a release has, beside what an object has of its own.

    They are those that Kubernetes recommends (kubernetes.io, Recommended Labels). With them
    ``kubectl apply --prune -l app.kubernetes.io/instance=NAME`` knows the release's objects, however they were applied
    before. A routemap keeps ``app.kubernetes.io/managed-by: iter8``, which says who executes it.

    Args:
        name: The application's name.
        labels: The application's own labels, which win; default: none.

    Example:
        >>> release_labels("hello")["app.kubernetes.io/instance"]
        'hello'
    """
    own = {key: value for key, value in (labels or {}).items() if not key.startswith(_OF_ITER8)}
    return {INSTANCE: name, MANAGED_BY: "cdk8s-iter8", PART_OF: name} | own


def label_problems(plan: ResolvedRelease) -> Iterator[Problem]:
    """Yields labels that would take an object away from its release.

    Args:
        plan: The release.
    """
    for path, metadata in _metadata(plan):
        instance = metadata.labels.get(INSTANCE, plan.application.name)
        if instance != plan.application.name:
            text = f"{shown(instance)} is not '{plan.application.name}', the application's name, by which "
            yield Problem((*path, "labels", INSTANCE), f"{text}`kubectl apply --prune` knows the release's objects")


def _metadata(plan: ResolvedRelease) -> Iterator[tuple[Path, Metadata]]:
    yield ("application", "metadata"), plan.values.application.metadata
    for index, values in enumerate(plan.values.application.versions):
        version: Path = ("application", "versions", index)
        yield (*version, "metadata"), values.metadata
        for field, info in type(values).model_fields.items():
            if isinstance(found := getattr(values, field), Specification):
                yield (*version, info.alias or field, "metadata"), found.metadata
