"""From a release's first version to its deletion, under the real Knative, while requests flow."""

import time
from collections.abc import Callable

from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.traffic import Flow
from tests.e2e.values import Values, blue_green, knative, ksvc
from tests.e2e_knative.release import REVISIONS, KnativeRelease
from tests.e2e_knative.stack.cluster import KnativeStack

New = Callable[..., KnativeRelease]


def halves(primary: str, candidate: str) -> Values:
    return knative("blue-green", ksvc(primary, weight=50), ksvc(candidate, weight=50))


def drop_candidate(release: KnativeRelease) -> None:
    """Delete the candidate after its share has gone, as docs say."""
    resources = ("ksvc/hello-1", "configmap/hello-1-weight-config")
    release.cluster.kubectl("delete", *resources, "-n", release.namespace, "--timeout=60s")
    release.settle()


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
    hello.record(tally, note="promotion in two steps")
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
    hello.record(tally, note="rollback")
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
