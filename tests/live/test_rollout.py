"""What a Deployment's rollout waits for."""

from typing import Any

import pytest

from cdk8s_iter8.live.rollout import unfinished_because

DONE = {"observedGeneration": 2, "replicas": 3, "updatedReplicas": 3, "readyReplicas": 3, "availableReplicas": 3}


def deployment(wanted: int = 3, **status: Any) -> dict[str, Any]:
    """A Deployment of the generation 2, rolled out but for what `status` says."""
    return {"metadata": {"generation": 2}, "spec": {"replicas": wanted}, "status": DONE | status}


def condition(name: str, status: str, reason: str, message: str = "") -> dict[str, Any]:
    return {"conditions": [{"type": name, "status": status, "reason": reason, "message": message}]}


@pytest.mark.parametrize(
    ("raw", "because"),
    [
        (deployment(), ""),
        (deployment(0, replicas=0, updatedReplicas=0, availableReplicas=0), ""),
        (deployment(observedGeneration=1), "Kubernetes has not seen it yet"),
        (deployment(updatedReplicas=1), "new pods: 1 of 3"),
        (deployment(replicas=5), "old pods that are still there: 2"),
        (
            deployment(replicas=5, unavailableReplicas=1),
            "old pods that are still there: 2; pods that are not available: 1",
        ),
        (deployment(availableReplicas=2), "new pods that are available: 2 of 3"),
        (deployment(1, replicas=2, updatedReplicas=1, availableReplicas=2), "old pods that are still there: 1"),
        (
            deployment(updatedReplicas=0, **condition("ReplicaFailure", "True", "FailedCreate", "exceeded quota")),
            "new pods: 0 of 3; FailedCreate: exceeded quota",
        ),
        (
            deployment(**condition("Progressing", "False", "ProgressDeadlineExceeded", "timed out")),
            "ProgressDeadlineExceeded: timed out",
        ),
        # Rolled out, then paused: nothing is left to wait for.
        (deployment(**condition("Progressing", "Unknown", "DeploymentPaused")), ""),
        (deployment(**condition("Progressing", "True", "NewReplicaSetAvailable")), ""),
    ],
)
def test_what_is_left(raw: dict[str, Any], because: str) -> None:
    assert unfinished_because(raw) == because


@pytest.mark.parametrize("status", [None, [], "x", {"replicas": "many", "observedGeneration": []}])
def test_what_no_controller_has_written_yet(status: Any) -> None:
    assert unfinished_because({"metadata": {"generation": 1}, "spec": {"replicas": 1}, "status": status})
