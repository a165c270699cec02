"""A release led by this project's verbs under the real Knative, while requests flow: none may fail."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.e2e.applied import left, objects, shares, weighted
from tests.e2e.stack.traffic import Flow, Tally
from tests.e2e.values import blue_green
from tests.e2e.verbs import Verbs
from tests.e2e_knative.release import REVISIONS, KnativeRelease, revisions
from tests.e2e_knative.stack.cluster import KnativeStack

New = Callable[..., KnativeRelease]

IMAGE = "example.com/hello:2"


@contextmanager
def no_failed_request(release: KnativeRelease, note: str) -> Iterator[Tally]:
    release.settle()
    with Flow(release.port, release.host) as tally:
        yield tally
    release.record(tally, note=note)
    assert tally.failed == 0, tally.explain()


def test_promotion_by_names(verbs: Verbs, cluster: KnativeStack, release: New) -> None:
    """The candidate becomes the primary as it is: nothing is rolled out again."""
    verbs.apply(weighted(v1=100))
    hello = release()
    with no_failed_request(hello, "candidate, weights, promote by names, each applied") as tally:
        verbs.run("candidate", verbs.file, "--name", "hello-v2", "--image", IMAGE, "--weight", 25)
        verbs.apply()
        assert shares(verbs, cluster) == {"hello-v1": 80, "hello-v2": 20}
        verbs.run("weights", verbs.file, "hello-v1=50", "hello-v2=50")
        verbs.apply()
        assert "gone: hello-v1" in verbs.run("promote", verbs.file, "hello-v2")
        verbs.apply()
        assert left(verbs, cluster) == objects("hello-v2")
    assert set(revisions(tally)) == {"hello-v1-00001", "hello-v2-00001"}
    assert [item["metadata"]["name"] for item in cluster.api.list(REVISIONS, verbs.namespace)] == ["hello-v2-00001"]
    hello.answered_by("hello-v2")


def test_promotion_in_two_steps(verbs: Verbs, cluster: KnativeStack, release: New) -> None:
    """Versions without names: the primary gets what the candidate runs, and then the candidate goes."""
    verbs.apply(blue_green(50, 50))
    hello = release()
    with no_failed_request(hello, "promote twice, each applied") as tally:
        assert "step 1 of 2" in verbs.run("promote", verbs.file)
        verbs.apply()
        assert "step 2 of 2" in verbs.run("promote", verbs.file)
        verbs.apply()
        assert left(verbs, cluster) == objects("hello-0")
    assert set(revisions(tally)) == {"hello-0-00001", "hello-0-00002", "hello-1-00001"}
    assert {reply.body["target"] for reply in hello.answered_by("hello-0").replies} == {"v2"}


def test_rollback(verbs: Verbs, cluster: KnativeStack, release: New) -> None:
    """The candidate loses its weight, then it goes; the primary was never changed."""
    verbs.apply(weighted(v1=50, v2=50))
    hello = release()
    with no_failed_request(hello, "rollback twice, each applied") as tally:
        verbs.run("rollback", verbs.file)
        verbs.apply()
        assert shares(verbs, cluster) == {"hello-v1": 100}
        verbs.run("rollback", verbs.file)
        verbs.apply()
        assert left(verbs, cluster) == objects("hello-v1")
    assert set(revisions(tally)) == {"hello-v1-00001", "hello-v2-00001"}
    hello.answered_by("hello-v1")
