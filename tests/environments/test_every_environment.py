"""Every environment, strategy, number of versions and set of ready versions."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
import yaml

from cdk8s_iter8.environments import environment, environment_names
from cdk8s_iter8.iter8.weights import weights
from cdk8s_iter8.manifests.selected_pods import selects
from cdk8s_iter8.previews.release_preview import release_preview
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.template import evaluate, render
from cdk8s_iter8.traffic.preview import RulePreview
from tests.support.answered import answered
from tests.support.go_template import execute
from tests.support.istio_request import Request
from tests.support.object_schema import validate_object
from tests.support.released import LEAST, Json, objects, planned, problems, values
from tests.support.yaml_readers import as_the_controller

CASES = [
    (name, strategy, versions)
    for name in environment_names()
    for strategy in environment(name).strategies()
    for versions in (1, 2, 3)
]
ROUTED = [case for case in CASES if case[1] != "none"]
STICKY = [(name, versions) for name, strategy, versions in CASES if strategy == "blue-green"]
WEIGHTS = {"blue-green": (20, 30, 50), "mirror": (50, 100, 25)}


def test_the_environments_of_the_chart_and_knative_are_there() -> None:
    assert set(environment_names()) >= set(LEAST)


def data(name: str, strategy: str, versions: int) -> Json:
    given: list[Json] = [{"weight": weight} for weight in WEIGHTS.get(strategy, ())[:versions]] or [{}] * versions
    if strategy == "canary" and versions > 2:
        for index in range(1, versions):
            given[index] = {"match": [{"headers": {"user": {"exact": str(index)}}}]}
    return values(name, strategy, *given)


@pytest.mark.parametrize(("name", "strategy", "versions"), CASES)
def test_every_object_is_valid_and_has_a_namespace(tmp_path: Path, name: str, strategy: str, versions: int) -> None:
    emitted = objects(tmp_path, data(name, strategy, versions))
    assert [line for manifest in emitted for line in validate_object(manifest)] == []
    assert all(manifest["metadata"]["namespace"] == "default" for manifest in emitted)
    assert emitted[0]["metadata"]["name"] == "app-routemap"
    identities = [(manifest["kind"], manifest["metadata"]["name"]) for manifest in emitted]
    assert len(set(identities)) == len(identities)


@pytest.mark.parametrize(("name", "strategy", "versions"), CASES)
def test_every_service_that_selects_pods_selects_those_of_one_deployment(
    tmp_path: Path, name: str, strategy: str, versions: int
) -> None:
    emitted = objects(tmp_path, data(name, strategy, versions))
    pods = [manifest for manifest in emitted if manifest["kind"] == "Deployment"]
    services = [manifest for manifest in emitted if manifest["kind"] == "Service"]
    selected = {
        service["metadata"]["name"]: [workload["metadata"]["name"] for workload in pods if selects(service, workload)]
        for service in services
    }
    # Only versions have pods: what the entry Service sends on is decided by the route.
    assert {service: names for service, names in selected.items() if names} == {
        workload["metadata"]["name"]: [workload["metadata"]["name"]] for workload in pods
    }


def routes(release: ResolvedRelease) -> Iterator[tuple[tuple[bool, ...], Json]]:
    """What the controller applies for each set of ready versions, by Go's own html/template."""
    template = release.template()
    listed = release.routemap_versions()
    declared = [1 if version.weight is None else version.weight for version in listed]
    sets = list(product((True, False), repeat=len(declared)))
    live = [weights(declared, ready) for ready in sets]
    text = render(template)
    for ready, weight, output in zip(sets, live, execute([(text, set_weights) for set_weights in live]), strict=True):
        route: Json = as_the_controller(output)
        assert route == evaluate(template, weight)
        yield ready, route


def requests(strategy: str, versions: int) -> dict[str, Request]:
    """A request for each rule, by what the preview says of its match."""
    if strategy != "canary":
        return {"": Request(authority="app.default")}
    tests = {"header traffic = test": {"traffic": "test"}} if versions == 2 else {}
    for index in range(1, versions):
        tests |= {f"header user = {index}": {"user": str(index)}} if versions > 2 else {}
    return {"": Request(authority="app.default")} | {
        match: Request(authority="app.default", headers=headers) for match, headers in tests.items()
    }


