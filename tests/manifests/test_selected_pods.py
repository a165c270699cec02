from typing import Any

import pytest

from cdk8s_iter8.manifests.deployment import deployment
from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.manifests.selected_pods import selects, service_problems, template_problems
from cdk8s_iter8.manifests.version_service import version_service
from cdk8s_iter8.traffic.version import Version

PODS = deployment(Version("hello"), image="a")


def service(namespace: str = "default", **spec: Any) -> Manifest:
    return manifest("v1", "Service", {"name": "hello", "namespace": namespace}, spec=spec)


def test_what_an_image_and_a_port_give_is_a_pair() -> None:
    assert list(template_problems(PODS)) == []
    assert list(service_problems(version_service(Version("hello")), PODS)) == []
    assert selects(version_service(Version("hello")), PODS)
    assert not selects(version_service(Version("hello-1")), PODS)


@pytest.mark.parametrize("spec", [{}, {"selector": {}}, {"type": "ExternalName", "selector": {"x": "1"}}])
def test_a_service_that_selects_no_pods_by_design(spec: dict[str, Any]) -> None:
    assert list(service_problems(service(**spec), PODS)) == []
    assert not selects(service(**spec), PODS)


def test_pods_in_another_namespace_are_not_selected() -> None:
    here = service("beta", selector={"app": "hello"})
    assert [problem.path for problem in service_problems(here, PODS)] == [("metadata", "namespace")]
    assert not selects(here, PODS)


@pytest.mark.parametrize(
    ("target", "known"), [("web", True), ("metrics", True), ("http", False), (80, True), ("80", True)]
)
def test_a_port_by_name_is_one_of_the_containers(target: object, known: bool) -> None:
    containers = [{"name": "a", "ports": [{"containerPort": 80, "name": "web"}]}]
    sidecars = [{"name": "b", "restartPolicy": "Always", "ports": [{"containerPort": 9, "name": "metrics"}]}]
    template = {"metadata": {"labels": {"x": "1"}}, "spec": {"containers": containers, "initContainers": sidecars}}
    pods = deployment(Version("hello"), spec={"selector": {"matchLabels": {"x": "1"}}, "template": template})
    problems = list(service_problems(service(selector={"x": "1"}, ports=[{"port": 1, "targetPort": target}]), pods))
    assert [problem.path for problem in problems] == ([] if known else [("spec", "ports", 0, "targetPort")])


def test_pods_without_labels() -> None:
    pods = deployment(Version("hello"), spec={"selector": {"matchLabels": {"x": "1"}}, "template": {}})
    assert [problem.path for problem in template_problems(pods)] == [("spec", "selector", "matchLabels", "x")]
