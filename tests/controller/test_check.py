from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from cdk8s_iter8.controller.check import controller_problems
from cdk8s_iter8.controller.resolved import resolve_controller
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.values.controller import ControllerValues
from tests.support.controller_releases import KSVC_ENTRY, hello, pools

EVERYWHERE = {"clusterScoped": True}
VS = {"Group": "networking.istio.io", "Version": "v1beta1", "Resource": "virtualservices"}
KSVC = {"Group": "serving.knative.dev", "Version": "v1", "Resource": "services"}


def problems(
    values: Mapping[str, Any], *releases: ResolvedRelease, known: tuple[ResolvedRelease, ...] = ()
) -> list[str]:
    controller = resolve_controller(ControllerValues.model_validate(values, by_name=False), known)
    return [str(problem) for problem in controller_problems(controller, releases)]


@pytest.mark.parametrize("strategy", ["none", "blue-green", "canary", "mirror"])
def test_the_default_serves_knative(strategy: str) -> None:
    assert problems({}, hello(strategy=strategy)) == []
    assert problems(EVERYWHERE, hello("shop", strategy)) == []


def test_a_type_that_the_controller_does_not_know() -> None:
    assert problems({"resourceTypes": {"ksvc": None}}, hello()) == [
        f"resourceTypes.ksvc: is missing, but release default/hello uses it: add the line `{KSVC_ENTRY}`"
    ]


def test_every_release_is_named() -> None:
    messages = problems({**EVERYWHERE, "resourceTypes": {"vs": None}}, hello(), hello("shop"), hello("shop", "none"))
    line = "`vs: {Group: networking.istio.io, Version: v1beta1, Resource: virtualservices}`"
    assert messages == [
        f"resourceTypes.vs: is missing, but release default/hello uses it: add the line {line}",
        f"resourceTypes.vs: is missing, but release shop/hello uses it: add the line {line}",
    ]


def test_types_of_an_environment_that_nobody_knows() -> None:
    pool = "`pool: {Group: pool.example.com, Version: v1, Resource: pools, conditions: [Ready, Filled]}`"
    split = "`split: {Group: split.example.com, Version: v1, Resource: trafficsplits, applied: true}`"
    assert problems({}, pools()) == [
        f"resourceTypes.pool: is missing, but release default/pools uses it: add the line {pool}",
        f"resourceTypes.split: is missing, but release default/pools uses it: add the line {split}",
    ]


def test_a_type_that_may_not_be_applied() -> None:
    split = {"Group": "split.example.com", "Version": "v1", "Resource": "trafficsplits"}
    pool = {"Group": "pool.example.com", "Version": "v1", "Resource": "pools", "conditions": ["filled", "ready", "A1"]}
    assert problems({"resourceTypes": {"split": split, "pool": pool}}, pools()) == [
        (
            "resourceTypes.split.applied: is not true, but release default/pools has its route in it: "
            "add the line `applied: true`"
        )
    ]
    assert problems({"resourceTypes": {"split": {**split, "applied": True}, "pool": pool}}, pools()) == []


def test_another_version_of_a_type() -> None:
    assert problems({"resourceTypes": {"vs": {**VS, "Version": "v1"}}}, hello()) == [
        (
            "resourceTypes.vs: is virtualservices.networking.istio.io/v1, but release default/hello uses "
            "virtualservices.networking.istio.io/v1beta1: write "
            "`vs: {Group: networking.istio.io, Version: v1beta1, Resource: virtualservices}`"
        )
    ]


def test_another_group_of_a_type() -> None:
    assert problems({"resourceTypes": {"ksvc": {**KSVC, "Group": "", "conditions": ["Ready"]}}}, hello()) == [
        (
            "resourceTypes.ksvc: is services/v1, but release default/hello uses services.serving.knative.dev/v1: write "
            f"`{KSVC_ENTRY}`"
        )
    ]


def test_a_type_without_its_conditions() -> None:
    assert problems({"resourceTypes": {"ksvc": KSVC}}, hello()) == [
        (
            "resourceTypes.ksvc.conditions: have no Ready, so versions of release default/hello would get requests "
            f"before they are ready: write `{KSVC_ENTRY}`"
        )
    ]


def test_a_routemap_of_another_version() -> None:
    assert problems({}, hello(iter8Version="v1.0")) == [
        (
            "iter8Version: the controller takes routemaps of version 'v1.1' only, but that of release default/hello is "
            "of 'v1.0': use a controller of that version, or write `iter8Version: v1.1` in the release"
        )
    ]
    assert problems({"image": "iter8/iter8:1.0.3"}, hello(iter8Version="v1.0")) == []


def test_a_release_in_another_namespace() -> None:
    assert problems({}, hello("shop")) == [
        (
            "clusterScoped: is not true, so the controller sees only its own namespace default, but release shop/hello "
            "has objects in shop: add the line `clusterScoped: true`"
        )
    ]
    assert problems({"namespace": "shop"}, hello("shop")) == []


def test_a_version_in_another_namespace() -> None:
    versions = [{"image": "aa"}, {"image": "bb", "metadata": {"namespace": "next"}}]
    release = hello(application={"strategy": "blue-green", "versions": versions})
    assert problems({}, release) == [
        (
            "clusterScoped: is not true, so the controller sees only its own namespace default, but release "
            "default/hello has objects in next: add the line `clusterScoped: true`"
        )
    ]
    assert problems(EVERYWHERE, release) == []


def test_auto_serves_what_it_was_made_from() -> None:
    releases = (hello(), pools())
    assert problems({"resourceTypes": "auto"}, *releases, known=releases) == []


def test_auto_without_the_release() -> None:
    assert problems({"resourceTypes": "auto"}, hello(strategy="none")) == [
        (
            "resourceTypes.ksvc: is missing, but release default/hello uses it: "
            "add the controller to the app after the release"
        )
    ]


def test_auto_of_releases_that_do_not_agree() -> None:
    old = replace(pools().environment.resource_types["pool"], version="v1beta1")
    environment = type("Old", (type(pools().environment),), {"resource_types": {"pool": old}})()
    releases = (pools(), replace(pools(), environment=environment))
    assert problems({"resourceTypes": "auto"}, *releases, known=releases) == [
        (
            "resourceTypes.pool: is pools.pool.example.com/v1, but release default/pools uses pools.pool.example.com/"
            "v1beta1: another release uses the first, and a controller knows one of a name"
        )
    ]
