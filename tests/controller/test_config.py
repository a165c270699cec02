"""What the controller reads: controllers/config.go, metrics/server.go, storage/ and abn/service.go of Iter8 1.1."""

from typing import Any

import pytest
import yaml

from cdk8s_iter8.controller.config import config_file, config_files, fingerprint
from cdk8s_iter8.controller.resolved import resolve_controller
from cdk8s_iter8.iter8.resource_type import KNATIVE, SHIPPED
from cdk8s_iter8.values.controller import ControllerValues
from cdk8s_iter8.values.routing_controller import RoutingControllerValues
from tests.support.yaml_readers import as_the_controller


def files(**values: Any) -> dict[str, Any]:
    controller = resolve_controller(ControllerValues.model_validate(values, by_name=False))
    return {name: yaml.safe_load(text) for name, text in config_files(controller).items()}


def test_config_has_the_keys_of_the_controllers_own_type() -> None:
    config = files(clusterScoped=True, defaultResync="1h")["config.yaml"]
    assert config.keys() == {"defaultResync", "clusterScoped", "resourceTypes"}
    assert config["defaultResync"] == "1h"
    assert config["clusterScoped"] is True
    assert config["resourceTypes"]["ksvc"] == {
        "Group": "serving.knative.dev",
        "Version": "v1",
        "Resource": "services",
        "conditions": ["Ready"],
    }
    assert config["resourceTypes"]["cm"] == {"Group": "", "Version": "v1", "Resource": "configmaps"}
    assert config["resourceTypes"].keys() == {*SHIPPED, *KNATIVE}


def test_what_only_this_project_knows_of_a_type_stays_out() -> None:
    sts = {"Group": "apps", "Version": "v1", "Resource": "statefulsets", "applied": True}
    assert files(resourceTypes={"sts": sts})["config.yaml"]["resourceTypes"]["sts"].keys() == {
        "Group",
        "Version",
        "Resource",
    }


def routing(**values: Any) -> dict[str, Any]:
    controller = resolve_controller(RoutingControllerValues.model_validate(values, by_name=False))
    data: dict[str, Any] = yaml.safe_load(config_file(controller))
    return data


def test_the_routing_controller_reads_the_same_file_but_for_what_it_does_not_know() -> None:
    """And but for a Knative Service, which it judges by what is served."""
    iter8s = files(clusterScoped=True)["config.yaml"]
    assert iter8s["resourceTypes"]["ksvc"].pop("conditions") == ["Ready"]
    ours = routing(clusterScoped=True)
    assert ours["resourceTypes"]["ksvc"].pop("conditions") == ["RoutesReady"]
    assert ours == {key: value for key, value in iter8s.items() if key != "defaultResync"}


def test_the_routing_controller_is_told_which_types_are_applied() -> None:
    sts = {"Group": "apps", "Version": "v1", "Resource": "statefulsets"}
    types = routing(resourceTypes={"sts": {**sts, "applied": True}, "ds": {**sts, "Resource": "daemonsets"}})
    assert types["resourceTypes"]["sts"] == {**sts, "applied": True}
    assert [name for name, resource_type in types["resourceTypes"].items() if "applied" in resource_type] == ["sts"]


def test_badgerdb_is_the_default_store() -> None:
    assert files(metrics={"port": 9090, "badgerdb": {"dir": "/data"}})["metrics.yaml"] == {
        "port": 9090,
        "implementation": "badgerdb",
        "badgerdb": {"storage": "50Mi", "dir": "/data"},
    }


def test_redis_without_its_password() -> None:
    redis = {"address": "redis.shop:6380", "db": 3, "username": "iter8", "password": "hunter2"}
    written = files(metrics={"implementation": "redis", "redis": redis})["metrics.yaml"]
    assert written == {
        "port": 8080,
        "implementation": "redis",
        "redis": {"address": "redis.shop:6380", "db": 3, "username": "iter8"},
    }
    assert list(written)[-1] == "redis", "the pod adds the password at the end"


@pytest.mark.parametrize(
    "text", ["y", "n", "on", "Yes", "null", "~", "1e3", "0x1F", "12:30", "007", "1_0", "- a", "a: b", "#", "é"]
)
def test_strings_stay_strings_for_the_controllers_parser(text: str) -> None:
    values = ControllerValues.model_validate({"metrics": {"implementation": "redis", "redis": {"username": text}}})
    written = config_files(resolve_controller(values))["metrics.yaml"]
    assert as_the_controller(written)["redis"]["username"] == text
    assert len(text) > 1 or f'"{text}"' in written


def test_abn_has_its_port() -> None:
    assert files(abn={"port": 50052})["abn.yaml"] == {"port": 50052}


def test_the_fingerprint_changes_with_any_file() -> None:
    first = {"a": "1", "b": "2"}
    assert fingerprint(first) == fingerprint(dict(first))
    assert len({fingerprint(config) for config in (first, {"a": "1", "b": "3"}, {"a": "1"}, {"a": "1b: 2"})}) == 4
