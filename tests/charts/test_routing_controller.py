from pathlib import Path

import cdk8s
import pytest

from cdk8s_iter8 import Iter8Controller, RoutingController, RoutingControllerValues
from cdk8s_iter8.controller.manifests.deployment import IMAGE_USER
from tests.support.controller_objects import Object, config_of, only
from tests.support.object_schema import validate_object
from tests.support.release_chart import added_hello
from tests.support.routing_objects import ALL, CASES, controller, objects, options, pod

KINDS = "ServiceAccount Role RoleBinding ConfigMap Deployment"
WIDE = "ServiceAccount ClusterRole ClusterRoleBinding Role RoleBinding ConfigMap Deployment"


@pytest.mark.parametrize("values", CASES.values(), ids=CASES)
def test_every_object_is_valid(app: cdk8s.App, values: Object) -> None:
    for manifest in objects(app, values):
        assert validate_object(manifest) == []


@pytest.mark.parametrize(
    ("case", "kinds"),
    [
        ("defaults", KINDS),
        ("every namespace", WIDE),
        ("all values", f"{WIDE} NetworkPolicy PodDisruptionBudget PodMonitor"),
    ],
)
def test_emits_what_it_says(app: cdk8s.App, case: str, kinds: str) -> None:
    assert [manifest["kind"] for manifest in objects(app, CASES[case])] == kinds.split()


def test_everything_has_a_name_and_a_namespace(app: cdk8s.App) -> None:
    emitted = objects(app, {**ALL, "name": "mine", "namespace": "ops"})
    cluster = [manifest for manifest in emitted if manifest["kind"].startswith("Cluster")]
    assert {manifest["metadata"]["name"] for manifest in cluster} == {"ops:mine"}
    others = [manifest for manifest in emitted if manifest not in cluster]
    assert {(manifest["metadata"]["namespace"], manifest["metadata"]["name"]) for manifest in others} == {
        ("ops", "mine")
    }


def test_no_object_has_the_name_of_one_of_iter8s(app: cdk8s.App) -> None:
    """Else moving would change what the other one runs with, while it runs."""

    def names(emitted: list[Object]) -> set[tuple[str, str]]:
        return {(manifest["kind"], manifest["metadata"]["name"]) for manifest in emitted}

    iter8s, ours = Iter8Controller(app, "iter8-controller").to_json(), objects(app)
    assert not names(iter8s) & names(ours)


def test_no_pod_is_selected_as_one_of_iter8s_though_both_have_one_name(app: cdk8s.App) -> None:
    iter8s = only("StatefulSet", Iter8Controller(cdk8s.App(outdir=app.outdir), "controller").to_json())["spec"]
    ours = only("Deployment", objects(app, {"name": "iter8"}))["spec"]
    assert not ours["selector"]["matchLabels"].items() <= iter8s["template"]["metadata"]["labels"].items()
    assert not iter8s["selector"]["matchLabels"].items() <= ours["template"]["metadata"]["labels"].items()


def test_the_pod_runs_the_controller(app: cdk8s.App) -> None:
    emitted = objects(app)
    (container,) = pod(emitted)["containers"]
    assert container["command"] == ["cdk8s-iter8", "controller"]
    assert options(emitted) == {
        "listen": ":8080",
        "lease": "routing-controller",
        "iter8-version": "v1.1",
        "drain-seconds": "5",
        "log-level": "info",
        "log-format": "text",
    }
    assert {
        variable["name"]: variable.get("value") or variable["valueFrom"]["fieldRef"] for variable in container["env"]
    } == {
        "CONFIG_FILE": "/config/config.yaml",
        "POD_NAME": {"fieldPath": "metadata.name"},
        "POD_NAMESPACE": {"fieldPath": "metadata.namespace"},
    }
    assert container["resources"] == {
        "requests": {"cpu": "100m", "memory": "128Mi"},
        "limits": {"cpu": "1", "memory": "256Mi"},
    }
    assert pod(emitted)["serviceAccountName"] == "routing-controller"


