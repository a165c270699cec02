from typing import Any

import pytest

from cdk8s_iter8.environments import environment
from cdk8s_iter8.iter8.routemap_spec import Resource, RoutemapVersion
from cdk8s_iter8.release.check import resolve_release
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.template import evaluate
from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from tests.support.released import values

IMAGE = {"image": "example.com/hello"}


def plan(*versions: dict[str, Any], strategy: str = "none", namespace: str = "default", **more: Any) -> ResolvedRelease:
    data = values("knative-istio", strategy, *versions, **more)
    return resolve_release(environment("knative-istio").values().model_validate(data), "hello", namespace)


def test_defaults() -> None:
    release = plan(IMAGE, IMAGE)
    application = release.application
    assert (application.name, application.namespace) == ("hello", "default")
    assert [(version.name, version.namespace, version.weight) for version in application.versions] == [
        ("hello-0", "default", 50),
        ("hello-1", "default", 50),
    ]
    assert (application.gateways, application.session_affinity) == ((), None)
    assert release.strategy.name == "none"
    assert release.environment.name == "knative-istio"


def test_the_applications_name_and_namespace_are_its_versions() -> None:
    metadata = {"name": "app", "namespace": "apps"}
    application = plan(IMAGE, IMAGE, namespace="other", application={"metadata": metadata}).application
    assert (application.name, application.namespace) == ("app", "apps")
    assert [(version.name, version.namespace) for version in application.versions] == [
        ("app-0", "apps"),
        ("app-1", "apps"),
    ]


def test_the_releases_namespace() -> None:
    assert [version.namespace for version in plan(IMAGE, namespace="other").application.versions] == ["other"]


def test_nearer_metadata_wins() -> None:
    shared = {"labels": {"a": "app", "b": "app"}, "annotations": {"c": "app"}}
    own = {"name": "mine", "namespace": "there", "labels": {"b": "own"}, "annotations": {"c": "own", "d": "own"}}
    first, second = plan({**IMAGE, "metadata": own}, IMAGE, application={"metadata": shared}).application.versions
    assert (first.name, first.namespace) == ("mine", "there")
    assert first.labels == {"a": "app", "b": "own"}
    assert first.annotations == {"c": "own", "d": "own"}
    assert (second.name, second.labels, second.annotations) == ("hello-1", {"a": "app", "b": "app"}, {"c": "app"})


@pytest.mark.parametrize(("gateway", "gateways"), [("g", ("g",)), (["a", "ns/b"], ("a", "ns/b")), ([], ())])
def test_one_gateway_or_several(gateway: Any, gateways: tuple[str, ...]) -> None:
    assert plan(IMAGE, gateway=gateway).application.gateways == gateways


def test_a_candidates_matches() -> None:
    release = plan(
        IMAGE, {**IMAGE, "match": [{"headers": {"a": {"exact": "b"}}}, {"uri": {"prefix": "/c"}}]}, strategy="canary"
    )
    matches = (Match(headers={"a": StringMatch("exact", "b")}), Match(uri=StringMatch("prefix", "/c")))
    assert release.application.versions[1].matches == matches
    assert release.traffic_plan
    assert release.traffic_plan.rules[0].matches == matches


def test_session_affinity() -> None:
    release = plan(IMAGE, strategy="blue-green", application={"sessionAffinity": {"cookieName": "user", "maxAge": 60}})
    assert release.application.session_affinity == SessionAffinity("user", max_age=60)
    assert release.traffic_plan
    assert len(release.traffic_plan.rules) == 2


@pytest.mark.parametrize(
    ("strategy", "mirrored"), [("mirror", [False, True, True]), ("blue-green", [False] * 3), ("none", [False] * 3)]
)
def test_which_versions_are_mirrored_to(strategy: str, mirrored: list[bool]) -> None:
    assert [
        version.mirrored for version in plan(IMAGE, IMAGE, IMAGE, strategy=strategy).application.versions
    ] == mirrored


@pytest.mark.parametrize("strategy", ["blue-green", "mirror"])
def test_with_weights_the_weight_config_comes_first(strategy: str) -> None:
    release = plan({**IMAGE, "weight": 30}, {**IMAGE, "metadata": {"namespace": "there"}}, strategy=strategy)
    assert release.routemap_versions() == (
        RoutemapVersion(
            (Resource("cm", "hello-0-weight-config", "default"), Resource("ksvc", "hello-0", "default")), weight=30
        ),
        RoutemapVersion(
            (Resource("cm", "hello-1-weight-config", "there"), Resource("ksvc", "hello-1", "there")), weight=50
        ),
    )


@pytest.mark.parametrize("strategy", ["none", "canary"])
def test_without_weights_the_routemap_has_none(strategy: str) -> None:
    assert plan(IMAGE, strategy=strategy).routemap_versions() == (
        RoutemapVersion((Resource("ksvc", "hello-0", "default"),), weight=None),
    )


def test_a_specifications_own_metadata_names_the_object_only() -> None:
    specification = {
        "metadata": {"name": "other", "namespace": "there"},
        "spec": {"template": {"spec": {"containers": [IMAGE]}}},
    }
    release = plan({"ksvcSpecification": specification}, strategy="blue-green")
    assert release.routemap_versions() == (
        RoutemapVersion(
            (Resource("cm", "hello-0-weight-config", "default"), Resource("ksvc", "other", "there")), weight=50
        ),
    )
    template: Any = evaluate(release.template(), [1])
    [route] = template["spec"]["http"][0]["route"]
    assert route["destination"]["host"] == "other.there.svc.cluster.local"
    assert route["headers"]["response"]["add"]["app-version"] == "other"


def test_without_routing_there_is_no_template() -> None:
    release = plan(IMAGE, strategy="none")
    assert (release.traffic_plan, release.template()) == (None, None)


def test_the_route_is_the_applications() -> None:
    metadata = {"name": "app", "namespace": "apps"}
    versions: list[dict[str, Any]] = [{**IMAGE, "metadata": {"namespace": "there"}}, IMAGE]
    release = plan(*versions, strategy="blue-green", gateway="g", application={"metadata": metadata})
    template: Any = evaluate(release.template(), [1, 1])
    assert template["metadata"] == metadata
    assert template["spec"]["gateways"] == ["g", "mesh"]
    assert template["spec"]["hosts"][0] == "app.apps"
    assert [destination["destination"]["host"] for destination in template["spec"]["http"][0]["route"]] == [
        "app-0.there.svc.cluster.local",
        "app-1.apps.svc.cluster.local",
    ]


def test_each_version_with_its_values() -> None:
    release = plan({**IMAGE, "port": 1}, {**IMAGE, "port": 2})
    assert [(member.version.name, member.values.port) for member in release.versions] == [
        ("hello-0", 1),
        ("hello-1", 2),
    ]
