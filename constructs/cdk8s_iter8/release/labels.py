"""The labels of a release, by which `kubectl apply --prune` knows its objects."""

from collections.abc import Iterator, Mapping

from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.manifests.recommended_labels import INSTANCE, MANAGED_BY, PART_OF
from cdk8s_iter8.specifications.specification import Specification
from cdk8s_iter8.validation.arguments import checked_call
from cdk8s_iter8.validation.metadata import Metadata
from cdk8s_iter8.validation.problem import Path, Problem, as_text
from cdk8s_iter8.validation.scalars import LabelKey, LabelValue, Name
from cdk8s_iter8.values.release import AnyValues

# The controller's own; on a routemap or an entry they would mean something else (Iter8 controllers/allcontrollers.go).
_OF_ITER8 = "iter8.tools/"


@checked_call
def release_labels(name: Name, labels: Mapping[LabelKey, LabelValue] | None = None) -> dict[str, str]:
    """Returns the labels that every object of a release has, in addition to its own labels.

    Kubernetes recommends these labels (kubernetes.io, Recommended Labels). With them
    ``kubectl apply --prune -l app.kubernetes.io/instance=NAME`` knows the release's objects, however they were applied
    before. A routemap keeps ``app.kubernetes.io/managed-by: iter8``, which says who executes it.

    Args:
        name: The application's name.
        labels: The application's own labels, which win; default: none.

    Raises:
        ValuesError: An argument is wrong; one line for each problem.

    Example:
        >>> release_labels("hello")["app.kubernetes.io/instance"]
        'hello'
    """
    own = {key: value for key, value in (labels or {}).items() if not key.startswith(_OF_ITER8)}
    return {INSTANCE: name, MANAGED_BY: "cdk8s-iter8", PART_OF: name} | own


def labelled(manifest: Manifest, labels: Mapping[str, str]) -> Manifest:
    """Returns an object with further labels; the object's own labels win.

    Example:
        >>> labelled({"metadata": {"name": "a", "labels": {"b": "own"}}}, {"b": "shared", "c": "shared"})
        {'metadata': {'name': 'a', 'labels': {'b': 'own', 'c': 'shared'}}}
    """
    metadata = manifest["metadata"]
    return {**manifest, "metadata": {**metadata, "labels": {**labels, **metadata.get("labels", {})}}}


def label_problems(values: AnyValues, name: str) -> Iterator[Problem]:
    """Yields problems of labels with which ``kubectl apply --prune`` would no longer know an object of the release.

    Args:
        values: The values.
        name: The application's name.
    """
    for path, metadata in _metadata(values):
        instance = metadata.labels.get(INSTANCE, name)
        if instance != name:
            text = f"{as_text(instance)} is not '{name}', the application's name, by which "
            yield Problem((*path, "labels", INSTANCE), f"{text}`kubectl apply --prune` knows the release's objects")


def _metadata(values: AnyValues) -> Iterator[tuple[Path, Metadata]]:
    yield ("application", "metadata"), values.application.metadata
    for index, version in enumerate(values.application.versions):
        place: Path = ("application", "versions", index)
        yield (*place, "metadata"), version.metadata
        for field, info in type(version).model_fields.items():
            if isinstance(specification := getattr(version, field), Specification):
                yield (*place, info.alias or field, "metadata"), specification.metadata