def test_values_become_options(app: cdk8s.App) -> None:
    assert options(objects(app, ALL)) == {
        "listen": ":9001",
        "lease": "mine",
        "iter8-version": "v1.0",
        "drain-seconds": "10",
        "log-level": "debug",
        "log-format": "json",
    }


def test_the_configuration_is_mounted_and_nothing_else(app: cdk8s.App) -> None:
    emitted = objects(app)
    (container,) = pod(emitted)["containers"]
    assert only("ConfigMap", emitted)["data"].keys() == {"config.yaml"}
    assert container["volumeMounts"] == [{"mountPath": "/config", "name": "config", "readOnly": True}]
    assert pod(emitted)["volumes"] == [{"name": "config", "configMap": {"name": "routing-controller"}}]


def test_the_configuration_says_what_routemaps_apply(app: cdk8s.App) -> None:
    types = config_of(objects(app, ALL))["resourceTypes"]
    assert types["sts"] == {"Group": "apps", "Version": "v1", "Resource": "statefulsets", "applied": True}
    assert all("applied" not in resource_type for name, resource_type in types.items() if name != "sts")


def test_the_probes_ask_the_port_that_the_program_listens_on(app: cdk8s.App) -> None:
    emitted = objects(app, {"port": 9999})
    (container,) = pod(emitted)["containers"]
    assert container["ports"] == [{"name": "http", "containerPort": 9999}]
    assert options(emitted)["listen"] == ":9999"
    assert container["livenessProbe"]["httpGet"] == {"path": "/healthz", "port": "http"}
    assert container["readinessProbe"]["httpGet"] == {"path": "/readyz", "port": "http"}


def test_pods_start_anew_when_the_configuration_changes(app: cdk8s.App) -> None:
    cases: list[Object] = [{}, {"clusterScoped": True}, {"resourceTypes": {"isvc": None}}]
    emitted = [objects(cdk8s.App(outdir=app.outdir), values) for values in [*cases, *cases]]
    templates = [only("Deployment", manifest)["spec"]["template"] for manifest in emitted]
    assert len({template["metadata"]["annotations"]["checksum/config"] for template in templates}) == len(cases)


def test_a_new_pod_is_there_before_an_old_one_goes(app: cdk8s.App) -> None:
    spec = only("Deployment", objects(app))["spec"]
    assert spec["strategy"] == {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": 1, "maxUnavailable": 0}}
    assert spec["replicas"] == 1
    assert spec["selector"]["matchLabels"].items() <= spec["template"]["metadata"]["labels"].items()


def test_two_pods_are_kept_apart(app: cdk8s.App) -> None:
    emitted = objects(app, {"replicas": 2})
    constraints = pod(emitted)["topologySpreadConstraints"]
    assert [constraint["topologyKey"] for constraint in constraints] == [
        "kubernetes.io/hostname",
        "topology.kubernetes.io/zone",
    ]
    for constraint in constraints:
        assert constraint["whenUnsatisfiable"] == "ScheduleAnyway", "on one node, both must still start"
        assert constraint["labelSelector"] == only("Deployment", emitted)["spec"]["selector"]
    assert "topologySpreadConstraints" not in pod(objects(cdk8s.App(outdir=app.outdir)))


@pytest.mark.parametrize("values", CASES.values(), ids=CASES)
def test_pods_meet_the_restricted_pod_security_standard_and_write_nowhere(app: cdk8s.App, values: Object) -> None:
    """https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"""
    spec = pod(objects(app, values))
    assert not {"hostNetwork", "hostPID", "hostIPC", "initContainers"} & spec.keys()
    assert [volume.keys() - {"name"} for volume in spec["volumes"]] == [{"configMap"}]
    assert spec["securityContext"] == {"runAsNonRoot": True, "seccompProfile": {"type": "RuntimeDefault"}}
    (container,) = spec["containers"]
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "capabilities": {"drop": ["ALL"]},
        "readOnlyRootFilesystem": True,
        "runAsNonRoot": True,
        "runAsUser": IMAGE_USER,
        "seccompProfile": {"type": "RuntimeDefault"},
    }
    assert not any("hostPort" in port for port in container["ports"])


