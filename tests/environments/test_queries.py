"""Which queries each environment gives for its versions."""

from pathlib import Path
from typing import Any

import pytest

from cdk8s_iter8.environments import environment, environment_names
from cdk8s_iter8.metrics.envoy_clusters import revision_queries, service_queries
from cdk8s_iter8.metrics.queue_proxy import queue_proxy_queries
from cdk8s_iter8.metrics.version_queries import VersionQueries
from cdk8s_iter8.release.check import load
from tests.support.released import IMAGE, text, values

CASES = [(name, strategy) for name in environment_names() for strategy in environment(name).strategies()]


def queries(tmp_path: Path, data: dict[str, Any]) -> list[tuple[VersionQueries, ...]]:
    """Those for each version of a release hello."""
    file = tmp_path / "hello.yaml"
    file.write_text(text(data))
    release = load(file, "shop")
    return [release.environment.queries(version) for version in release.versions]


@pytest.mark.parametrize(("name", "strategy"), CASES)
def test_each_version_has_its_own_or_the_environment_says_why_not(tmp_path: Path, name: str, strategy: str) -> None:
    primary, candidate = queries(tmp_path, values(name, strategy))
    assert bool(environment(name).unmeasured) == (not primary)
    assert len(primary) == len(candidate)
    assert not set(primary) & set(candidate)


def test_a_deployment_is_asked_for_by_its_service_and_port(tmp_path: Path) -> None:
    service = {"serviceSpecification": {"metadata": {"name": "front"}, "spec": {"ports": [{"port": 8080}]}}}
    ((only,),) = queries(tmp_path, values("deployment-istio", "none", {**IMAGE, "port": 9000}))
    assert only == service_queries("hello-0.shop.svc.cluster.local", 9000)
    ((named,),) = queries(tmp_path, values("deployment-istio", "none", {**IMAGE, **service}))
    assert named == service_queries("front.shop.svc.cluster.local", 8080)


def test_a_knative_service_is_asked_for_at_the_gateway_first(tmp_path: Path) -> None:
    _, candidate = queries(tmp_path, values("knative-istio", "blue-green"))
    assert candidate == (revision_queries("hello-1", "shop"), queue_proxy_queries("hello-1", "shop"))


def test_copies_pass_no_gateway(tmp_path: Path) -> None:
    primary, candidate = queries(tmp_path, values("knative-istio", "mirror"))
    assert primary[0] == revision_queries("hello-0", "shop")
    assert candidate[0] == service_queries("hello-1-mirror.shop.svc.cluster.local", 80)


@pytest.mark.parametrize(
    ("name", "server"),
    [
        ("kserve", "hello-1-predictor"),
        ("kserve-0.11", "hello-1-predictor"),
        ("kserve-0.10", "hello-1-predictor-default"),
    ],
)
def test_a_model_is_asked_for_by_its_server(tmp_path: Path, name: str, server: str) -> None:
    _, candidate = queries(tmp_path, values(name, "canary"))
    assert candidate == (revision_queries(server, "shop"), queue_proxy_queries(server, "shop"))
