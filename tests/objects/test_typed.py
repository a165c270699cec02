"""What is written as plain data is what the typed imports hold, field by field."""

from pathlib import Path
from typing import Any

import cdk8s
import pytest
from cdk8s import ApiObjectMetadata
from cdk8s_plus_27.k8s import DeploymentSpec, KubeDeployment, KubeService, ServiceSpec

from cdk8s_iter8.iter8.weights import ready_sets, weights
from cdk8s_iter8.manifests.yaml_document import yaml_documents
from cdk8s_iter8.objects.typed import add_manifest, add_manifests, struct
from cdk8s_iter8.routers.backend import knative_backend
from cdk8s_iter8.routers.gateway_api import GatewayApiRouter
from cdk8s_iter8.routers.istio import IstioRouter
from cdk8s_iter8.routers.router import Route, Router
from cdk8s_iter8.strategies import STRATEGIES
from cdk8s_iter8.template import evaluate
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8_crds.dev.knative.serving import Service
from cdk8s_iter8_crds.dev.knative.serving import ServiceSpec as KnativeServiceSpec
from cdk8s_iter8_crds.io.istio.networking import (
    ServiceEntry,
    ServiceEntrySpec,
    VirtualService,
    VirtualServiceSpec,
)
from cdk8s_iter8_crds.io.k8s.networking.gateway import HttpRoute, HttpRouteSpec
from tests.support.object_schema import validate_object

STRATEGY_NAMES = ("blue-green", "sticky", "canary", "mirror")


def routes(router: Router, strategy: str, count: int) -> list[Any]:
    """The route for every set of ready versions."""
    versions = tuple(
        Version(
            f"hello-{index}",
            namespace="default" if index else "apps",
            weight=10 * index,
            matches=(Match(headers={"traffic": StringMatch("exact", f"{index}")}, uri=StringMatch("exact", "/a")),),
        )
        for index in range(count)
    )
    affinity = SessionAffinity("user") if strategy == "sticky" else None
    application = Application("hello", "default", versions, ("g",), affinity)
    chosen = STRATEGIES["blue-green" if strategy == "sticky" else strategy]
    plan = chosen.plan(application)
    assert plan
    backends = tuple(knative_backend(version) for version in versions)
    template = router.template(Route("hello", "default", plan, backends, ("g",)))
    declared = [version.weight if chosen.weighted else 1 for version in versions]
    return [evaluate(template, weights(declared, ready)) for ready in ready_sets(count)]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("strategy", STRATEGY_NAMES)
def test_every_virtual_service_is_a_typed_one(strategy: str, count: int) -> None:
    made = routes(IstioRouter(), strategy, count)
    assert len(made) == 2**count
    for route in made:
        metadata = struct(ApiObjectMetadata, route["metadata"])
        assert VirtualService.manifest(metadata=metadata, spec=struct(VirtualServiceSpec, route["spec"])) == route
        assert validate_object(route) == []


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("strategy", STRATEGY_NAMES)
def test_every_http_route_is_a_typed_one(strategy: str, count: int) -> None:
    for route in routes(GatewayApiRouter(), strategy, count):
        metadata = struct(ApiObjectMetadata, route["metadata"])
        assert HttpRoute.manifest(metadata=metadata, spec=struct(HttpRouteSpec, route["spec"])) == route
        assert validate_object(route) == []


SPECS: dict[str, tuple[Any, Any, Any]] = {
    "nested structs, lists and free mappings": (
        Service,
        KnativeServiceSpec,
        {
            "template": {
                "metadata": {"annotations": {"autoscaling.knative.dev/min-scale": "1"}},
                "spec": {
                    "containerConcurrency": 10,
                    "containers": [
                        {
                            "image": "example.com/hello",
                            "env": [{"name": "snake_case", "value": "yes"}],
                            "resources": {"limits": {"cpu": 1, "memory": "64Mi"}},
                            "readinessProbe": {"httpGet": {"path": "/", "port": 8080}, "periodSeconds": 0},
                            "livenessProbe": {"httpGet": {"path": "/", "port": "http"}},
                            "securityContext": {"runAsNonRoot": True, "capabilities": {"drop": ["ALL"]}},
                        }
                    ],
                },
            },
            "traffic": [{"latestRevision": True, "percent": 100}],
        },
    ),
    "enums": (
        ServiceEntry,
        ServiceEntrySpec,
        {
            "hosts": ["a.b"],
            "location": "MESH_INTERNAL",
            "resolution": "DNS_ROUND_ROBIN",
            "ports": [{"number": 80, "name": "http", "protocol": "HTTP"}],
        },
    ),
    "names that cdk8s spells otherwise": (
        KubeDeployment,
        DeploymentSpec,
        {
            "selector": {"matchLabels": {"app": "hello"}},
            "template": {
                "metadata": {"labels": {"app": "hello"}},
                "spec": {
                    "hostIPC": False,
                    "containers": [{"name": "a"}],
                    "volumes": [{"name": "a", "nfs": {"path": "/", "server": "b"}}],
                },
            },
        },
    ),
    "a number or a string": (
        KubeService,
        ServiceSpec,
        {"ports": [{"port": 80, "targetPort": 8080}, {"port": 81, "targetPort": "http"}], "clusterIP": "None"},
    ),
}


@pytest.mark.parametrize("case", SPECS)
def test_data_becomes_structs_without_loss(case: str) -> None:
    kind, spec, data = SPECS[case]
    assert kind.manifest(spec=struct(spec, data))["spec"] == data


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"template": {"spec": {"container": []}}}, "has no field container; it has .*containers"),
        ({"templates": {}}, "ServiceSpec has no field templates; it has template, traffic"),
        ({"template": {"spec": {"containers": [{"image_pull_policy": "Always"}]}}}, "has no field image_pull_policy"),
    ],
)
def test_an_unknown_field_is_an_error_at_any_depth(data: Any, error: str) -> None:
    with pytest.raises(TypeError, match=error):
        struct(KnativeServiceSpec, data)


def test_dicts_alone_would_be_lost() -> None:
    """The reason for all of this: what cdk8s does with a dict in a list."""
    spec = {"template": {"spec": {"containers": [{"image": "a", "misspelt": 1}]}}}
    written = Service.manifest(spec=spec)["spec"]["template"]["spec"]["containers"]
    assert written == [{"image": "a"}]


def test_an_object_added_from_data(tmp_path: Path) -> None:
    chart = cdk8s.Chart(cdk8s.App(outdir=str(tmp_path)), "hello")
    known: dict[str, Any] = SPECS["a number or a string"][2]
    known_to_type, younger = (
        {"apiVersion": "v1", "kind": "Service", "metadata": {"name": name, "namespace": "b"}, "spec": spec}
        for name, spec in (("a", known), ("c", {**known, "youngerField": {"a": [1]}}))
    )
    add_manifest(chart, known_to_type, "known")
    add_manifest(chart, younger, "younger")
    assert chart.to_json() == [known_to_type, younger]


def test_a_manifest_added_untyped_is_written_as_the_manifest_is(tmp_path: Path) -> None:
    app = cdk8s.App(outdir=str(tmp_path))
    spec = {"type": "ExternalName", "youngerField": {"b": 1, "a": [None], "c": None}, "externalName": "a"}
    younger = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}, "spec": spec}
    other = {**younger, "apiVersion": "example.com/v1", "kind": "Other", "zone": {"b": 1, "a": 2}, "data": {}}
    chart = cdk8s.Chart(app, "hello")
    add_manifests(chart, (younger, other))
    app.synth()
    assert (tmp_path / "hello.k8s.yaml").read_text() == yaml_documents([younger, other])
