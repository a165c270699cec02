from typing import Any

import pytest

from cdk8s_iter8.cluster.api_error import FieldConflict
from cdk8s_iter8.live.conflict import contested, refused


@pytest.mark.parametrize(
    ("field", "manager", "taken", "is_refused"),
    [
        (".spec.template", '"kubectl-client-side-apply" using serving.knative.dev/v1', (), False),
        (".spec.template", '"before-first-apply" using v1', (), False),
        (".spec.template", '"cdk8s-iter8" using v1', (), False),
        (".metadata.annotations.iter8.tools/weight", '"kubectl-annotate" using v1', (), False),
        (".spec.template", '"kubectl-edit" using v1', (), True),
        (".spec.template", '"kubectl"', (), True),
        (".spec.template", '"helm" using v1', (), True),
        (".spec.template", '"helm" using v1', ("helm",), False),
        (".spec.template", "helm", ("helm",), False),
        (".metadata.annotations.other", '"kubectl-annotate" using v1', (), True),
    ],
)
def test_what_is_taken_over_without_being_told(
    field: str, manager: str, taken: tuple[str, ...], is_refused: bool
) -> None:
    conflict = FieldConflict(field, manager)
    assert refused([conflict], taken) == ((conflict,) if is_refused else ())


NOW: dict[str, Any] = {
    "metadata": {"annotations": {"a": "1", "a.b/c": "2"}},
    "spec": {"containers": [{"image": "one", "name": "default"}], "ports": [{"port": 80}, {"port": 81}]},
}


@pytest.mark.parametrize(
    ("field", "after", "is_contested"),
    [
        (".spec.containers", NOW, False),
        (".spec.containers", {**NOW, "metadata": {}}, False),
        (".spec.containers", {**NOW, "spec": {"containers": [{"image": "two", "name": "default"}]}}, True),
        (".spec.containers", {**NOW, "spec": {}}, True),
        (".spec.ports[port=80].targetPort", NOW, False),
        (".spec.ports[port=80].targetPort", {**NOW, "spec": {"ports": [{"port": 80, "targetPort": 1}]}}, True),
        (".metadata.annotations.a.b/c", {"metadata": {"annotations": {"a": "3", "a.b/c": "2"}}}, False),
        (".metadata.annotations.a.b/c", {"metadata": {"annotations": {"a": "1", "a.b/c": "3"}}}, True),
        (".metadata.annotations.other", NOW, False),
    ],
)
def test_a_field_that_keeps_its_value_is_not_contested(field: str, after: dict[str, Any], is_contested: bool) -> None:
    conflict = FieldConflict(field, '"kubectl" using v1')
    assert contested([conflict], NOW, after) == ((conflict,) if is_contested else ())


def test_an_object_that_has_gone_contests_what_is_set() -> None:
    conflict = FieldConflict(".spec.ports", '"kubectl" using v1')
    assert contested([conflict], None, NOW) == (conflict,)
