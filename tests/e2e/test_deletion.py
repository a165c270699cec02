"""`kubectl delete -f dist/` leaves nothing behind: no VirtualService, no object that its finalizer keeps."""

from collections.abc import Callable

from tests.e2e import controller_process
from tests.e2e.release import KSVC, Release
from tests.e2e.stack.eventually import eventually
from tests.e2e.values import blue_green

New = Callable[..., Release]

FINALIZER = "iter8.tools/finalizer"


def gone(release: Release) -> None:
    """Delete the release's files; every object and the route that the controller made must go."""
    release.delete()  # waits for every object of dist/, so a stuck finalizer fails here
    eventually(release.route, lambda seen: seen is None, "the VirtualService gone", 60)


def test_everything_goes(release: New) -> None:
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    gone(hello)


def test_ten_times_over(release: New, controller: object) -> None:
    """Applied and deleted again and again; nothing is stuck, and no route comes back.

    Iter8's controller works each deletion off for long after; how long is among the figures. The next scenario begins
    when that is over, since it is about something else.
    """
    hello = release()
    for _ in range(10):
        hello.apply(blue_green(30, 70))
        hello.ready()
        hello.routed({"hello-0": 30, "hello-1": 70})
        gone(hello)
    after = release("after")  # its route shows that the controller has dealt with every deletion
    after.apply(blue_green(1))
    after.ready()
    after.routed({"after-0": 1})
    assert hello.route() is None, "the deleted release's VirtualService came back"
    hello.figures.note(hello.scenario, "10 releases deleted, no VirtualService left, no finalizer stuck")
    seconds = controller_process.idle(controller)
    hello.figures.note(hello.scenario, f"the controller was busy with these for {seconds:.0f} s more")


def test_versions_in_a_route_have_the_finalizer(release: New) -> None:
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()

    def finalizers() -> set[str]:
        items = [hello.cluster.api.get("ksvc", hello.namespace, name) for name in hello.named(KSVC)]
        return {finalizer for item in items if item for finalizer in item["metadata"].get("finalizers", ["missing"])}

    eventually(finalizers, lambda seen: seen == {FINALIZER}, "the controller's finalizer on every version")
    gone(hello)
