"""The release that this project began with, as it is in dist/."""

import shutil
from collections.abc import Callable

from tests.e2e.controller_installation import read
from tests.e2e.release import ROOT
from tests.e2e_knative.release import KnativeRelease, revisions
from tests.e2e_knative.stack.cluster import KnativeStack

New = Callable[..., KnativeRelease]


def shipped(release: New) -> KnativeRelease:
    """The file in dist/, in the namespace that it names."""
    hello = release()
    hello.namespace = "default"
    hello.synths = 1
    hello.dist.mkdir()
    file = hello.dist / "hello.k8s.yaml"
    shutil.copyfile(ROOT / "dist" / "hello.k8s.yaml", file)
    hello.objects = read([file])
    return hello


def test_30_70_and_woken_from_zero(release: New, cluster: KnativeStack) -> None:
    hello = shipped(release)
    hello.apply()
    hello.becomes()
    tally = hello.splits({"hello-0": 30, "hello-1": 70})
    assert set(revisions(tally)) == {"hello-0-00001", "hello-1-00001"}
    hello.asleep("hello-0", "hello-1")
    assert hello.condition("hello-0") == "True", "asleep is ready"
    woken = hello.splits({"hello-0": 30, "hello-1": 70}, requests=200)
    hello.figures.note(hello.scenario, f"woken from zero: {woken.versions}, {woken.failed} failed")
    hello.delete()
    assert cluster.api.get("vs", "default", "hello") is None