def expected(match: str, rules: tuple[RulePreview, ...]) -> RulePreview:
    return next((rule for rule in rules if match in rule.match), rules[-1])


@pytest.mark.parametrize(("name", "strategy", "versions"), ROUTED)
def test_every_set_of_ready_versions_gets_the_previewed_traffic(
    tmp_path: Path, name: str, strategy: str, versions: int
) -> None:
    release = planned(tmp_path, data(name, strategy, versions))
    places = dict(_mirror_places(release))
    for ready, route in routes(release):
        assert validate_object(route) == []
        names = [f"app-{index}" for index, is_ready in enumerate(ready) if is_ready]
        [preview] = release_preview(release, names).sets
        for match, request in requests(strategy, versions).items():
            answer, rule = answered(request, route), expected(match, preview.rules)
            assert answer.shares == pytest.approx(rule.shares, abs=0.01)
            assert answer.mirrors == {places[version]: percent for version, percent in rule.mirrors.items()}
            unready = {f"app-{index}" for index, is_ready in enumerate(ready) if not is_ready}
            assert not unready & set(answer.shares) or answer.shares == {"app-0": 100}


def _mirror_places(release: ResolvedRelease) -> Iterator[tuple[str, str]]:
    for version, backend in zip(release.application.versions, release.routing.backends, strict=True):
        mirror = backend.mirror
        yield version.name, f"{mirror.host}:{mirror.port}" if mirror else ""


@pytest.mark.parametrize(("name", "versions"), STICKY)
def test_users_return_to_the_version_that_first_answered(tmp_path: Path, name: str, versions: int) -> None:
    affinity = {"sessionAffinity": {"cookieName": "seen", "maxAge": 60}}
    given: list[Json] = [{"weight": weight} for weight in WEIGHTS["blue-green"][:versions]]
    release = planned(tmp_path, values(name, "blue-green", *given, application=affinity))
    for ready, route in routes(release):
        assert validate_object(route) == []
        new = answered(Request(authority="app.default"), route)
        [preview] = release_preview(release, [f"app-{index}" for index, is_ready in enumerate(ready) if is_ready]).sets
        assert new.shares == pytest.approx(preview.rules[-1].shares, abs=0.01)
        assert new.cookies == {
            version: f"seen={version}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax" for version in new.shares
        }
        for index in range(versions):
            cookie = f"a=b; seen=app-{index}; seen2=app-9"
            back = answered(Request(authority="app.default", headers={"cookie": cookie}), route)
            assert back.shares == ({f"app-{index}": 100} if f"app-{index}" in new.shares else new.shares)
        stranger = answered(Request(authority="app.default", headers={"cookie": "seen=app-00; notseen=app-1"}), route)
        assert stranger.shares == new.shares


@pytest.mark.parametrize("name", sorted(LEAST))
def test_an_impossible_strategy_is_an_error_that_lists_the_possible_ones(tmp_path: Path, name: str) -> None:
    known = ", ".join(environment(name).strategies())
    assert problems(tmp_path, values(name, "shadow")) == [
        f"application.strategy: 'shadow' is not a strategy of {name} (known: {known})"
    ]


@pytest.mark.parametrize("name", ["kserve", "kserve-0.10", "kserve-0.11", "kserve-modelmesh-istio"])
def test_models_cannot_be_mirrored_to(tmp_path: Path, name: str) -> None:
    assert problems(tmp_path, values(name, "mirror")) == [
        f"application.strategy: 'mirror' is not a strategy of {name} (known: none, blue-green, canary)"
    ]


@pytest.mark.parametrize(("name", "strategy", "versions"), [case for case in CASES if case[2] == 2])
def test_the_controller_knows_every_type_that_a_routemap_names(
    tmp_path: Path, name: str, strategy: str, versions: int
) -> None:
    release = planned(tmp_path, data(name, strategy, versions))
    used = release.environment.used_types(release.strategy)
    named = {resource.gvr_short for version in release.routemap_versions() for resource in version.resources}
    routed = yaml.safe_load(objects(tmp_path, data(name, strategy, versions))[0]["data"]["strSpec"])
    named |= {template["gvrShort"] for template in routed.get("routingTemplates", {}).values()}
    assert set(used) == named
