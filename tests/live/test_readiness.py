"""Why an object is not ready or not up to date: the words, and whose rule it is."""

from typing import Any

import pytest

from cdk8s_iter8.cluster.keys import GVR, ObjectKey
from cdk8s_iter8.engine.routemap import VersionResource
from cdk8s_iter8.iter8.resource_type import KNATIVE, SERVED_KNATIVE, SHIPPED, ResourceType
from cdk8s_iter8.live.readiness import outdated_because, unready_because


def resource(judged: ResourceType) -> VersionResource:
    return VersionResource(ObjectKey(GVR.of(judged), "default", "a"), judged)


OURS, ITER8S = resource(SERVED_KNATIVE["ksvc"]), resource(KNATIVE["ksvc"])


def ksvc(generation: int = 1, **conditions: str) -> dict[str, Any]:
    """Conditions by type: `STATUS`, or `STATUS REASON: MESSAGE`."""
    said = []
    for name, text in conditions.items():
        status, _, words = text.partition(" ")
        reason, _, message = words.partition(": ")
        said.append({"type": name, "status": status} | ({"reason": reason, "message": message} if words else {}))
    metadata = {"name": "a", "namespace": "default", "uid": "u", "generation": generation}
    metadata |= {"labels": {"iter8.tools/watch": "true"}}
    return {"metadata": metadata, "status": {"observedGeneration": 1, "conditions": said}}


def test_an_old_revision_that_serves() -> None:
    """The newest revision fails. Our controller goes on with the old one, Iter8's takes the version out."""
    broken = ksvc(Ready="False RevisionFailed: no image", RoutesReady="True")
    assert (unready_because(OURS, broken), unready_because(ITER8S, broken)) == ("", "RevisionFailed: no image")
    assert outdated_because(OURS, broken) == "ksvc a does not serve its newest revision: RevisionFailed: no image"


def test_an_update_that_knative_has_not_seen_yet() -> None:
    changed = ksvc(2, Ready="True", RoutesReady="True")
    assert unready_because(OURS, changed) == ""
    assert outdated_because(OURS, changed).endswith("newest revision: condition Ready is about an older generation")
    assert unready_because(ITER8S, changed) == "ksvc a condition Ready is about an older generation"


def test_no_revision_serves() -> None:
    """RoutesReady says that there is none, Ready says why."""
    broken = ksvc(Ready="False RevisionFailed: no image", RoutesReady="False RevisionMissing: none is ready")
    assert unready_because(OURS, broken) == "RevisionFailed: no image; RevisionMissing: none is ready"
    assert unready_because(ITER8S, broken) == "RevisionFailed: no image"
    assert unready_because(OURS, ksvc(Ready="False", RoutesReady="False")) == "ksvc a condition RoutesReady is False"


def test_what_is_right() -> None:
    for judged in (OURS, ITER8S):
        right = ksvc(Ready="True", RoutesReady="True")
        assert (unready_because(judged, right), outdated_because(judged, right)) == ("", "")


@pytest.mark.parametrize("judged", [OURS, ITER8S, resource(SHIPPED["deploy"])])
def test_what_is_not_there(judged: VersionResource) -> None:
    assert unready_because(judged, None).endswith(" a does not exist")
    assert outdated_because(judged, None) == ""


def test_a_deployment_whose_old_pods_serve() -> None:
    """It is Available, so it is ready for any controller."""
    deploy = resource(SHIPPED["deploy"])
    raw = ksvc(Available="True") | {"spec": {"replicas": 1}}
    raw["status"] |= {"replicas": 2, "updatedReplicas": 1, "availableReplicas": 1}
    assert unready_because(deploy, raw) == ""
    said = "deployment a does not serve its newest pods: old pods that are still there: 1"
    assert outdated_because(deploy, raw) == said
    raw["status"]["replicas"] = 1
    assert outdated_because(deploy, raw) == ""


def test_a_type_without_revisions_is_never_outdated() -> None:
    assert outdated_because(resource(SHIPPED["isvc"]), ksvc(Ready="True")) == ""
