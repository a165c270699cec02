import json
from pathlib import Path
from typing import Any

import cdk8s
import pytest
import yaml

from cdk8s_iter8 import ControllerValues, Iter8Controller, ValuesError
from cdk8s_iter8.controller.manifests.container import USER
from tests.support.controller_objects import ALL, CASES, Object, controller, objects, only, pod
from tests.support.object_schema import validate_object


@pytest.mark.parametrize("values", CASES.values(), ids=CASES)
def test_every_object_is_valid(app: cdk8s.App, values: Object) -> None:
    for manifest in objects(app, values):
        assert validate_object(manifest) == []


@pytest.mark.parametrize(
    ("case", "kinds"),
    [
        ("defaults", "ServiceAccount Role RoleBinding ConfigMap PersistentVolumeClaim Service StatefulSet"),
        (
            "every namespace",
            (
                "ServiceAccount ClusterRole ClusterRoleBinding Role RoleBinding ConfigMap PersistentVolumeClaim "
                "Service StatefulSet"
            ),
        ),
        (
            "all values",
            (
                "ServiceAccount ClusterRole ClusterRoleBinding Role RoleBinding ConfigMap Service StatefulSet "
                "NetworkPolicy PodDisruptionBudget"
            ),
        ),
        ("a password", "ServiceAccount Role RoleBinding ConfigMap Secret Service StatefulSet"),
    ],
)
def test_emits_what_the_chart_installs(app: cdk8s.App, case: str, kinds: str) -> None:
    assert [manifest["kind"] for manifest in objects(app, CASES[case])] == kinds.split()


def test_everything_has_a_name_and_a_namespace(app: cdk8s.App) -> None:
    emitted = objects(app, {"name": "mine", "namespace": "ops", "clusterScoped": True})
    cluster = [manifest for manifest in emitted if manifest["kind"].startswith("Cluster")]
    assert {manifest["metadata"]["name"] for manifest in cluster} == {"ops:mine"}
    others = [manifest for manifest in emitted if manifest not in cluster]
    assert {(manifest["metadata"]["namespace"], manifest["metadata"]["name"]) for manifest in others} == {
        ("ops", "mine")
    }


def test_no_label_makes_the_controller_take_its_own_configuration_for_a_routemap(app: cdk8s.App) -> None:
    for manifest in objects(app):
        assert not {"iter8.tools/kind", "iter8.tools/watch"} & manifest["metadata"]["labels"].keys()


def test_the_pod_runs_the_controller_as_the_chart_does(app: cdk8s.App) -> None:
    spec = pod(objects(app, {"logLevel": "debug", "image": "iter8/iter8:1.1.2"}))
    (container,) = spec["containers"]
    assert container["command"] == ["/bin/iter8"]
    assert container["args"] == ["controllers", "-l", "debug"]
    assert container["image"] == "iter8/iter8:1.1.2"
    assert container["imagePullPolicy"] == "Always"
    assert container["resources"] == {
        "requests": {"cpu": "250m", "memory": "64Mi"},
        "limits": {"cpu": "500m", "memory": "128Mi"},
    }
    assert {
        variable["name"]: variable.get("value") or variable["valueFrom"]["fieldRef"] for variable in container["env"]
    } == {
        "CONFIG_FILE": "/config/config.yaml",
        "METRICS_CONFIG_FILE": "/config/metrics.yaml",
        "ABN_CONFIG_FILE": "/config/abn.yaml",
        "METRICS_DIR": "/metrics",
        "POD_NAME": {"fieldPath": "metadata.name"},
        "POD_NAMESPACE": {"fieldPath": "metadata.namespace"},
    }
    assert spec["serviceAccountName"] == "iter8"
    assert spec["terminationGracePeriodSeconds"] == 10


