from pathlib import Path
from typing import Any

import pytest

from cdk8s_iter8.controller.file import load_controller
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.values.controller import ControllerValues
from cdk8s_iter8.values.routing_controller import IMAGE, RoutingControllerValues

BAD = {
    "replicas: 3": "replicas: 3 is not a number of replicas of the routing controller (1, or 2: one pod stands by)",
    "replicas: 0": "replicas: 0 is not a number of replicas of the routing controller (1, or 2: one pod stands by)",
    "logLevel: trace": "logLevel: 'trace' is not a log level of the routing controller (debug, info, warning or error)",
    "logFormat: yaml": "logFormat: 'yaml' is not a format of logs (text or json)",
    "port: 0": "port: 0 is not a port (an integer from 1 to 65535)",
    "drainSeconds: 31": "drainSeconds: 31 is not a number of seconds for draining (an integer from 0 to 30)",
    "drainSeconds: 0.5": "drainSeconds: 0.5 is not a number of seconds for draining (an integer from 0 to 30)",
    "podMonitor: {}": "podMonitor.enabled: is missing",
    "podMonitor: {enabled: true, interval: 1.5m}": (
        "podMonitor.interval: '1.5m' is not an interval of Prometheus (a number with a unit, such as 30s or 1m)"
    ),
    "resources: {requests: {memory: 512Mi}}": (
        "resources.requests.memory: '512Mi' is more than limits.memory, '256Mi'"
    ),
    "podLabels: {app.kubernetes.io/name: x}": (
        "podLabels['app.kubernetes.io/name']: 'x': the controller sets this label itself, to select its pods"
    ),
    "replica: 2": "replica: is not a known key; did you mean 'replicas'?",
}


def values(data: dict[str, Any]) -> RoutingControllerValues:
    return RoutingControllerValues.model_validate(data, by_name=False)


@pytest.mark.parametrize(("text", "line"), BAD.items(), ids=BAD)
def test_says_what_is_wrong_and_where(text: str, line: str, tmp_path: Path) -> None:
    file = tmp_path / "controller.yaml"
    file.write_text(f"engine: cdk8s-iter8\n{text}\n")
    with pytest.raises(ValuesError) as raised:
        load_controller(file)
    assert raised.value.lines == (f"{file}:2: {line}",)


def test_what_both_engines_read_has_one_default() -> None:
    """A file moves from one engine to the other by its key `engine`."""
    ours, iter8s = values({}).model_dump(), ControllerValues().model_dump()
    differing = {key for key in ours.keys() & iter8s.keys() if ours[key] != iter8s[key]}
    assert differing == {"engine", "name", "image", "image_pull_policy", "resources"}


@pytest.mark.parametrize("image", [IMAGE, "localhost:5000/ops/cdk8s-iter8:0.1", "cdk8s-iter8:2.7"])
def test_the_image_says_nothing_of_the_routemaps_that_it_takes(image: str) -> None:
    assert values({"image": image}).takes_version == "v1.1"
    assert values({"image": image, "iter8Version": "v2.0"}).takes_version == "v2.0"


def test_limits_that_are_given_replace_the_default_ones() -> None:
    resources = values({"resources": {"limits": {"memory": "1Gi"}}}).resources
    assert resources.limits.amounts() == {"memory": "1Gi"}
    assert resources.requests.amounts() == {"cpu": "100m", "memory": "128Mi"}


def test_every_key_has_a_description_in_the_schema() -> None:
    schema = RoutingControllerValues.model_json_schema(by_alias=True)
    models = [schema, *schema["$defs"].values()]
    keys = [(key, prop) for model in models for key, prop in model["properties"].items()]
    assert {"resourceTypes", "podMonitor", "interval"} <= {key for key, _ in keys}
    assert [key for key, prop in keys if not prop.get("description")] == []
