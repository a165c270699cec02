"""When an object of a version may get requests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.cluster.keys import Object
from cdk8s_iter8.engine.availability import unavailable_because
from cdk8s_iter8.engine.observed_object import observe
from cdk8s_iter8.iter8.resource_type import KNATIVE, SHIPPED
from tests.support.engine_objects import KSVC

_TYPE = KNATIVE["ksvc"]


def why(raw: Object) -> str:
    item = {**raw, "metadata": {"name": "a", "namespace": "b", "uid": "c", **raw.get("metadata", {})}}
    return unavailable_because(observe(item, KSVC, frozenset({"ready"})), _TYPE)


def condition(status: object = "True", **more: object) -> Object:
    return {"status": {"conditions": [{"type": "Ready", "status": status, **more}]}}


def test_available() -> None:
    assert not why(condition())
    assert not why({"status": {"conditions": [{"type": "ready", "status": "true"}]}})
    assert not why({**condition(observedGeneration=2), "metadata": {"generation": 2}})


def test_a_type_without_conditions_need_only_exist() -> None:
    seen = observe({"metadata": {"name": "a", "namespace": "b", "uid": "c"}}, KSVC, frozenset())
    assert not unavailable_because(seen, SHIPPED["svc"])
    assert unavailable_because(None, SHIPPED["svc"]) == "does not exist"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ({}, "has no condition Ready"),
        ({"status": "odd"}, "has no condition Ready"),
        ({"status": {"conditions": "odd"}}, "has no condition Ready"),
        ({"status": {"conditions": ["odd", {"type": 1}, {"type": "Ready"}]}}, "has no condition Ready"),
        (condition("False"), "condition Ready is False"),
        (condition("Unknown"), "condition Ready is Unknown"),
        ({**condition(observedGeneration=1), "metadata": {"generation": 2}}, "is about an older generation"),
        ({**condition(), "metadata": {"deletionTimestamp": "now"}}, "is being deleted"),
        ({"status": {"conditions": [*condition()["status"]["conditions"] * 2, {"type": "Ready", "status": "False"}]}},
         "condition Ready is False"),
    ],
)  # fmt: skip
def test_unavailable(raw: Object, reason: str) -> None:
    assert reason in why(raw)


def test_the_statuses_own_generation_counts_where_a_condition_has_none() -> None:
    raw = condition()
    raw["status"]["observedGeneration"] = 1
    assert "older" in why({**raw, "metadata": {"generation": 2}})


_KEYS = st.sampled_from(["conditions", "type", "status", "observedGeneration"])
_LEAVES = st.none() | st.integers() | st.text(max_size=5) | st.just("Ready")


@given(st.recursive(_LEAVES, lambda inner: st.lists(inner) | st.dictionaries(_KEYS, inner), max_leaves=10))
def test_any_status_is_read(status: object) -> None:
    assert isinstance(why({"status": status}), str)
