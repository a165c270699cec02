from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given

from cdk8s_iter8.manifests.normalized import in_order, normalized
from tests.support.generators.manifests import Json, manifests


def manifest(**more: Any) -> Json:
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "app"}, **more}


def test_what_names_an_object_is_first_and_other_keys_are_sorted() -> None:
    given = {"data": {}, "Aspect": 1, "metadata": {"name": "app", "labels": {"b": "", "a": ""}}, "kind": "A"}
    made = normalized({**given, "apiVersion": "v1"})
    assert list(made) == ["apiVersion", "kind", "metadata", "Aspect", "data"]
    assert list(made["metadata"]) == ["labels", "name"]
    assert list(made["metadata"]["labels"]) == ["a", "b"]


def test_keys_without_a_value_are_left_out_and_items_of_lists_stay() -> None:
    made = normalized(manifest(data=None, spec={"a": None, "b": [None, {"c": None}], "d": {"e": None}}))
    assert made == manifest(spec={"b": [None, {}], "d": {}})


def test_what_is_empty_is_left_out_of_the_metadata_alone() -> None:
    nested = {"a": {"b": []}, "c": [{}, []]}
    made = normalized(manifest(metadata={"name": "app", "labels": {}, "finalizers": [], **nested}, spec=nested))
    assert made == manifest(metadata={"name": "app", "c": [None, None]}, spec={"a": {"b": []}, "c": [{}, []]})


@pytest.mark.parametrize(
    "ordered",
    [
        ["", "A", "Z", "_", "a", "aa", "b", "é"],
        # Indices of an array first, as numbers; the last one is 2**32 - 2.
        ["0", "2", "10", "4294967294", "-1", "00", "01", "4294967295", "a", "²"],
        # UTF-16 code units: a character beyond U+FFFF is two below U+E000.
        ["\ud7ff", "\U0001f600", "\ue000", "\uffff"],
    ],
)
def test_the_order_of_keys(ordered: list[str]) -> None:
    assert in_order(reversed(ordered)) == ordered


@given(manifests())
def test_twice_is_once_and_what_is_given_stays(given: Json) -> None:
    before = deepcopy(given)
    once = normalized(given)
    assert given == before
    assert repr(normalized(once)) == repr(once)
