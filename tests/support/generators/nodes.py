"""Routing templates of any shape."""

from hypothesis import strategies as st

from cdk8s_iter8.template import Guard, LiteralBlock, LiveWeight, Node
from tests.support.generators.text import keys, strings

MOST_WEIGHT = 2**32 - 1
"""The controller's weights are unsigned 32-bit numbers."""

Nodes = st.SearchStrategy[Node]
Guards = st.SearchStrategy[tuple[int, ...]]

_LINES = ("key: value", "- item", "  indented", "", "# comment: it's {one}")
texts = st.lists(st.sampled_from(_LINES), max_size=5).map(
    lambda lines: LiteralBlock("\n".join(["first:", *lines, "last: 1", ""]))
)


def weights(versions: int) -> st.SearchStrategy[list[int]]:
    """Weights as the controller gives them: one at least is more than 0."""
    some = st.sampled_from((0, 0, 1, 30, 100, 101, MOST_WEIGHT))
    return st.lists(some, min_size=versions, max_size=versions).map(lambda live: live if any(live) else [1, *live[1:]])


def nodes(versions: int) -> Nodes:
    """Templates that a YAML reader and `evaluate` must agree on: a collection that has items keeps one of them."""
    guards: Guards = st.lists(st.integers(0, versions - 1), min_size=1, max_size=3).map(tuple)
    leaves: Nodes = st.one_of(
        strings,
        st.sampled_from((0, -1, 2**31, 0.5, -1e16, 1e-7, 1.0, True, False, None, {}, [])),
        st.builds(LiveWeight, st.integers(0, versions - 1), st.none() | st.sampled_from((0, 1, 100))),
    )
    return st.recursive(leaves, lambda children: _collections(children, guards, versions), max_leaves=10)


def _collections(children: Nodes, guards: Guards, versions: int) -> Nodes:
    guarded = _guarded(children, guards)
    every = st.builds(
        lambda children: [Guard((version,), child) for version, child in enumerate(children)],
        st.lists(children, min_size=versions, max_size=versions),
    )
    items = st.tuples(st.lists(guarded, max_size=3), children, st.lists(guarded | children, max_size=3))
    entries = st.tuples(
        st.dictionaries(keys, guarded, max_size=2),
        st.dictionaries(keys, children | texts, min_size=1, max_size=2),
        st.dictionaries(keys, guarded | children | texts, max_size=2),
    )
    return st.one_of(
        every,
        items.map(lambda parts: [*parts[0], parts[1], *parts[2]]),
        entries.map(lambda parts: {**parts[2], **parts[0], **parts[1]}),
    )


def _guarded(children: Nodes, guards: Guards) -> Nodes:
    one = st.builds(Guard, guards, children)
    # A list that is there while one of its items is.
    all_or_nothing = st.builds(
        lambda versions, child: Guard(versions, [Guard((version,), child) for version in versions]), guards, children
    )
    return st.one_of(one, st.builds(Guard, guards, one), all_or_nothing)
