"""Iter8's config.yaml, right and wrong."""

import pytest

from cdk8s_iter8.cluster.keys import GVR
from cdk8s_iter8.engine.config import read_config
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.source import parse
from tests.support.engine_objects import CONFIG, config


def test_each_type_is_watched_once() -> None:
    assert len(config().watched) == 6
    assert GVR("", "v1", "services") in config().watched


def test_only_routes_are_applied() -> None:
    assert config().routes == {"vs", "httproute"}


def test_another_type_is_applied_if_the_configuration_says_so() -> None:
    more = "  ir: {Group: traefik.io, Version: v1alpha1, Resource: ingressroutes, applied: true}\n"
    assert "ir" in config(CONFIG + more).routes


def test_keys_are_read_in_any_case() -> None:
    text = "resourceTypes: {vs: {group: networking.istio.io, version: v1, resource: virtualservices}}"
    assert read_config(parse(text, "c")).types["vs"].group == "networking.istio.io"


def test_conditions_of_two_short_names_are_put_together() -> None:
    text = "resourceTypes: {a: {Version: v1, Resource: pods, conditions: [A]}, b: {Version: v1, Resource: pods}}"
    assert read_config(parse(text, "c")).conditions(GVR("", "v1", "pods")) == {"a"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[]", "not a mapping"),
        ("{}", "resourceTypes"),
        ("resourceTypes: []", "resourceTypes"),
        ("resourceTypes: {a: 1}", "resourceTypes.a"),
        ("resourceTypes: {a: {Version: v1}}", "resourceTypes.a.Resource"),
        ("resourceTypes: {a: {Version: 1, Resource: pods}}", "resourceTypes.a.Version"),
        ("resourceTypes: {a: {Version: v1, Resource: ../secrets}}", "resourceTypes.a.Resource"),
        ("resourceTypes: {a: {Group: a/b, Version: v1, Resource: pods}}", "resourceTypes.a.Group"),
        ("resourceTypes: {a: {Version: v1, Resource: pods, conditions: Ready}}", "resourceTypes.a.conditions"),
        ("resourceTypes: {a: {Version: v1, Resource: pods, applied: yes please}}", "resourceTypes.a.applied"),
        ("clusterScoped: 3\nresourceTypes: {a: {Version: v1, Resource: pods}}", "clusterScoped"),
    ],
)
def test_what_is_wrong_is_named(text: str, place: str) -> None:
    with pytest.raises(ValuesError, match=r"config\.yaml:") as caught:
        read_config(parse(text, "config.yaml"))
    assert place in str(caught.value)
