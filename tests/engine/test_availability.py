"""When an object of a version may get requests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.cluster.keys import Object
from cdk8s_iter8.engine.availability import unavailable_because
from cdk8s_iter8.engine.observed_object import observe
from cdk8s_iter8.iter8.resource_type import KNATIVE, SERVED_KNATIVE, SHIPPED, ResourceType
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


# --- a Knative Service by what is served: the steps of an update, as Knative reports them --------


def served(status: str, reason: str = "", *, finalizer: bool = False, observed: int = 1, generation: int = 1) -> str:
    """Why a Knative Service with these conditions is unavailable."""
    metadata = {"name": "a", "namespace": "b", "uid": "c", "generation": generation}
    if finalizer:
        metadata["finalizers"] = ["iter8.tools/finalizer"]
    routes = {"type": "RoutesReady", "status": status, "reason": reason}
    ready = {"type": "Ready", "status": "Unknown", "reason": "OutOfDate"}
    raw = {"metadata": metadata, "status": {"observedGeneration": observed, "conditions": [routes, ready]}}
    return unavailable_because(observe(raw, KSVC, frozenset({"routesready"})), SERVED_KNATIVE["ksvc"])


MOVING = ["OutOfDate", "TrafficNotMigrated", "IngressNotConfigured", "Uninitialized", "ReconcileIngressFailed"]


def test_served_whatever_the_newest_revision_is_like() -> None:
    assert not served("True")
    assert not served("True", observed=1, generation=2)


@pytest.mark.parametrize("reason", MOVING)
def test_served_while_requests_move_to_the_new_revision(reason: str) -> None:
    assert not served("Unknown", reason, finalizer=True)


@pytest.mark.parametrize("reason", ["RevisionMissing", *MOVING])
def test_not_served_before_the_first_time(reason: str) -> None:
    assert served("Unknown", reason) == "condition RoutesReady is Unknown"


@pytest.mark.parametrize("finalizer", [False, True])
def test_not_served_when_no_revision_is_ready(finalizer: bool) -> None:
    assert served("False", "RevisionMissing", finalizer=finalizer) == "condition RoutesReady is False"
    assert served("Unknown", "RevisionMissing", finalizer=finalizer) == "condition RoutesReady is Unknown"


def test_other_types_have_no_such_rule() -> None:
    other = ResourceType("example.com", "v1", "pools", ("RoutesReady",))
    metadata = {"name": "a", "namespace": "b", "uid": "c", "finalizers": ["iter8.tools/finalizer"]}
    condition = {"type": "RoutesReady", "status": "Unknown", "reason": "Uninitialized"}
    raw = {"metadata": metadata, "status": {"conditions": [condition]}}
    assert unavailable_because(observe(raw, KSVC, frozenset({"routesready"})), other)


_KEYS = st.sampled_from(["conditions", "type", "status", "observedGeneration"])
_LEAVES = st.none() | st.integers() | st.text(max_size=5) | st.just("Ready")


@given(st.recursive(_LEAVES, lambda inner: st.lists(inner) | st.dictionaries(_KEYS, inner), max_leaves=10))
def test_any_status_is_read(status: object) -> None:
    assert isinstance(why({"status": status}), str)
