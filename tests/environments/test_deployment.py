from pathlib import Path
from typing import Any

import pytest

from cdk8s_iter8 import release_labels
from cdk8s_iter8.environments import environment
from tests.support.released import Json, listed, objects, one, problems, values

WATCH = {"iter8.tools/watch": "true"}
POD: Json = {
    "metadata": {"labels": {"x": "1"}, "annotations": {"note": "kept"}},
    "spec": {
        "containers": [
            {
                "name": "main",
                "image": "example/app",
                "ports": [{"name": "http", "containerPort": 8080}],
                "env": [{"name": "POD", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}}],
                "resources": {"limits": {"cpu": 1, "memory": "1Gi"}, "requests": {"cpu": 0.5}},
                "readinessProbe": {"httpGet": {"path": "/", "port": "http"}, "periodSeconds": 3},
                "volumeMounts": [{"name": "scratch", "mountPath": "/scratch"}],
            }
        ],
        "nodeSelector": {"disk": "ssd"},
        "volumes": [{"name": "scratch", "emptyDir": {}}],
    },
}
DEPLOYMENT: Json = {"replicas": 2, "selector": {"matchLabels": {"x": "1"}}, "template": POD}
SERVICE: Json = {"selector": {"x": "1"}, "ports": [{"name": "http", "port": 80, "targetPort": "http"}]}


def test_a_version_is_a_deployment_and_a_service(tmp_path: Path) -> None:
    emitted = objects(tmp_path, values("deployment", "none", {"port": 8080}))
    assert [each["kind"] for each in emitted] == ["ConfigMap", "Deployment", "Service"]
    assert one(emitted, "Deployment", "app-0") == {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "app-0", "namespace": "default", "labels": {**WATCH, **release_labels("app")}},
        "spec": {
            "selector": {"matchLabels": {"app": "app-0"}},
            "template": {
                "metadata": {"labels": {"app": "app-0"}},
                "spec": {
                    "containers": [
                        {"name": "app-0", "image": "kennethreitz/httpbin", "ports": [{"containerPort": 8080}]}
                    ]
                },
            },
        },
    }
    assert one(emitted, "Service", "app-0")["spec"] == {"selector": {"app": "app-0"}, "ports": [{"port": 8080}]}


def test_the_routemap_lists_service_and_deployment_without_weight_and_template(tmp_path: Path) -> None:
    emitted = objects(tmp_path, values("deployment"))
    assert "routingTemplates" not in one(emitted, "ConfigMap", "app-routemap")["data"]["strSpec"]
    assert listed(emitted) == [
        {
            "resources": [
                {"gvrShort": "svc", "name": name, "namespace": "default"},
                {"gvrShort": "deploy", "name": name, "namespace": "default"},
            ]
        }
        for name in ("app-0", "app-1")
    ]


def test_nearer_metadata_wins(tmp_path: Path) -> None:
    version = {
        "metadata": {"name": "v", "namespace": "vs", "labels": {"a": "version", "b": "version"}},
        "deploymentSpecification": {
            "metadata": {"name": "d", "labels": {"a": "deployment"}, "annotations": {"n": "deployment"}},
            "spec": DEPLOYMENT,
        },
        "serviceSpecification": {"metadata": {"namespace": "ss"}, "spec": SERVICE},
    }
    metadata = {"name": "shop", "labels": {"b": "app", "c": "app"}, "annotations": {"n": "app", "m": "app"}}
    emitted = objects(tmp_path, values("deployment", "none", version, application={"metadata": metadata}))
    assert one(emitted, "Deployment", "d")["metadata"] == {
        "name": "d",
        "namespace": "vs",
        "labels": {"a": "deployment", "b": "version", "c": "app", **WATCH, **release_labels("shop")},
        "annotations": {"n": "deployment", "m": "app"},
    }
    assert one(emitted, "Service", "v")["metadata"] == {
        "name": "v",
        "namespace": "ss",
        "labels": {"a": "version", "b": "version", "c": "app", **WATCH, **release_labels("shop")},
        "annotations": {"n": "app", "m": "app"},
    }
    assert listed(emitted)[0]["resources"] == [
        {"gvrShort": "svc", "name": "v", "namespace": "ss"},
        {"gvrShort": "deploy", "name": "d", "namespace": "vs"},
    ]


