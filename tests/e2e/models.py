"""What KServe and ModelMesh would do for models, since they do not run here, and what a route of models says.

KServe: each InferenceService has a Knative Service `NAME-predictor`; Knative's local gateway, here an Envoy of its
own, knows it by the Host. ModelMesh: one Service serves every model; a header of the request names the model.
"""

import contextlib
from collections.abc import Iterator
from typing import Any

from tests.e2e.release import ISVC, Release
from tests.e2e.stack import istiod, ports
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.echo import Echo
from tests.e2e.stack.knative import GATEWAY, QUEUE_PROXY_PORT
from tests.e2e.stack.local_gateway import NAMESPACE
from tests.e2e.stack.pods import workload_entry
from tests.e2e.values import Values
from tests.support.released import values

Json = dict[str, Any]

PREDICTORS = {"kserve": "predictor", "kserve-0.11": "predictor", "kserve-0.10": "predictor-default"}
"""What follows the name of a model in that of its server."""

MESH = "modelmesh-serving"
MESH_PORT = 8033


def models(environment: str, strategy: str, *versions: Values, **application: Any) -> Values:
    """A release of models in one of the environments of KServe or ModelMesh."""
    return values(environment, strategy, *versions, application=application)


@contextlib.contextmanager
def behind(stack: Stack, port: int) -> Iterator[None]:
    """While it lasts, the Service of Knative's local gateway leads to the Envoy that listens on this port."""
    before = stack.api.get("we", istiod.NAMESPACE, GATEWAY)
    assert before
    entry = workload_entry(GATEWAY, "127.0.0.1", before["spec"]["labels"])
    entry["spec"]["ports"] = {"http": port}
    stack.api.merge("we", istiod.NAMESPACE, GATEWAY, {"spec": entry["spec"]})
    stack.settled.wait()
    yield
    stack.api.merge("we", istiod.NAMESPACE, GATEWAY, {"spec": {**before["spec"], "ports": None}})
    stack.settled.wait()


def serve_predictors(stack: Stack, release: Release, predictor: str) -> None:
    """The Knative Service that KServe makes for each InferenceService, and the route of it that Knative makes."""
    for name in release.named(ISVC):
        server = f"{name}-{predictor}"
        labels = {"serving.knative.dev/service": server}
        stack.pods.run(release.namespace, name, labels, QUEUE_PROXY_PORT)
        revision = f"{server}-00001"
        port = {"name": "http", "port": 80, "targetPort": QUEUE_PROXY_PORT}
        spec = {"selector": labels, "ports": [port]}
        stack.api.apply("svc", release.namespace, revision, service(revision, spec), manager="knative")
        host = f"{server}.{release.namespace}.svc.cluster.local"
        route = {"destination": {"host": f"{revision}.{release.namespace}.svc.cluster.local", "port": {"number": 80}}}
        gateways = [f"{NAMESPACE}/{GATEWAY}"]
        ingress = {
            "apiVersion": "networking.istio.io/v1beta1",
            "kind": "VirtualService",
            "metadata": {"name": f"{server}-ingress", "namespace": release.namespace},
            "spec": {"hosts": [host], "gateways": gateways, "http": [{"route": [route]}]},
        }
        stack.api.apply("vs", release.namespace, f"{server}-ingress", ingress, manager="knative")


def model_mesh(stack: Stack) -> Echo:
    """The ModelMesh: one Service for every model; it speaks HTTP/1.1 here, not gRPC."""
    stack.kubectl("create", "namespace", MESH)
    labels = {"modelmesh-service": MESH}
    spec = {"selector": labels, "ports": [{"name": "http", "port": MESH_PORT}]}
    stack.api.create("svc", MESH, service(MESH, spec))
    echo = Echo(answers_for=lambda _: MESH)
    address = ports.address(MESH_PORT)
    stack.echoes.serve(echo, address, MESH_PORT)
    stack.api.create("we", MESH, workload_entry(MESH, address, labels))
    return echo


def service(name: str, spec: Json) -> Json:
    """A Service with this spec."""
    return {"apiVersion": "v1", "kind": "Service", "metadata": {"name": name}, "spec": spec}


def shares(route: Json | None, header: str) -> dict[str, int] | None:
    """Each version's weight in the last rule, by the value of the request header that names it; None: no route."""
    if route is None:
        return None
    last = route["spec"]["http"][-1]["route"]
    return {destination["headers"]["request"]["set"][header]: destination.get("weight", 100) for destination in last}
