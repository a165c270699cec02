"""What changes of an object: fields, not what the API server writes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.cluster.keys import CONFIG_MAPS, ObjectKey
from cdk8s_iter8.live.object_difference import ABSENT, Action, FieldChange, field_changes, object_difference

KEY = ObjectKey(CONFIG_MAPS, "default", "hello")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(("a", "b")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("a", "b", "c")), inner, max_size=3),
    max_leaves=12,
)


def applied(data: Any, changes: list[FieldChange]) -> Any:
    """What the changes make of data."""
    for change in changes:
        data = _with(data, change.path, change.after)
    return _without_absent(data)


def _with(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    step, *rest = path
    if isinstance(step, int):
        items = list(data) if isinstance(data, list) else []
        items += [ABSENT] * (step + 1 - len(items))
        items[step] = _with(items[step], tuple(rest), value)
        return items
    fields = dict(data) if isinstance(data, dict) else {}
    fields[step] = _with(fields.get(step, ABSENT), tuple(rest), value)
    return fields


def _without_absent(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: kept for key, value in data.items() if (kept := _without_absent(value)) not in (ABSENT, {}, [])}
    if isinstance(data, list):
        return [kept for value in data if (kept := _without_absent(value)) not in (ABSENT, {}, [])]
    return data


@given(JSON, JSON)
def test_the_changes_lead_from_one_to_the_other(before: Any, after: Any) -> None:
    """But for what is empty, which is no field."""
    changes = list(field_changes(before, after))
    assert applied(before, changes) == _without_absent(after)


@given(JSON)
def test_the_same_has_no_changes(data: Any) -> None:
    assert list(field_changes(data, data)) == []


def test_what_the_server_writes_is_no_change() -> None:
    before = {
        "kind": "ConfigMap",
        "metadata": {
            "name": "a",
            "uid": "1",
            "resourceVersion": "1",
            "managedFields": [1],
            "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{}"},
        },
        "status": {"a": 1},
    }
    after = {"metadata": {"name": "a", "resourceVersion": "2"}}
    assert object_difference(KEY, before, after).action is Action.UNCHANGED


def test_a_new_object() -> None:
    assert object_difference(KEY, None, {}).action is Action.MADE


@pytest.mark.parametrize(
    ("before", "after", "paths"),
    [
        ({"a": {"b": [1, 2]}}, {}, [("a", "b", 0), ("a", "b", 1)]),
        ({}, {"a": {"b": {"c": 1}}}, [("a", "b", "c")]),
        ({"a": None}, {}, [("a",)]),
        ({"a": 1}, {"a": True}, [("a",)]),
        ({"a": {}}, {"a": "x"}, [("a",)]),
    ],
)
def test_changes_are_leaves(before: Any, after: Any, paths: list[Any]) -> None:
    assert [change.path for change in field_changes(before, after)] == paths
