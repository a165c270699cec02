"""From a release's first version to its deletion, under the real Knative, while requests flow."""

import time
from collections.abc import Callable

from tests.e2e.release import KSVC
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.traffic import Flow
from tests.e2e.values import Values, blue_green, knative, ksvc
from tests.e2e_knative.release import PODS, REVISIONS, KnativeRelease, revisions
from tests.e2e_knative.stack.cluster import KnativeStack

New = Callable[..., KnativeRelease]


def halves(primary: str, candidate: str) -> Values:
    return knative("blue-green", ksvc(primary, weight=50), ksvc(candidate, weight=50))


def drop_candidate(release: KnativeRelease) -> None:
    """Delete the candidate after its share has gone, as docs say."""
    resources = ("ksvc/hello-1", "configmap/hello-1-weight-config")
    release.cluster.kubectl("delete", *resources, "-n", release.namespace, "--timeout=60s")
    release.settle()


def test_candidate_with_a_bad_image_gets_nothing(release: New) -> None:
    """Until it is mended: Knative serves none of its revisions before."""
    values = blue_green(30, 70)
    version = values["application"]["versions"][1]["ksvcSpecification"]["spec"]["template"]["spec"]
    version["containers"][0]["image"] = "example.com/missing:1"
    hello = release()
    hello.apply(values)
    hello.becomes("True", "hello-0")
    hello.routed({"hello-0": 1})
    hello.answered_by("hello-0")
    assert hello.condition("hello-1") == "Unknown"
    hello.apply(blue_green(30, 70))
    hello.becomes()
    hello.splits({"hello-0": 30, "hello-1": 70}, requests=400)


def test_candidate_that_crashes_gets_nothing(release: New) -> None:
    hello = release()
    hello.apply(knative("blue-green", ksvc("v1", weight=30), ksvc("crash", weight=70)))
    hello.becomes("True", "hello-0")
    hello.routed({"hello-0": 1})
    hello.answered_by("hello-0")
    time.sleep(3)
    assert hello.shares() == {"hello-0": 100}


def test_promotion_in_two_steps(release: New) -> None:
    """The new specification in the primary's place with the candidate kept; when it serves, the candidate goes."""
    hello = release()
    hello.apply(halves("v1", "v2"))
    hello.becomes()
    hello.routed({"hello-0": 50, "hello-1": 50})
    with Flow(hello.port, hello.host) as tally:
        hello.apply(halves("v2", "v2"))
        hello.serves("hello-0-00002")
        hello.apply(knative("blue-green", ksvc("v2")))
        hello.routed({"hello-0": 1})
        drop_candidate(hello)
        time.sleep(1)
    hello.record(tally, note=f"promotion in two steps; {revisions(tally)}")
    assert tally.failed == 0, tally.explain()
    assert {reply.body["target"] for reply in hello.requests(50).replies} == {"v2"}


def test_rollback(release: New) -> None:
    """The candidate loses its weight, then goes; the primary was never changed."""
    hello = release()
    hello.apply(halves("v1", "v2"))
    hello.becomes()
    hello.routed({"hello-0": 50, "hello-1": 50})
    with Flow(hello.port, hello.host) as tally:
        hello.apply(knative("blue-green", ksvc("v1", weight=50), ksvc("v2", weight=0)))
        hello.routed({"hello-0": 1})
        hello.apply(knative("blue-green", ksvc("v1")))
        drop_candidate(hello)
        time.sleep(1)
    hello.record(tally, note=f"rollback; {revisions(tally)}")
    assert tally.failed == 0, tally.explain()
    hello.answered_by("hello-0")


def test_deleted_and_made_again(release: New, cluster: KnativeStack) -> None:
    """Under one name, when Knative has forgotten the first: made at once, it can fail for good by itself."""
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.becomes()
    hello.splits({"hello-0": 30, "hello-1": 70}, requests=200)
    hello.delete()
    assert hello.route() is None
    kinds = (REVISIONS, "apis/autoscaling.internal.knative.dev/v1alpha1/podautoscalers")
    eventually(
        lambda: sum(len(cluster.api.list(kind, hello.namespace)) for kind in kinds), lambda left: not left, "gone"
    )
    hello.apply(blue_green(60, 40))
    hello.becomes()
    hello.splits({"hello-0": 60, "hello-1": 40}, requests=400)


def test_a_pod_is_deleted(release: New, cluster: KnativeStack) -> None:
    """Its successor takes over; the versions keep their places in the route."""
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.becomes()
    hello.routed({"hello-0": 30, "hello-1": 70})
    hello.requests(50)
    with Flow(hello.port, hello.host) as tally:
        (pod,) = hello.pods("hello-1")
        cluster.api.delete(PODS, hello.namespace, pod["metadata"]["name"])
        eventually(
            lambda: [item["metadata"]["name"] for item in hello.pods("hello-1")],
            lambda seen: bool(seen) and pod["metadata"]["name"] not in seen,
            "another pod",
        )
        time.sleep(3)
    hello.record(tally, note="the only pod of a version deleted")
    assert tally.failed == 0, tally.explain()
    assert hello.named(KSVC) == ["hello-0", "hello-1"]
    hello.splits({"hello-0": 30, "hello-1": 70}, requests=200)