def test_each_file_that_the_environment_names_is_mounted(app: cdk8s.App) -> None:
    emitted = objects(app)
    (container,) = pod(emitted)["containers"]
    files = {f"/config/{name}" for name in only("ConfigMap", emitted)["data"]}
    named = {variable["value"] for variable in container["env"] if variable["name"].endswith("_FILE")}
    assert files == named
    assert {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]} == {
        "config": "/config",
        "metrics": "/metrics",
    }
    assert {volume["name"]: set(volume) - {"name"} for volume in pod(emitted)["volumes"]} == {
        "config": {"configMap"},
        "metrics": {"persistentVolumeClaim"},
    }


def test_badgerdb_is_where_its_values_say(app: cdk8s.App) -> None:
    emitted = objects(app, CASES["a class of storage"])
    claim = only("PersistentVolumeClaim", emitted)["spec"]
    assert claim == {
        "accessModes": ["ReadWriteOnce"],
        "resources": {"requests": {"storage": "1024"}},
        "storageClassName": "fast",
    }
    (container,) = pod(emitted)["containers"]
    assert "/data" in {mount["mountPath"] for mount in container["volumeMounts"]}
    assert "/data" in {variable.get("value") for variable in container["env"]}
    assert yaml.safe_load(only("ConfigMap", emitted)["data"]["metrics.yaml"])["badgerdb"]["dir"] == "/data"


def test_the_service_leads_to_the_ports_that_the_files_name(app: cdk8s.App) -> None:
    emitted = objects(app, {"abn": {"port": 9000}, "metrics": {"port": 9001}})
    data = {name: yaml.safe_load(text) for name, text in only("ConfigMap", emitted)["data"].items()}
    (container,) = pod(emitted)["containers"]
    ports = {port["name"]: port["containerPort"] for port in container["ports"]}
    assert ports == {"grpc": data["abn.yaml"]["port"], "http": data["metrics.yaml"]["port"]}
    service = only("Service", emitted)["spec"]
    assert {port["targetPort"]: port["port"] for port in service["ports"]} == ports
    labels = only("StatefulSet", emitted)["spec"]["template"]["metadata"]["labels"]
    assert service["selector"].items() <= labels.items()


def test_pods_start_anew_when_what_they_read_once_changes(tmp_path: Path) -> None:
    def annotations(values: Object) -> Object:
        emitted = controller(cdk8s.App(outdir=str(tmp_path)), values).to_json()
        annotations: Object = only("StatefulSet", emitted)["spec"]["template"]["metadata"]["annotations"]
        return annotations

    redis = [{"metrics": {"implementation": "redis", "redis": {"password": password}}} for password in ("a", "b")]
    cases: list[Object] = [{}, {"defaultResync": "1m"}, {"abn": {"port": 1234}}, *redis]
    first = [annotations(values)["checksum/config"] for values in cases]
    again = [annotations({**values, "logLevel": "debug"})["checksum/config"] for values in cases]
    assert len(set(first)) == len(cases)
    assert first == again


@pytest.mark.parametrize("values", CASES.values(), ids=CASES)
def test_pods_meet_the_restricted_pod_security_standard(app: cdk8s.App, values: Object) -> None:
    """https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"""
    spec = pod(objects(app, values))
    assert not {"hostNetwork", "hostPID", "hostIPC"} & spec.keys()
    allowed = {"configMap", "emptyDir", "persistentVolumeClaim", "secret"}
    assert all(volume.keys() - {"name"} <= allowed for volume in spec["volumes"])
    assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    for container in [*spec["containers"], *spec.get("initContainers", [])]:
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "capabilities": {"drop": ["ALL"]},
            "readOnlyRootFilesystem": True,
            "runAsNonRoot": True,
            "runAsUser": USER,
            "seccompProfile": {"type": "RuntimeDefault"},
        }
        assert not any("hostPort" in port for port in container.get("ports", []))


