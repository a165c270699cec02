"""Knative's own programs, and those that answer and call in the tests, as one Go module."""

from pathlib import Path

from tests.e2e.stack import build

ACTIVATOR, AUTOSCALER, CONTROLLER, QUEUE, WEBHOOK = (
    f"serving-{name}" for name in ("activator", "autoscaler", "controller", "queue", "webhook")
)
INGRESS = "net-gateway-api-controller"
HELLO, CALL = "hello", "call"

PACKAGES = {
    **{name: f"knative.dev/serving/cmd/{name.partition('-')[2]}" for name in (ACTIVATOR, AUTOSCALER, CONTROLLER)},
    **{name: f"knative.dev/serving/cmd/{name.partition('-')[2]}" for name in (QUEUE, WEBHOOK)},
    INGRESS: "knative.dev/net-gateway-api/cmd/controller",
    HELLO: "./hello",
    CALL: "./call",
}
PROGRAMS = build.GoModule(Path(__file__).parents[1] / "programs", PACKAGES, 2.5)
MODULES = (*build.MODULES, PROGRAMS)
