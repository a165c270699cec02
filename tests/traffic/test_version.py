from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from cdk8s_iter8 import ValuesError, Version
from cdk8s_iter8.iter8.routemap_spec import Resource, weight_resource
from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.traffic.version import DefaultNamespace
from cdk8s_iter8.validation.metadata import Metadata


def test_the_defaults() -> None:
    version = Version("hello-0")

    assert (version.namespace, version.weight, version.matches, version.mirrored) == ("default", 50, (), False)
    assert version.metadata == {"name": "hello-0", "namespace": "default", "labels": {"iter8.tools/watch": "true"}}


def test_all_of_it() -> None:
    labels, annotations = MappingProxyType({"a": "b"}), MappingProxyType({"c": "d"})

    assert Version("v", "shop", weight=1_000_000, labels=labels, annotations=annotations).metadata == {
        "name": "v",
        "namespace": "shop",
        "labels": {"a": "b", "iter8.tools/watch": "true"},
        "annotations": {"c": "d"},
    }


def test_nearer_metadata_wins() -> None:
    version = Version("v", "shop", weight=3, labels={"a": "1", "b": "1"}, annotations={"c": "1"})
    near = Metadata(name="w", labels={"b": "2"}, annotations={"d": "2"})

    assert version.with_metadata(near) == Version(
        "w", "shop", weight=3, labels={"a": "1", "b": "2"}, annotations={"c": "1", "d": "2"}
    )
    assert version.with_metadata(Metadata()) == version


def test_its_weight_has_an_object_of_its_own() -> None:
    assert weight_resource("v", "shop") == Resource("cm", "v-weight-config", "shop")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ({"weight": -1}, "weight: -1 is not a relative weight (an integer from 0 to 1000000)"),
        ({"weight": 1_000_001}, "weight: 1000001 is not a relative weight (an integer from 0 to 1000000)"),
        ({"weight": 1.5}, "weight: 1.5 is not a relative weight (an integer from 0 to 1000000)"),
        ({"weight": True}, "weight: true is not a relative weight (an integer from 0 to 1000000)"),
        (
            {"namespace": "Shop"},
            (
                "namespace: 'Shop' is not a namespace (at most 63 lower-case letters, digits and '-', starting and "
                "ending with a letter or digit)"
            ),
        ),
        (
            {"labels": {"iter8.tools/watch": "false"}},
            "labels['iter8.tools/watch']: 'false' is not 'true': the controller ignores objects without it",
        ),
        ({"annotations": {"a": 1}}, "annotations.a: 1 is not a string (quote numbers and true or false)"),
    ],
)
def test_what_is_wrong(arguments: dict[str, Any], line: str) -> None:
    with pytest.raises(ValuesError) as error:
        Version("v", **arguments)

    assert error.value.lines == (f"version 'v': {line}",)


def test_a_name_that_kubernetes_refuses() -> None:
    with pytest.raises(ValueError, match=r"^version 'Not OK!': name: 'Not OK!' is not a name for a Service \("):
        Version("Not OK!")


def test_a_version_in_another_namespace() -> None:
    assert Version("v").in_namespace("shop") == Version("v", "shop")


@pytest.mark.parametrize("namespace", ["default", "shop"])
def test_only_a_version_without_namespace_has_the_default_one(namespace: str) -> None:
    assert not isinstance(Version("v", namespace).namespace, DefaultNamespace)
    assert isinstance(replace(Version("v"), weight=1).namespace, DefaultNamespace)
    assert Version("v") == Version("v", "default")


def test_matches_are_a_tuple_whatever_sequence_is_given() -> None:
    match = Match(port=80)
    assert Version("v", matches=[match]).matches == (match,)  # type: ignore[arg-type]
    for wrong, line in (
        ({"traffic": "test"}, "matches: a mapping is not a list"),
        ([{"traffic": "test"}], "matches[0]: a mapping is not a Match"),
    ):
        with pytest.raises(ValuesError) as error:
            Version("v", matches=wrong)  # type: ignore[arg-type]
        assert error.value.lines == (f"version 'v': {line}",)
