"""The status of releases, of every environment and strategy."""

from itertools import product
from pathlib import Path

import pytest

from cdk8s_iter8.cluster.api_error import APIError, Call, NotPermittedError
from cdk8s_iter8.environments import environment, environment_names
from cdk8s_iter8.live.release_status import ReleaseStatus, release_status
from cdk8s_iter8.live.route_status import Given
from cdk8s_iter8.previews.release_preview import release_preview
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.traffic.preview import Preview
from tests.support.live_release import NOW, LiveRelease
from tests.support.released import Json, planned, values

WEIGHTS = {"blue-green": (20, 30, 50), "mirror": (50, 100, 25)}
CASES = [
    (name, strategy, versions)
    for name in environment_names()
    for strategy in environment(name).strategies()
    for versions in (1, 2, 3)
]


def release(directory: Path, name: str, strategy: str, versions: int, **application: Json) -> ResolvedRelease:
    given: list[Json] = [{"weight": weight} for weight in WEIGHTS.get(strategy, ())[:versions]] or [{}] * versions
    if strategy == "canary":
        given = [{}, *({"match": [{"headers": {"user": {"exact": str(number)}}}]} for number in range(1, versions))]
    return planned(directory, values(name, strategy, *given, application=application))


def blue_green(directory: Path, *weights: int, **application: Json) -> LiveRelease:
    given = [{"weight": weight} for weight in weights or (30, 70)]
    return LiveRelease(planned(directory, values("knative-istio", "blue-green", *given, application=application)))


def status(live: LiveRelease) -> ReleaseStatus:
    return release_status(live.observation(), NOW)


def given(preview: Preview) -> dict[str, list[Given]]:
    """What the preview says that each version gets."""
    shares: dict[str, list[Given]] = {}
    for rule in preview.rules:
        for name, percent in rule.shares.items():
            shares.setdefault(name, []).append(Given(rule.match, percent))
        for name, percent in rule.mirrors.items():
            shares.setdefault(name, []).append(Given(rule.match, percent, mirrored=True))
    return shares


@pytest.mark.parametrize(("name", "strategy", "versions"), CASES)
def test_the_route_gives_what_the_preview_says(tmp_path: Path, name: str, strategy: str, versions: int) -> None:
    """For every set of ready versions; the release is settled if all are ready."""
    resolved = release(tmp_path, name, strategy, versions)
    names = resolved.version_names()
    for ready in product((True, False), repeat=versions):
        seen = status(LiveRelease(resolved, ready))
        assert seen.settled == all(ready), seen.reasons
        assert [version.ready for version in seen.versions] == list(ready)
        if strategy == "none":
            assert not seen.routes
            continue
        (route,) = seen.routes
        assert not route.differences
        assert not route.elsewhere
        (preview,) = release_preview(
            resolved, [name for name, is_ready in zip(names, ready, strict=True) if is_ready]
        ).sets
        assert {names[index]: list(shares) for index, shares in (route.given or {}).items()} == given(preview)


def test_session_affinity(tmp_path: Path) -> None:
    seen = status(blue_green(tmp_path, sessionAffinity={"cookieName": "sticky"}))
    assert seen.settled, seen.reasons
    (route,) = seen.routes
    assert (route.given or {})[1] == (Given(("cookie sticky = app-1",), 100), Given((), 70))


def test_an_override_is_told(tmp_path: Path) -> None:
    live = blue_green(tmp_path)
    live.objects[live.resource("app-1-weight-config")]["metadata"]["annotations"]["iter8.tools/weight"] = "10"
    live.route()
    seen = status(live)
    assert [(version.declared, version.live, version.overridden) for version in seen.versions] == [
        (30, 30, False),
        (70, 10, True),
    ]
    assert seen.reasons == (
        "app-1 has weight 10 by the annotation iter8.tools/weight, not the declared 70; the next apply restores it",
    )


def test_a_route_that_does_not_follow(tmp_path: Path) -> None:
    """The controller is gone: the annotation has changed and the route has not."""
    live = blue_green(tmp_path)
    live.objects[live.resource("app-1-weight-config")]["metadata"]["annotations"]["iter8.tools/weight"] = "10"
    seen = status(live)
    assert seen.reasons[1:] == (
        "virtualservice app is not what the routemap says: spec.http[0].route[1].weight: 70 becomes 10",
    )
    assert (seen.routes[0].given or {})[1] == (Given((), 70),)


def test_the_words_of_knative(tmp_path: Path) -> None:
    live = blue_green(tmp_path)
    live.condition(live.resource("app-1"), "False", reason="RevisionFailed", message="no image")
    live.route()
    seen = status(live)
    assert seen.versions[1].reason == "RevisionFailed: no image"
    assert seen.reasons == ("app-1 is not ready: RevisionFailed: no image",)


def test_a_version_is_ready_while_an_older_revision_serves(tmp_path: Path) -> None:
    """By the rule of this project's controller; but what was applied is not there yet."""
    live = blue_green(tmp_path)
    live.objects[live.resource("app-1")]["metadata"]["generation"] = 2
    live.objects[live.resource("app-1")]["status"]["observedGeneration"] = 1
    live.route()
    found = status(live)
    outdated = "ksvc app-1 does not serve its newest revision: condition Ready is about an older generation"
    assert (found.versions[1].ready, found.versions[1].outdated) == (True, outdated)
    assert found.reasons == (f"app-1: {outdated}",)