def test_the_network_policy_opens_the_two_ports(app: cdk8s.App) -> None:
    emitted = objects(app, CASES["open to all"])
    spec = only("NetworkPolicy", emitted)["spec"]
    assert spec["policyTypes"] == ["Ingress"]
    assert spec["podSelector"]["matchLabels"] == only("StatefulSet", emitted)["spec"]["selector"]["matchLabels"]
    ports = [{"port": 50051, "protocol": "TCP"}, {"port": 8080, "protocol": "TCP"}]
    assert spec["ingress"] == [{"from": [{"namespaceSelector": {}}], "ports": ports}]


def test_the_network_policy_may_name_namespaces(app: cdk8s.App) -> None:
    (rule,) = only("NetworkPolicy", objects(app, ALL))["spec"]["ingress"]
    expression = {"key": "kubernetes.io/metadata.name", "operator": "In", "values": ["shop"]}
    assert rule["from"] == [{"namespaceSelector": {"matchExpressions": [expression]}}]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ({}, {"maxUnavailable": 1}),
        ({"maxUnavailable": 0}, {"maxUnavailable": 0}),
        ({"minAvailable": "50%"}, {"minAvailable": "50%"}),
    ],
)
def test_the_disruption_budget(app: cdk8s.App, given: Object, written: Object) -> None:
    spec = only("PodDisruptionBudget", objects(app, {"podDisruptionBudget": {"enabled": True, **given}}))["spec"]
    assert {key: value for key, value in spec.items() if key != "selector"} == written


def test_what_is_not_enabled_is_not_there(app: cdk8s.App) -> None:
    off = {"networkPolicy": {"enabled": False}, "podDisruptionBudget": {"enabled": False}}
    assert {manifest["kind"] for manifest in objects(app, off)} & {"NetworkPolicy", "PodDisruptionBudget"} == set()


def test_takes_a_file(app: cdk8s.App, tmp_path: Path) -> None:
    file = tmp_path / "controller.yaml"
    file.write_text("name: mine\n")
    assert Iter8Controller(app, "from-file", values=file).plan.values.name == "mine"
    assert Iter8Controller(app, "defaults").plan.values == ControllerValues()


def test_a_mapping_has_the_errors_of_a_file_without_its_lines(tmp_path: Path) -> None:
    wrong = {"logLevl": "info", "replicas": 0, "metrics": {"port": "1"}}
    (tmp_path / "controller.yaml").write_text(json.dumps(wrong))

    def lines(values: Any) -> list[str]:
        with pytest.raises(ValuesError) as error:
            Iter8Controller(cdk8s.App(outdir=str(tmp_path)), "controller", values=values)
        return [line.removeprefix(str(tmp_path / "controller.yaml:1")) for line in error.value.lines]

    assert sorted(lines(wrong)) == sorted(f"controller{line}" for line in lines(tmp_path / "controller.yaml"))
    assert len(lines(wrong)) == 3


def test_a_mapping_makes_what_a_model_does(tmp_path: Path) -> None:
    given: list[Any] = [{"logLevel": "debug"}, {}, None]
    models = [ControllerValues(log_level="debug"), ControllerValues(), ControllerValues()]
    for values, model in zip(given, models, strict=True):
        one, other = (
            Iter8Controller(cdk8s.App(outdir=str(tmp_path)), "controller", values=form).to_json()
            for form in (values, model)
        )
        assert one == other


def test_values_of_another_type(tmp_path: Path) -> None:
    with pytest.raises(ValuesError) as error:
        Iter8Controller(cdk8s.App(outdir=str(tmp_path)), "", values=3)  # type: ignore[arg-type]
    assert error.value.lines == (
        "iter8 controller: id: '' is not an id (a string that is not empty)",
        (
            "iter8 controller: values: 3 is not values of a controller (ControllerValues, a mapping with the keys of a "
            "file, or a file's path)"
        ),
    )


def test_two_controllers_of_one_name(tmp_path: Path) -> None:
    app = cdk8s.App(outdir=str(tmp_path))
    for name in ("one", "two"):
        Iter8Controller(app, name, values={"clusterScoped": True})
    with pytest.raises(RuntimeError, match=r"\[two\] ServiceAccount default/iter8, ClusterRole default:iter8, "):
        app.synth()
