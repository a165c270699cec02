"""A release under the real Knative: its versions become ready by themselves, and each answer names its revision."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.e2e.release import Release, Weights
from tests.e2e.stack.api import Object
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.traffic import Tally
from tests.e2e_knative.stack.cluster import KnativeStack

REVISIONS = "apis/serving.knative.dev/v1/revisions"
PODS = "api/v1/pods"


class KnativeRelease(Release):
    """A release in the stack with Knative."""

    @property
    def stack(self) -> KnativeStack:
        assert isinstance(self.cluster, KnativeStack)
        return self.cluster

    def settle(self) -> None:
        """Wait until the callers' Envoy has what was applied."""
        self.stack.settled.wait()

    # --- what Knative says ---------------------------------------------------------------------

    def ksvc(self, name: str) -> Object:
        """A version as Knative sees it."""
        ksvc = self.cluster.api.get("ksvc", self.namespace, name)
        assert ksvc is not None, f"no ksvc {name}"
        return ksvc

    def condition(self, name: str, kind: str = "Ready") -> str | None:
        """The status of a condition; None while Knative has not looked at the newest generation."""
        item = self.ksvc(name)
        status = item.get("status", {})
        if status.get("observedGeneration") != item["metadata"]["generation"]:
            return None
        return next((str(condition["status"]) for condition in status["conditions"] if condition["type"] == kind), None)

    def becomes(self, status: str = "True", *names: str, seconds: float = 60) -> None:
        """Wait until versions, without a name all, are Ready or not."""
        for name in names or self.named_versions():
            eventually(lambda: self.condition(name), lambda seen: seen == status, f"{name} Ready {status}", seconds)  # noqa: B023

    def named_versions(self) -> list[str]:
        """The names of the versions in the newest output."""
        return [item["metadata"]["name"] for item in self.objects if item["apiVersion"] == "serving.knative.dev/v1"]

    def latest(self, name: str) -> str:
        """The name of a version's newest ready revision."""
        revision: str = self.ksvc(name)["status"]["latestReadyRevisionName"]
        return revision

    def serves(self, revision: str, seconds: float = 60) -> None:
        """Wait until a revision gets all requests of its version."""
        name = revision.rpartition("-")[0]

        def seen() -> tuple[object, object]:
            return self.ksvc(name)["status"].get("latestReadyRevisionName"), self.condition(name)

        eventually(seen, lambda now: now == (revision, "True"), f"{revision} serves", seconds)

    def pods(self, name: str) -> list[Object]:
        """The pods of a version that are not ending."""
        pods = self.cluster.api.list(PODS, self.namespace, f"labelSelector=serving.knative.dev%2Fservice%3D{name}")
        return [item for item in pods if "deletionTimestamp" not in item["metadata"]]

    def asleep(self, *names: str, seconds: float = 60) -> None:
        """Wait until versions have no pod."""
        for name in names:
            eventually(lambda: len(self.pods(name)), lambda seen: seen == 0, f"pods of {name}", seconds)  # noqa: B023

    # --- what requests met ---------------------------------------------------------------------

    def record(self, tally: Tally, weights: Weights | None = None, note: str = "") -> None:
        """Keep the figures for the report, with the answers of each revision."""
        answers = f"revisions {revisions(tally)}"
        super().record(tally, weights, f"{note}; {answers}" if note else answers)

    # --- what the containers saw ---------------------------------------------------------------

    def received(self, name: str) -> Counter[str]:
        """How many numbered requests each revision of a version has received, copies among them."""
        return Counter(line["revision"] for line in self.lines(name))

    def lines(self, name: str) -> Iterator[dict[str, Any]]:
        """What the containers of a version have logged, a line a request."""
        for log in self.stack.pods.glob(f"{self.namespace}_{name}-0*_user-container.log"):
            for line in log.read_text().splitlines():
                if line.startswith("{"):
                    yield json.loads(line)


def revisions(tally: Tally) -> dict[str, int]:
    """The number of good answers for each revision."""
    return dict(Counter(str(reply.body["revision"]) for reply in tally.replies if reply.version))
