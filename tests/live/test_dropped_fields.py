"""Fields of a plain `kubectl apply` that the values no longer have."""

import copy
from typing import Any

import pytest

from cdk8s_iter8.live.dropped_fields import without_dropped

PLAIN = {"manager": "kubectl-client-side-apply", "operation": "Update"}
FIELDS = {
    "f:metadata": {
        "f:annotations": {".": {}, "f:a": {}, "f:kubectl.kubernetes.io/last-applied-configuration": {}},
        "f:labels": {"f:b": {}},
    },
    "f:spec": {
        "f:ports": {
            'k:{"port":80,"protocol":"TCP"}': {".": {}, "f:port": {}},
            'k:{"port":81,"protocol":"TCP"}': {".": {}, "f:port": {}},
        },
        "f:set": {'v:"x"': {}},
    },
}
BEFORE: dict[str, Any] = {
    "metadata": {
        "annotations": {"a": "1", "kubectl.kubernetes.io/last-applied-configuration": "{}"},
        "labels": {"b": "1", "of-the-cluster": "1"},
    },
    "spec": {
        "ports": [{"port": 80, "protocol": "TCP"}, {"port": 81, "protocol": "TCP", "nodePort": 30000}],
        "set": ["x"],
        "default": 1,
    },
}
WHOLE: dict[str, Any] = {
    "metadata": {"annotations": {"a": "1"}, "labels": {"b": "1"}},
    "spec": {"ports": [{"port": 80}, {"port": 81}], "set": ["x"]},
}


def dropped(manifest: dict[str, Any], *entries: dict[str, Any]) -> dict[str, Any]:
    """What is left of the object when this is applied."""
    before = copy.deepcopy(BEFORE)
    before["metadata"]["managedFields"] = [{**PLAIN, "fieldsV1": FIELDS}, *entries]
    after = without_dropped(copy.deepcopy(BEFORE), before, manifest)
    assert before["metadata"].pop("managedFields")
    assert before == BEFORE
    return after


def test_nothing_goes_that_is_applied() -> None:
    assert dropped(WHOLE) == BEFORE


def test_what_is_not_applied_any_more_goes() -> None:
    after = dropped({"metadata": {}, "spec": {"ports": [{"port": 80}]}})
    assert after["metadata"] == {
        "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{}"},
        "labels": {"of-the-cluster": "1"},
    }
    assert after["spec"] == {"ports": [{"port": 80, "protocol": "TCP"}], "default": 1}


@pytest.mark.parametrize(
    ("manager", "operation", "stays"),
    [("ed", "Apply", True), ("ed", "Update", True), ("cdk8s-iter8", "Apply", False), ("cdk8s-iter8", "Update", True)],
)
def test_what_somebody_else_owns_too_stays(manager: str, operation: str, stays: bool) -> None:
    entry = {"manager": manager, "operation": operation, "fieldsV1": {"f:metadata": {"f:labels": {"f:b": {}}}}}
    after = dropped({**WHOLE, "metadata": {"annotations": {"a": "1"}}}, entry)
    assert ("b" in after["metadata"]["labels"]) is stays


def test_without_a_plain_apply_the_answer_of_the_server_stays() -> None:
    assert without_dropped(BEFORE, {"metadata": {}}, {}) is BEFORE
