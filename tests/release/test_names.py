from pathlib import Path
from typing import Any

import pytest

from cdk8s_iter8.routing.names import taken_names
from tests.support.released import planned, problems, values


def named(name: str, **more: str) -> dict[str, Any]:
    return {"metadata": {"name": name, **more}}


def ksvc(name: str, **more: str) -> dict[str, Any]:
    spec = {"template": {"spec": {"containers": [{"image": "hello"}]}}}
    return {"ksvcSpecification": {"metadata": {"name": name, **more}, "spec": spec}}


def test_every_name_that_a_release_takes(tmp_path: Path) -> None:
    plan = planned(tmp_path, values("knative-istio", "mirror", {}, ksvc("other", namespace="shop")))

    assert [(taken.kind, taken.namespace, taken.name, taken.version) for taken in taken_names(plan.routing)] == [
        ("cm", "default", "app-routemap", None),
        ("svc", "default", "app", None),
        ("vs", "default", "app", None),
        ("version", "default", "app-0", 0),
        ("ksvc", "default", "app-0", 0),
        ("cm", "default", "app-0-weight-config", 0),
        ("svc", "default", "app-0", 0),
        ("version", "default", "app-1", 1),
        ("ksvc", "shop", "other", 1),
        ("cm", "default", "app-1-weight-config", 1),
        ("svc", "shop", "other", 1),
        ("svc", "shop", "other-mirror", 1),
    ]


def test_without_routing_there_are_versions_only(tmp_path: Path) -> None:
    plan = planned(tmp_path, values("knative-istio", "none", {}))

    assert [(taken.kind, taken.name) for taken in taken_names(plan.routing)] == [
        ("cm", "app-routemap"),
        ("version", "app-0"),
        ("ksvc", "app-0"),
        ("svc", "app-0"),
    ]


ANOTHER = "is the name of another version too"
ENTRY = "is the application's name, which its entry Service has; name the version otherwise"


@pytest.mark.parametrize(
    ("versions", "line"),
    [
        ([named("app"), {}], f"[0].metadata.name: 'app' {ENTRY}"),
        ([{}, ksvc("app")], f"[1].ksvcSpecification.metadata.name: 'app' {ENTRY}"),
        ([named("a"), named("a")], f"[1].metadata.name: 'a' {ANOTHER}"),
        ([{}, named("app-0")], f"[1].metadata.name: 'app-0' {ANOTHER}"),
        ([named("app-1"), {}], f"[1]: 'app-1' {ANOTHER}"),
        ([ksvc("a"), ksvc("a")], f"[1].ksvcSpecification.metadata.name: 'a' {ANOTHER}"),
        ([ksvc("app-1"), {}], f"[1]: 'app-1' {ANOTHER}"),
        ([{**named("a"), **ksvc("b")}, {**named("a"), **ksvc("c")}], f"[1].metadata.name: 'a' {ANOTHER}"),
    ],
)
def test_two_objects_with_one_name(versions: list[dict[str, Any]], line: str, tmp_path: Path) -> None:
    assert problems(tmp_path, values("knative-istio", "blue-green", *versions)) == [f"application.versions{line}"]


@pytest.mark.parametrize(
    "versions",
    [
        [named("app", namespace="shop"), {}],
        [named("a"), named("a", namespace="shop")],
        [{**named("a"), **ksvc("b")}, {**named("b"), **ksvc("a")}],
    ],
)
def test_names_that_only_look_alike(versions: list[dict[str, Any]], tmp_path: Path) -> None:
    assert problems(tmp_path, values("knative-istio", "blue-green", *versions)) == []


def test_nobody_calls_the_application_where_nothing_is_routed(tmp_path: Path) -> None:
    assert problems(tmp_path, values("knative-istio", "none", named("app"))) == []


@pytest.mark.parametrize(
    ("versions", "line"),
    [
        (
            [{}, named("a"), named("a-mirror")],
            "[2].metadata.name: 'a-mirror' is needed to mirror requests to 'a'",
        ),
        (
            [named("a-mirror"), named("a")],
            "[1].metadata.name: 'a-mirror' is needed to mirror requests to 'a'",
        ),
    ],
)
def test_a_name_that_copies_need(versions: list[dict[str, Any]], line: str, tmp_path: Path) -> None:
    data = values("knative-istio", "mirror", *versions)

    assert problems(tmp_path, data) == [f"application.versions{line}; use another name"]


def test_an_application_that_has_the_name_which_copies_need(tmp_path: Path) -> None:
    data = values("knative-istio", "mirror", {}, named("a"), application={"metadata": {"name": "a-mirror"}})

    assert problems(tmp_path, data) == [
        "application.versions[1].metadata.name: 'a-mirror' is needed to mirror requests to 'a'; use another name"
    ]


def test_names_that_are_too_long(tmp_path: Path) -> None:
    blue_green = values("knative-istio", "blue-green", {}, named("b"), application=named("a" * 62))
    mirror = values("knative-istio", "mirror", {}, named("b" * 57))

    assert problems(tmp_path, blue_green) == [
        f"application.versions[0]: '{'a' * 62}-0' has 64 characters, at most 63 are possible; give the version a name"
    ]
    assert problems(tmp_path, mirror) == [
        (
            f"application.versions[1].metadata.name: '{'b' * 57}' is too long to be mirrored to: '{'b' * 57}-mirror' "
            "has 64 characters, at most 63 are possible"
        )
    ]
    assert problems(tmp_path, values("knative-istio", "mirror", named("b" * 57), {})) == []
