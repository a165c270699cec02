from typing import Any

import pytest

from cdk8s_iter8 import SessionAffinity, ValuesError, Version
from cdk8s_iter8.objects.routing_check import check_routing
from cdk8s_iter8.routers.backend import knative_backend
from cdk8s_iter8.routers.istio import IstioRouter
from cdk8s_iter8.routing.routing import Routing
from cdk8s_iter8.strategies import STRATEGIES
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.match import Match, StringMatch

TEST = Match(headers={"traffic": StringMatch("exact", "test")})
BETA = Match(uri=StringMatch("prefix", "/beta"))
BETA_TEST = Match(uri=StringMatch("prefix", "/beta"), headers=TEST.headers)
TWO = (Version("a"), Version("b"))
THREE = (*TWO, Version("c"))


def check(strategy: str, versions: tuple[Version, ...], **more: Any) -> None:
    application = Application(**{"name": "hello", "namespace": "default", "versions": versions} | more)
    routing = Routing(
        application=application,
        strategy=STRATEGIES[strategy],
        declared_plan=STRATEGIES[strategy].plan(application) if versions else None,
        backends=tuple(map(knative_backend, versions)),
        router=IstioRouter(),
        has_entry=strategy != "none",
    )
    check_routing("chart/x", routing)


@pytest.mark.parametrize(
    ("strategy", "versions"),
    [
        ("none", (Version("hello"),)),
        ("blue-green", (Version("a"), Version("a", "shop"), Version("hello", "shop"))),
        ("canary", TWO),
        ("canary", (Version("a"), Version("b", matches=(TEST, TEST)), Version("c", matches=(BETA,)))),
        ("canary", (Version("a"), Version("b", matches=(BETA_TEST,)), Version("c", matches=(TEST,)))),
        ("mirror", (Version("a", weight=1000), Version("b", weight=100, mirrored=True))),
    ],
)
def test_what_fits(strategy: str, versions: tuple[Version, ...]) -> None:
    check(strategy, versions)


@pytest.mark.parametrize(
    ("strategy", "versions", "lines"),
    [
        ("blue-green", (), ["a routemap needs at least one version"]),
        ("canary", (), ["a routemap needs at least one version"]),
        ("blue-green", (Version("a"), Version("a")), ["versions[1].name: 'a' is the name of another version too"]),
        (
            "blue-green",
            (Version("hello"),),
            [
                (
                    "versions[0].name: 'hello' is the application's name, which its entry Service has; "
                    "name the version otherwise"
                )
            ],
        ),
        (
            "blue-green",
            (Version("a"), Version("b", matches=(TEST,))),
            ["versions[1].matches: has no effect with strategy blue-green: it is for canary"],
        ),
        (
            "canary",
            (Version("a", matches=(TEST,)), Version("b", matches=(Match(),))),
            [
                (
                    "versions[0].matches: the primary takes no match: it gets every request that no candidate's match "
                    "takes"
                ),
                "versions[1].matches[0]: has no condition, so it would take every request",
            ],
        ),
        (
            "canary",
            THREE,
            [
                f"{place}.matches: is missing: only a single candidate has a default, the header traffic: test"
                for place in ("versions[1]", "versions[2]")
            ],
        ),
        (
            "canary",
            (Version("a"), Version("b", matches=(TEST,)), Version("c", matches=(BETA, BETA_TEST))),
            [
                (
                    "versions[2].matches[1]: never gets a request: versions[1], which comes first, already takes "
                    "header traffic = test"
                )
            ],
        ),
        (
            "mirror",
            (Version("a"), Version("b", weight=101)),
            [
                (
                    "versions[1].weight: 101 is not a percentage (an integer from 0 to 100): "
                    "with strategy mirror it says how many of the requests are mirrored"
                ),
                (
                    "versions[1].mirrored: is not true, so the version would scale to zero, and mirrored requests "
                    "cannot start it"
                ),
            ],
        ),
    ],
)
def test_what_does_not_fit(strategy: str, versions: tuple[Version, ...], lines: list[str]) -> None:
    with pytest.raises(ValuesError) as error:
        check(strategy, versions)

    assert list(error.value.lines) == [f"chart/x: {line}" for line in lines]


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"name": "Not OK!"}, "name: 'Not OK!' is not a name for a Service"),
        ({"namespace": "{{"}, "namespace: '{{' is not a namespace"),
        ({"gateways": ("a b",)}, "gateways[0]: 'a b' is not a gateway"),
    ],
)
def test_what_kubernetes_or_a_browser_would_refuse(more: dict[str, Any], line: str) -> None:
    with pytest.raises(ValuesError) as error:
        check("blue-green", TWO, **more)

    name = more.get("name", "hello")
    assert str(error.value).startswith(f"application '{name}': {line} (")


def test_a_cookie_would_not_tell_versions_of_one_name_apart() -> None:
    with pytest.raises(
        ValueError,
        match=r"versions.1..name: 'a' is the name of a version in another namespace too: a user's cookie would",
    ):
        check("blue-green", (Version("a"), Version("a", "shop")), session_affinity=SessionAffinity("app"))