def test_a_condition_of_an_older_generation(tmp_path: Path) -> None:
    """By Iter8's rule the version is not ready."""
    live = blue_green(tmp_path)
    live.route("iter8-controller")
    live.objects[live.resource("app-1")]["metadata"]["generation"] = 2
    live.objects[live.resource("app-1")]["status"]["observedGeneration"] = 1
    found = status(live)
    assert found.versions[1].reason == "ksvc app-1 condition Ready is about an older generation"
    assert (found.controller.manager, found.judged) == ("iter8-controller", {"ksvc": ("Ready",)})


def test_a_version_without_objects_or_label(tmp_path: Path) -> None:
    live = blue_green(tmp_path)
    del live.objects[live.resource("app-0")]
    del live.objects[live.resource("app-1")]["metadata"]["labels"]["iter8.tools/watch"]
    seen = status(live)
    assert [version.reason for version in seen.versions] == [
        "ksvc app-0 does not exist",
        'ksvc app-1 has no label iter8.tools/watch: "true", so no controller sees it',
    ]


def test_finalizers_that_hang(tmp_path: Path) -> None:
    live = blue_green(tmp_path)
    metadata = live.objects[live.resource("app-1")]["metadata"]
    metadata |= {"deletionTimestamp": "2026-03-01T11:55:30Z", "finalizers": ["iter8.tools/finalizer", "example.com/a"]}
    (line,) = status(live).versions[1].hanging
    assert line.startswith(
        "ksvc app-1 is being deleted, since 4m30s; waits for the finalizers iter8.tools/finalizer, example.com/a"
    )
    assert "release-finalizers" in line
    metadata["finalizers"] = ["example.com/a"]
    (line,) = status(live).versions[1].hanging
    assert line.endswith("waits for the finalizer example.com/a")


def test_no_route_yet(tmp_path: Path) -> None:
    live = blue_green(tmp_path)
    (key,) = [key for key in live.objects if key.gvr.resource == "virtualservices"]
    del live.objects[key]
    assert status(live).reasons == (
        "virtualservice app is not there yet: no controller has made it; it takes one for iter8.tools/version: v1.1",
    )


def test_a_route_of_somebody_else(tmp_path: Path) -> None:
    live = blue_green(tmp_path)
    (key,) = [key for key in live.objects if key.gvr.resource == "virtualservices"]
    route = live.objects[key]
    route["metadata"] |= {"managedFields": [], "ownerReferences": []}
    route["spec"]["http"][0]["route"] = [{"destination": {"host": "elsewhere.example"}, "weight": 100}]
    route["spec"]["http"][0]["fault"] = {"abort": {"httpStatus": 500}}
    seen = status(live)
    assert not seen.routes[0].controller
    assert seen.routes[0].elsewhere == {"elsewhere.example": (Given((), 100),)}
    assert seen.notes == ("virtualservice app was applied by no controller of routemaps",)
    assert "virtualservice app is not what the routemap says: it belongs to somebody else" in seen.reasons[0]
    assert "virtualservice app sends requests to elsewhere.example, which is no version of the routemap" in seen.reasons
    assert "virtualservice app: a rule has fault, which no routemap says" in seen.reasons


@pytest.mark.parametrize("manager", ["cdk8s-iter8", "iter8-controller"])
def test_both_controllers(tmp_path: Path, manager: str) -> None:
    """Iter8's writes neither label nor digest into the route."""
    live = blue_green(tmp_path)
    live.route(manager)
    (key,) = [key for key in live.objects if key.gvr.resource == "virtualservices"]
    if manager == "iter8-controller":
        for mark in ("labels", "annotations"):
            del live.objects[key]["metadata"][mark]
    seen = status(live)
    assert seen.settled, seen.reasons
    assert seen.routes[0].controller == manager


def test_what_may_not_be_read(tmp_path: Path) -> None:
    live = blue_green(tmp_path)
    key = live.resource("app-1")
    call = Call("get", key.gvr, key.namespace, key.name)
    refused = NotPermittedError(call, APIError(403, "Forbidden", ""), "not permitted: get it")
    seen = release_status(live.observation({key: refused}), NOW)
    assert [version.ready for version in seen.versions] == [True, None]
    assert seen.missing == ("not permitted: get it",)
    assert not seen.routes[0].differences
    assert not seen.settled


def test_a_routemap_that_cannot_be_read(tmp_path: Path) -> None:
    live = blue_green(tmp_path)
    live.config_map["data"]["strSpec"] = "versions: [{resources: [{gvrShort: unknown, name: a}]}]"
    from cdk8s_iter8.live.controllers import Controllers
    from cdk8s_iter8.live.observation import read_config_map

    found = release_status(read_config_map(live.key, live.config_map, Controllers().serving(live.config_map)), NOW)
    assert not found.versions
    assert found.reasons[0].startswith("the routemap cannot be read: strSpec")
    assert "'unknown' is no type that the controller knows" in found.reasons[0]


def test_an_http_route_of_v1(tmp_path: Path) -> None:
    """The template says of which version the route is."""
    data = values("deployment-gtw", "blue-green")
    resolved = planned(tmp_path, data, http_route_version="v1")
    seen = status(LiveRelease(resolved))
    assert seen.settled, seen.reasons
    assert seen.routes[0].key.gvr.version == "v1"