def test_the_network_policy_opens_one_port(app: cdk8s.App) -> None:
    (rule,) = only("NetworkPolicy", objects(app, ALL))["spec"]["ingress"]
    assert rule["ports"] == [{"port": 9001, "protocol": "TCP"}]
    expression = {"key": "kubernetes.io/metadata.name", "operator": "In", "values": ["monitoring"]}
    assert rule["from"] == [{"namespaceSelector": {"matchExpressions": [expression]}}]


def test_the_pod_monitor_selects_the_pods_and_names_their_port(app: cdk8s.App) -> None:
    emitted = objects(app, ALL)
    monitor = only("PodMonitor", emitted)
    assert monitor["apiVersion"] == "monitoring.coreos.com/v1"
    assert monitor["metadata"]["labels"].items() >= {"release": "prometheus"}.items()
    assert monitor["spec"] == {
        "selector": {"matchLabels": only("Deployment", emitted)["spec"]["selector"]["matchLabels"]},
        "podMetricsEndpoints": [{"port": "http", "path": "/metrics", "interval": "30s"}],
    }
    (container,) = pod(emitted)["containers"]
    assert [port["name"] for port in container["ports"]] == ["http"]


@pytest.mark.parametrize("interval", ["1s", "30s", "5m", "99999h"])
def test_every_interval_is_one_of_the_prometheus_operator(app: cdk8s.App, interval: str) -> None:
    monitor = only("PodMonitor", objects(app, {**ALL, "podMonitor": {"enabled": True, "interval": interval}}))
    assert validate_object(monitor) == []


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"port": "http", "pth": "/metrics"}, "spec.podMetricsEndpoints[0]"),
        ({"port": "http", "interval": "30 seconds"}, "spec.podMetricsEndpoints[0].interval"),
    ],
)
def test_the_check_of_the_pod_monitor_knows_its_fields(app: cdk8s.App, wrong: Object, place: str) -> None:
    monitor = only("PodMonitor", objects(app, ALL))
    monitor["spec"]["podMetricsEndpoints"] = [wrong]
    assert [line.partition(":")[0] for line in validate_object(monitor)] == [place]


def test_what_is_not_enabled_is_not_there(app: cdk8s.App) -> None:
    off = {key: {"enabled": False} for key in ("networkPolicy", "podDisruptionBudget", "podMonitor")}
    assert [manifest["kind"] for manifest in objects(app, off)] == KINDS.split()


def test_takes_a_file(app: cdk8s.App, tmp_path: Path) -> None:
    file = tmp_path / "controller.yaml"
    file.write_text("engine: cdk8s-iter8\nname: mine\n")
    assert RoutingController(app, "from-file", values=file).plan.values.name == "mine"
    assert RoutingController(app, "defaults").plan.values == RoutingControllerValues()


def test_auto_follows_from_the_releases_before_it(app: cdk8s.App) -> None:
    added_hello(app, strategy="none")
    assert config_of(objects(app, {"resourceTypes": "auto"}))["resourceTypes"].keys() == {"ksvc"}
    app.synth()


def test_releases_that_it_cannot_serve_are_an_error_at_synth(app: cdk8s.App) -> None:
    controller(app)
    added_hello(app, namespace="shop")
    with pytest.raises(RuntimeError, match=r"clusterScoped: is not true.* release shop/hello has objects in shop"):
        app.synth()
    assert not list(Path(app.outdir).glob("*"))


def test_controllers_of_both_engines_share_the_releases(app: cdk8s.App) -> None:
    controller(app, {"namespace": "red"})
    Iter8Controller(app, "iter8-controller")
    added_hello(app, namespace="red", name="hello-red")
    added_hello(app, name="hello")
    app.synth()
    assert len(list(Path(app.outdir).iterdir())) == 4
