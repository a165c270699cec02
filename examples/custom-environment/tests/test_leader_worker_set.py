"""Releases of LeaderWorkerSets. They run wherever the package is installed beside cdk8s-iter8."""

from pathlib import Path
from typing import Any

import cdk8s
import pytest
import yaml

from cdk8s_iter8 import Release, ValuesError
from cdk8s_iter8.extension import (
    STRATEGIES,
    environment,
    environment_names,
    load,
    release_preview,
)

NAME = "leader-worker-set-istio"
IMAGE: dict[str, Any] = {"image": "example.com/llm:1", "size": 4}
POD: dict[str, Any] = {"spec": {"containers": [{"name": "main", "image": "example.com/llm:1"}], "hostIPC": True}}
SPEC: dict[str, Any] = {"replicas": 2, "leaderWorkerTemplate": {"size": 2, "workerTemplate": POD}}


def file(directory: Path, strategy: str, *versions: dict[str, Any]) -> Path:
    application = {"strategy": strategy, "versions": list(versions)}
    path = directory / "llm.yaml"
    path.write_text(yaml.safe_dump({"environment": NAME, "application": application}))
    return path


def objects(directory: Path, strategy: str, *versions: dict[str, Any]) -> list[dict[str, Any]]:
    app = cdk8s.App(outdir=str(directory / "dist"))
    emitted: list[dict[str, Any]] = Release(app, "llm", values=file(directory, strategy, *versions)).to_json()
    return emitted


def problems(directory: Path, *versions: dict[str, Any]) -> list[str]:
    with pytest.raises(ValuesError) as caught:
        load(file(directory, "none", *versions))
    return [line.split(": ", 1)[1] for line in caught.value.lines]


def test_it_is_known_and_has_every_strategy() -> None:
    assert NAME in environment_names()
    assert environment(NAME).strategies() == tuple(STRATEGIES)


def test_a_version_is_a_set_and_its_leaders_service(tmp_path: Path) -> None:
    _, workload, service = objects(tmp_path, "none", IMAGE)[:3]
    labels = {
        "app.kubernetes.io/instance": "llm",
        "app.kubernetes.io/managed-by": "cdk8s-iter8",
        "app.kubernetes.io/part-of": "llm",
        "iter8.tools/watch": "true",
    }
    container = {"name": "llm-0", "image": "example.com/llm:1", "ports": [{"containerPort": 80}]}
    assert workload == {
        "apiVersion": "leaderworkerset.x-k8s.io/v1",
        "kind": "LeaderWorkerSet",
        "metadata": {"name": "llm-0", "namespace": "default", "labels": labels},
        "spec": {
            "replicas": 1,
            "leaderWorkerTemplate": {"size": 4, "workerTemplate": {"spec": {"containers": [container]}}},
        },
    }
    assert service["metadata"] == {"name": "llm-0-leaders", "namespace": "default", "labels": labels}
    assert service["spec"]["selector"] == {
        "leaderworkerset.sigs.k8s.io/name": "llm-0",
        "leaderworkerset.sigs.k8s.io/worker-index": "0",
    }


def test_every_field_of_a_whole_set_is_kept(tmp_path: Path) -> None:
    specification = {"metadata": {"name": "large", "annotations": {"a": "b"}}, "spec": SPEC}
    workload = objects(tmp_path, "none", {"leaderWorkerSetSpecification": specification})[1]
    assert (workload["metadata"]["name"], workload["metadata"]["annotations"]) == ("large", {"a": "b"})
    assert workload["spec"] == SPEC


def test_a_version_is_ready_when_its_set_is_available(tmp_path: Path) -> None:
    release = load(file(tmp_path, "blue-green", IMAGE, IMAGE))
    assert [[each.gvr_short for each in version.resources] for version in release.routemap_versions()] == [
        ["cm", "lws", "svc"],
        ["cm", "lws", "svc"],
    ]
    used = environment(NAME).used_types(release.strategy)
    assert used["lws"].conditions == ("Available",)
    assert sorted(used) == ["cm", "lws", "svc", "vs"]


@pytest.mark.parametrize("strategy", ["blue-green", "canary", "mirror"])
def test_requests_go_to_the_leaders(tmp_path: Path, strategy: str) -> None:
    routemap = objects(tmp_path, strategy, IMAGE, {**IMAGE, "port": 8080})[0]["data"]["strSpec"]
    for name, port in (("llm-0-leaders", 80), ("llm-1-leaders", 8080)):
        assert f"host: {name}.default.svc.cluster.local" in routemap
        assert f"number: {port}" in routemap


def test_the_preview(tmp_path: Path) -> None:
    release = load(file(tmp_path, "blue-green", {**IMAGE, "weight": 90}, {**IMAGE, "weight": 10}))
    [shown] = release_preview(release, ["llm-0", "llm-1"]).sets
    assert [rule.shares for rule in shown.rules] == [{"llm-0": 90, "llm-1": 10}]


@pytest.mark.parametrize(
    ("version", "problem"),
    [
        ({}, "needs either image or leaderWorkerSetSpecification"),
        ({**IMAGE, "size": 0}, "size: 0 is not a number of pods (an integer from 1)"),
        (
            {"leaderWorkerSetSpecification": {"spec": {**SPEC, "replica": 1}}},
            "leaderWorkerSetSpecification.spec.replica: is not a known key; did you mean 'replicas'?",
        ),
        (
            {**IMAGE, "metadata": {"name": "m" * 60}},
            f"'{'m' * 60}-leaders', its leaders' Service, has 68 characters, at most 63 are possible",
        ),
    ],
)
def test_what_values_have_wrong(tmp_path: Path, version: dict[str, Any], problem: str) -> None:
    [found] = problems(tmp_path, version)
    assert found.removeprefix("application.versions[0]").lstrip(".: ") == problem
