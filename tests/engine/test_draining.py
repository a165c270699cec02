"""When a finalizer goes on and off: no request lost, no deletion held up for ever."""

from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.engine.draining import LINGER, LONGEST, Action, Draining, finalizer_action

DELAY = 5.0


def action(now: float, *, finalizer: bool, deleting: bool, serving: bool, routed: bool = True,
           left: float | None = None, since: float | None = None) -> tuple[Action, float]:  # fmt: skip
    return finalizer_action(Draining(finalizer, deleting, serving, left, since), now, DELAY)


def test_it_is_put_on_before_requests_come() -> None:
    assert action(0, finalizer=False, deleting=False, serving=True)[0] is Action.ADD
    assert action(0, finalizer=True, deleting=False, serving=True)[0] is Action.NOTHING


def test_it_is_never_put_on_otherwise() -> None:
    assert action(0, finalizer=False, deleting=False, serving=False)[0] is Action.NOTHING
    assert action(0, finalizer=False, deleting=True, serving=True)[0] is Action.NOTHING


def test_a_deletion_goes_on_after_the_route_without_the_object_and_the_delay() -> None:
    assert action(11, finalizer=True, deleting=True, serving=False, left=10, since=9) == (Action.WAIT, 15)
    assert action(15, finalizer=True, deleting=True, serving=False, left=10, since=9)[0] is Action.RELEASE


def test_an_object_that_left_long_ago_goes_at_once() -> None:
    assert action(100, finalizer=True, deleting=True, serving=False, left=10, since=100)[0] is Action.RELEASE


def test_a_deletion_waits_for_a_route_that_cannot_be_applied_but_not_for_ever() -> None:
    assert action(10, finalizer=True, deleting=True, serving=True, since=9) == (Action.WAIT, 9 + LONGEST)
    assert action(9 + LONGEST, finalizer=True, deleting=True, serving=True, since=9)[0] is Action.RELEASE


def test_a_version_that_was_taken_out_of_the_routemap_waits_for_the_delay_too() -> None:
    """A prune deletes it right after the routemap without it was applied; proxies do not know yet."""
    assert action(10.1, finalizer=True, deleting=True, serving=False, left=10, since=10.1) == (Action.WAIT, 15)


def test_it_is_taken_off_an_object_that_left_the_route_for_good() -> None:
    assert action(11, finalizer=True, deleting=False, serving=False, left=10) == (Action.WAIT, 10 + LINGER)
    assert action(10 + LINGER, finalizer=True, deleting=False, serving=False, left=10)[0] is Action.RELEASE


_TIMES = st.none() | st.floats(0, 1000)


@given(st.booleans(), _TIMES, st.floats(0, 1000), st.floats(0, 30))
def test_no_deletion_is_held_up_longer_than_the_bound(
    serving: bool, left: float | None, since: float, delay: float
) -> None:
    late = since + max(LONGEST, delay)
    draining = Draining(True, True, serving, left, since)
    assert finalizer_action(draining, late, delay)[0] is Action.RELEASE


@given(st.booleans(), st.booleans(), st.booleans(), _TIMES, _TIMES, st.floats(0, 1000))
def test_waiting_ends(  # noqa: PLR0917
    finalizer: bool, deleting: bool, serving: bool, left: float | None, since: float | None, now: float
) -> None:
    """Asked again when it says, it does not wait once more, if nothing has changed."""
    draining = Draining(finalizer, deleting, serving, left, now if since is None else since)
    what, when = finalizer_action(draining, now, DELAY)
    if what is Action.WAIT and (left is not None or deleting):
        assert when > now
        assert finalizer_action(draining, when, DELAY)[0] is Action.RELEASE
