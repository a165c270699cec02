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
    assert [manifest["kind"] for manifest in emitted] == ["ConfigMap", "Deployment", "Service"]
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
            "metadata": {
                "name": "d",
                "namespace": "ss",
                "labels": {"a": "deployment"},
                "annotations": {"n": "deployment"},
            },
            "spec": DEPLOYMENT,
        },
        "serviceSpecification": {"metadata": {"namespace": "ss"}, "spec": SERVICE},
    }
    metadata = {"name": "shop", "labels": {"b": "app", "c": "app"}, "annotations": {"n": "app", "m": "app"}}
    emitted = objects(tmp_path, values("deployment", "none", version, application={"metadata": metadata}))
    assert one(emitted, "Deployment", "d")["metadata"] == {
        "name": "d",
        "namespace": "ss",
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
        {"gvrShort": "deploy", "name": "d", "namespace": "ss"},
    ]


def whole(deployment: Json = DEPLOYMENT, service: Json = SERVICE) -> Json:
    """A version of whole objects."""
    return {"deploymentSpecification": {"spec": deployment}, "serviceSpecification": {"spec": service}}


YOUNG: Json = {**POD["spec"], "hostIPC": True, "hostUsers": False, "resources": {"limits": {"cpu": 2}}}
YOUNGER: Json = {**DEPLOYMENT, "template": {**POD, "spec": YOUNG}}
ACRONYMS: Json = {**DEPLOYMENT, "template": {**POD, "spec": {**POD["spec"], "hostIPC": True, "hostPID": False}}}
FAMILIES: Json = {**SERVICE, "ipFamilies": ["IPv4"], "clusterIP": "None", "externalIPs": ["192.0.2.1"]}
STICKY: Json = {**SERVICE, "sessionAffinity": "ClientIP", "sessionAffinityConfig": {"clientIP": {"timeoutSeconds": 5}}}


@pytest.mark.parametrize("spec", [DEPLOYMENT, ACRONYMS, YOUNGER], ids=["usual", "acronyms", "younger than the types"])
def test_every_field_of_a_deployment_is_kept(tmp_path: Path, spec: Json) -> None:
    emitted = objects(tmp_path, values("deployment", "none", whole(deployment=spec)))
    assert one(emitted, "Deployment", "app-0")["spec"] == spec


@pytest.mark.parametrize(
    "spec",
    [SERVICE, FAMILIES, STICKY, {**SERVICE, "trafficDistribution": "PreferClose"}],
    ids=["usual", "acronyms", "nested acronyms", "younger than the types"],
)
def test_every_field_of_a_service_is_kept(tmp_path: Path, spec: Json) -> None:
    emitted = objects(tmp_path, values("deployment", "none", whole(service=spec)))
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
            whole(changed(DEPLOYMENT, replica=1)),
            f"{IN_DEPLOYMENT}.spec.replica: is not a known key; did you mean 'replicas'?",
        ),
        (
            whole(service=changed(SERVICE, ports=[{"port": "http"}])),
            f"{IN_SERVICE}.spec.ports[0].port: 'http' is not an integer",
        ),
        (
            {**whole(), "serviceSpecification": {"spec": SERVICE, "metadata": UNWATCHED}},
            f"{IN_SERVICE}.metadata.labels['iter8.tools/watch']: 'no' is not 'true': {IGNORED}",
        ),
        ({"image": "a", "ksvcSpecification": {}}, None),
    ],
)
def test_what_values_have_wrong(tmp_path: Path, version: Json, problem: str | None) -> None:
    data = values("deployment")
    data["application"]["versions"] = [version]
    [message] = problems(tmp_path, data)
    if problem:
        assert message == problem
    else:
        assert message.startswith(f"{VERSION}.ksvcSpecification: is not a known key; ")


def labelled(**labels: str) -> Json:
    """A Deployment whose pods have these labels and no others."""
    return changed(DEPLOYMENT, template={**POD, "metadata": {"labels": labels}})


def selecting(**selector: str) -> Json:
    """A Service with this selector."""
    return changed(SERVICE, selector=selector)


@pytest.mark.parametrize("environment_name", ["deployment", "deployment-istio", "deployment-gtw"])
@pytest.mark.parametrize(
    ("version", "problem"),
    [
        (
            whole(labelled(app="hello"), selecting(app="hello")),
            f"{IN_DEPLOYMENT}.spec.selector.matchLabels.x: '1' does not select the pods, which have no label x",
        ),
        (
            whole(service=selecting(x="1", y="2")),
            f"{IN_SERVICE}.spec.selector.y: '2' does not select the pods, which have no label y",
        ),
        (
            {"image": "a", "serviceSpecification": {"spec": {"selector": {"app": "a"}, "ports": [{"port": 80}]}}},
            f"{IN_SERVICE}.spec.selector.app: 'a' does not select the pods, whose label app is 'app-0'",
        ),
        (
            {"deploymentSpecification": {"spec": DEPLOYMENT}},
            (
                f"{IN_DEPLOYMENT}.spec.template.metadata.labels: the version's Service does not select these pods "
                "(spec.selector.app: 'app-0' does not select the pods, which have no label app): change this, or add "
                "serviceSpecification"
            ),
        ),
        (
            {**whole(), "serviceSpecification": {"spec": SERVICE, "metadata": {"namespace": "other"}}},
            (
                f"{IN_SERVICE}.metadata.namespace: 'other' is not the namespace of the Deployment (default), whose "
                "pods the Service selects"
            ),
        ),
        (
            whole(service=changed(SERVICE, ports=[{"port": 80, "targetPort": "web"}])),
            (
                f"{IN_SERVICE}.spec.ports[0].targetPort: 'web' is not a port of the Deployment's containers "
                "(named ports: http)"
            ),
        ),
    ],
)
def test_a_service_without_pods_is_refused(tmp_path: Path, environment_name: str, version: Json, problem: str) -> None:
    assert problems(tmp_path, values(environment_name, "none", version)) == [problem]


@pytest.mark.parametrize(
    "version",
    [
        whole(service=changed(SERVICE, ports=[{"port": 80, "targetPort": 8080}])),
        whole(service={"ports": [{"port": 80}]}),
        whole(changed(DEPLOYMENT, selector={"matchExpressions": [{"key": "x", "operator": "In", "values": ["1"]}]})),
        {"deploymentSpecification": {"spec": labelled(x="1", app="app-0")}},
    ],
    ids=["a port by number", "hand-made EndpointSlices", "an expression", "the generated Service"],
)
def test_a_service_with_pods_is_accepted(tmp_path: Path, version: Json) -> None:
    assert problems(tmp_path, values("deployment-istio", "none", version)) == []


def test_a_service_that_selects_the_pods_of_two_versions_is_refused(tmp_path: Path) -> None:
    assert problems(tmp_path, values("deployment", "none", whole(), whole(labelled(x="1", y="2")))) == [
        f"application.versions[{index}].serviceSpecification.spec.selector: the Service selects the pods of {other} "
        "too: give the pods of every version other labels"
        for index, other in enumerate(("app-1", "app-0"))
    ]


def test_traffic_is_not_routed(tmp_path: Path) -> None:
    assert environment("deployment").strategies() == ("none",)
    assert problems(tmp_path, values("deployment", "blue-green")) == [
        "application.strategy: 'blue-green' is not a strategy of deployment (known: none)"
    ]


def test_versions_may_have_one_name_in_two_namespaces_or_the_applications(tmp_path: Path) -> None:
    named: list[Json] = [{"metadata": {"name": "app", "namespace": namespace}} for namespace in ("default", "beta")]
    assert problems(tmp_path, values("deployment", "none", *named)) == []
