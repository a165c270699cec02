import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.applying.shift_order import ROUTEMAP, Weighing, excess, shift_order


def weighing(**weights: int) -> Weighing:
    return Weighing(tuple(weights), weights)


@pytest.mark.parametrize(
    ("before", "after", "order"),
    [
        (None, weighing(v1=1, v2=2), ("v1", "v2", ROUTEMAP)),
        (weighing(v1=90, v2=10), weighing(v1=90, v2=10), (ROUTEMAP,)),
        # A candidate must not get half of the requests because the routemap lists it before the primary weighs more.
        (weighing(v1=1), weighing(v1=99, v2=1), ("v2", "v1", ROUTEMAP)),
        # A version that goes leaves in one step; the weight of the other one does not matter then.
        (weighing(v1=1, v2=1), weighing(v2=100), ("v2", ROUTEMAP)),
        # 1 of 3 gets most before the others get little.
        (weighing(v1=1, v2=0, v3=0), weighing(v1=1, v2=1, v3=98), ("v3", "v2", ROUTEMAP)),
    ],
)
def test_orders(before: Weighing | None, after: Weighing, order: tuple[str, ...]) -> None:
    assert shift_order(before, after) == order


WEIGHTS = st.integers(0, 100)
NAMES = st.lists(st.sampled_from(["v1", "v2", "v3", "v4"]), min_size=1, max_size=4, unique=True)


@st.composite
def weighings(draw: st.DrawFn) -> Weighing:
    names = draw(NAMES)
    return Weighing(tuple(names), {name: draw(WEIGHTS) for name in names})


@given(weighings(), weighings())
def test_what_is_new_or_changed_is_applied_once_and_the_routemap_always(before: Weighing, after: Weighing) -> None:
    changed = {name for name, weight in after.weights.items() if before.weights.get(name) != weight}
    order = shift_order(before, after)
    assert len(order) == len(set(order))
    assert set(order) == changed | {ROUTEMAP}


@given(WEIGHTS, WEIGHTS, WEIGHTS, WEIGHTS)
def test_of_two_versions_none_gets_more_than_before_or_after_if_one_gains_and_one_loses(
    a: int, b: int, more: int, less: int
) -> None:
    before, after = weighing(v1=a, v2=b), weighing(v1=a + more, v2=max(b - less, 0))
    assert excess(before, after, shift_order(before, after)) <= 1e-9


@given(weighings(), weighings())
def test_no_usual_order_is_better(before: Weighing, after: Weighing) -> None:
    chosen = excess(before, after, shift_order(before, after))
    changed = tuple(name for name, weight in after.weights.items() if before.weights.get(name) != weight)
    for order in ((*changed, ROUTEMAP), (ROUTEMAP, *changed)):
        new = tuple(name for name in changed if name not in before.weights)
        if order[0] == ROUTEMAP and new:
            continue  # a version that is listed before its weight-config is there is not available
        assert chosen <= excess(before, after, order) + 1e-9