YOUNG: Json = {**POD["spec"], "hostIPC": True, "hostUsers": False, "resources": {"limits": {"cpu": 2}}}
YOUNGER: Json = {**DEPLOYMENT, "template": {**POD, "spec": YOUNG}}
ACRONYMS: Json = {**DEPLOYMENT, "template": {**POD, "spec": {**POD["spec"], "hostIPC": True, "hostPID": False}}}
FAMILIES: Json = {**SERVICE, "ipFamilies": ["IPv4"], "clusterIP": "None", "externalIPs": ["192.0.2.1"]}
STICKY: Json = {**SERVICE, "sessionAffinity": "ClientIP", "sessionAffinityConfig": {"clientIP": {"timeoutSeconds": 5}}}


@pytest.mark.parametrize("spec", [DEPLOYMENT, ACRONYMS, YOUNGER], ids=["usual", "acronyms", "younger than the types"])
def test_every_field_of_a_deployment_is_kept(tmp_path: Path, spec: Json) -> None:
    emitted = objects(tmp_path, values("deployment", "none", {"deploymentSpecification": {"spec": spec}}))
    assert one(emitted, "Deployment", "app-0")["spec"] == spec


@pytest.mark.parametrize(
    "spec",
    [SERVICE, FAMILIES, STICKY, {**SERVICE, "trafficDistribution": "PreferClose"}],
    ids=["usual", "acronyms", "nested acronyms", "younger than the types"],
)
def test_every_field_of_a_service_is_kept(tmp_path: Path, spec: Json) -> None:
    emitted = objects(tmp_path, values("deployment", "none", {"serviceSpecification": {"spec": spec}, "image": "a"}))
    assert one(emitted, "Service", "app-0")["spec"] == spec


def changed(spec: Json, **changes: Any) -> Json:
    return {**spec, **changes}


UNWATCHED, IGNORED = {"labels": {"iter8.tools/watch": "no"}}, "the controller ignores objects without it"
VERSION = "application.versions[0]"
IN_DEPLOYMENT, IN_SERVICE = f"{VERSION}.deploymentSpecification", f"{VERSION}.serviceSpecification"


@pytest.mark.parametrize(
    ("version", "problem"),
    [
        ({"image": None}, f"{VERSION}: needs either image or deploymentSpecification"),
        (
            {"image": "a", "deploymentSpecification": {"spec": DEPLOYMENT}},
            f"{VERSION}: needs either image or deploymentSpecification",
        ),
        ({"deploymentSpecification": {}}, f"{IN_DEPLOYMENT}.spec: is missing"),
        (
            {"deploymentSpecification": {"spec": changed(DEPLOYMENT, replica=1)}},
            f"{IN_DEPLOYMENT}.spec.replica: is not a known key; did you mean 'replicas'?",
        ),
        (
            {"image": "a", "serviceSpecification": {"spec": changed(SERVICE, ports=[{"port": "http"}])}},
            f"{IN_SERVICE}.spec.ports[0].port: 'http' is not an integer",
        ),
        (
            {"image": "a", "serviceSpecification": {"spec": SERVICE, "metadata": UNWATCHED}},
            f"{IN_SERVICE}.metadata.labels['iter8.tools/watch']: 'no' is not 'true': {IGNORED}",
        ),
        ({"image": "a", "ksvcSpecification": {}}, None),
    ],
)
def test_what_values_have_wrong(tmp_path: Path, version: Json, problem: str | None) -> None:
    data = values("deployment")
    data["application"]["versions"] = [version]
    [found] = problems(tmp_path, data)
    if problem:
        assert found == problem
    else:
        assert found.startswith(f"{VERSION}.ksvcSpecification: is not a known key; ")


def test_traffic_is_not_routed(tmp_path: Path) -> None:
    assert environment("deployment").strategies() == ("none",)
    assert problems(tmp_path, values("deployment", "blue-green")) == [
        "application.strategy: 'blue-green' is not a strategy of deployment (known: none)"
    ]


def test_versions_may_have_one_name_in_two_namespaces_or_the_applications(tmp_path: Path) -> None:
    named: list[Json] = [{"metadata": {"name": "app", "namespace": each}} for each in ("default", "beta")]
    assert problems(tmp_path, values("deployment", "none", *named)) == []
