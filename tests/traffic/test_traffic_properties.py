"""What the controller makes of a plan is what its preview says, for every set of ready versions."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from cdk8s_iter8.iter8.weights import ready_sets, weights
from cdk8s_iter8.routers.backend import knative_backend
from cdk8s_iter8.routers.istio import IstioRouter
from cdk8s_iter8.routers.router import Route
from cdk8s_iter8.template import Node, evaluate, render
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.traffic.preview import Preview, RulePreview, preview_traffic
from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from cdk8s_iter8.traffic.version import Version
from tests.support import yaml_readers
from tests.support.generators.plans import ROUTED, Case, case, cases
from tests.support.go_template import execute
from tests.support.routed import RoutedRule, Target, rules

Live = list[int]
Routed = tuple[tuple[bool, ...], Any]
"""Which versions are ready, and the VirtualService then."""


def template(case: Case) -> Node:
    backends = tuple(knative_backend(version) for version in case.application.versions)
    application = case.application
    return IstioRouter().template(
        Route(application.name, application.namespace, case.plan, backends, application.gateways)
    )


def routed(case: Case) -> list[Routed]:
    """The VirtualService for every set of ready versions, as the controller makes it."""
    node, sets = template(case), list(ready_sets(len(case.names)))
    live = [weights(case.declared, ready) for ready in sets]
    text = render(node)
    read = [yaml_readers.as_the_controller(output) for output in execute([(text, set_weights) for set_weights in live])]
    assert read == [evaluate(node, set_weights) for set_weights in live]
    return list(zip(sets, read, strict=True))


def version_of(target: Target, case: Case) -> str:
    """Which version answers: what Knative's gateway goes by is the Host."""
    [(header, host)] = target.request_headers
    assert (header, host, target.port) == ("Host", target.host, 80)
    [version] = [
        declared
        for declared in case.application.versions
        if f"{declared.name}.{declared.namespace}.svc.cluster.local" == host
    ]
    assert target.version == version.name
    return version.name


def mirrored_to(target: Target, case: Case) -> str:
    hosts = {
        f"{version.name}-mirror.{version.namespace}.svc.cluster.local": version.name
        for version in case.application.versions
    }
    assert target.port == 80
    return hosts[target.host]


def in_words(clause: Any, case: Case) -> str:
    """A clause in the words of a preview."""

    def strings(key: str) -> dict[str, StringMatch | None]:
        return {name: one(string) for name, string in clause.get(key, {}).items()}

    def one(string: Any) -> StringMatch | None:
        return StringMatch(*next(iter(string.items()))) if string else None

    headers, affinity = strings("headers"), case.application.session_affinity
    if affinity:
        [(name, expression)] = headers.items()
        assert name == "cookie"
        assert expression
        [version] = [
            cookie
            for cookie in case.names
            if re.fullmatch(expression.value, f"a=b; {affinity.cookie_name}={cookie}; c=d")
        ]
        return str(Match(cookie=(affinity.cookie_name, version)))
    single: dict[str, Any] = {
        key: one(clause[key]) for key in ("uri", "scheme", "method", "authority") if key in clause
    }
    match = Match(
        **single,
        headers=headers,
        without_headers=strings("withoutHeaders"),
        query_params=strings("queryParams"),
        port=clause.get("port"),
        source_labels=clause.get("sourceLabels", {}),
        source_namespace=clause.get("sourceNamespace"),
        gateways=tuple(clause.get("gateways", ())),
        ignore_uri_case=clause.get("ignoreUriCase", False),
    )
    return str(match)


def assert_as_previewed(read: Sequence[RoutedRule], preview: Preview, case: Case) -> None:
    assert [rule.name for rule in read] == [rule.name for rule in preview.rules]
    for rule, expected in zip(read, preview.rules, strict=True):
        assert tuple(in_words(clause, case) for clause in rule.clauses) == expected.match
        assert_percent({version_of(target, case): share for target, share in rule.shares.items()}, expected.shares)
        assert_percent({mirrored_to(target, case): share for target, share in rule.mirrors.items()}, expected.mirrors)
        assert_cookies(rule, expected, case)


def assert_percent(read: dict[str, Fraction], percents: dict[str, float]) -> None:
    assert {name: pytest.approx(float(share), abs=0.00501) for name, share in read.items()} == percents
    assert all(0 < share <= 100 for share in percents.values())


def assert_cookies(rule: RoutedRule, preview: RulePreview, case: Case) -> None:
    affinity = case.application.session_affinity
    expected = {name: affinity.set_cookie(name) for name in preview.shares} if affinity and not preview.match else {}
    assert {version_of(target, case): cookie for target, cookie in rule.cookies.items()} == expected


def assert_safe(read: Sequence[RoutedRule], ready: Sequence[bool], case: Case) -> None:
    """Only ready versions with weight get requests; when there is none, or nobody else may, the primary does."""
    live = {name for name, weight in zip(case.names, weights(case.declared, ready), strict=True) if weight}
    shared = len(case.plan.rules[-1].shares) > 1
    for rule in read:
        answering = {version_of(target, case) for target in rule.shares}
        assert answering
        assert answering <= live or (not shared and rule is read[-1] and answering == {case.names[0]})
        assert {mirrored_to(target, case) for target in rule.mirrors} <= live


@given(cases())
def test_generated_plans(case: Case) -> None:
    sets = list(ready_sets(len(case.names)))
    previews = preview_traffic(case.plan, case.names, case.declared, sets)
    for (ready, virtual_service), preview in zip(routed(case), previews, strict=True):
        read = rules(virtual_service)
        assert_as_previewed(read, preview, case)
        assert_safe(read, ready, case)


def usual() -> Iterator[tuple[str, Case]]:
    for strategy in (*ROUTED, "sticky"):
        for count in range(1, 6):
            versions = tuple(
                Version(
                    f"hello-{index}",
                    weight=(30, 70, 0, 1_000_000, 5)[index],
                    matches=(Match(headers={"traffic": StringMatch("exact", f"test-{index}")}),),
                )
                for index in range(count)
            )
            affinity = SessionAffinity("user") if strategy == "sticky" else None
            application = Application("hello", "default", versions, session_affinity=affinity)
            yield f"{strategy}-{count}", case(application, "blue-green" if strategy == "sticky" else strategy)


@pytest.mark.parametrize("case", [pytest.param(example, id=name) for name, example in usual()])
def test_every_strategy_with_every_set_of_ready_versions(case: Case) -> None:
    sets = list(ready_sets(len(case.names)))
    assert len(sets) == 2 ** len(case.names)
    for (ready, virtual_service), preview in zip(
        routed(case), preview_traffic(case.plan, case.names, case.declared, sets), strict=True
    ):
        read = rules(virtual_service)
        assert_as_previewed(read, preview, case)
        assert_safe(read, ready, case)
