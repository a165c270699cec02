"""Which controller serves a release, and by which conditions it judges."""

from typing import Any

import pytest

from cdk8s_iter8.cluster.connection import Connection
from cdk8s_iter8.controller.config import config_file, config_files
from cdk8s_iter8.controller.labels import labels
from cdk8s_iter8.controller.resolved import resolve_controller
from cdk8s_iter8.live.controllers import APP_NAMES, DEFAULTS, Controllers, find_controllers
from cdk8s_iter8.values.controller import ControllerValues
from cdk8s_iter8.values.routing_controller import RoutingControllerValues
from tests.support.api_server import APIServer, status

ROUTEMAP = {"metadata": {"namespace": "default", "name": "hello-routemap", "labels": {"iter8.tools/version": "v1.1"}}}
MAPS = "/api/v1/configmaps"


def routing(**values: Any) -> dict[str, Any]:
    """The ConfigMap of the routing controller, as its chart writes it."""
    given = RoutingControllerValues.model_validate(values)
    return config_map(given, {"config.yaml": config_file(resolve_controller(given))})


def iter8(**values: Any) -> dict[str, Any]:
    """The ConfigMap of Iter8's controller, as this project writes it."""
    given = ControllerValues.model_validate(values)
    return config_map(given, config_files(resolve_controller(given)))


def config_map(given: RoutingControllerValues | ControllerValues, data: dict[str, str]) -> dict[str, Any]:
    return {"metadata": {"name": given.name, "namespace": given.namespace, "labels": labels(given)}, "data": data}


def route(manager: str, time: str = "2026-01-01T00:00:00Z") -> dict[str, Any]:
    return {"metadata": {"managedFields": [{"manager": manager, "operation": "Apply", "time": time}]}}


def test_the_labels_are_those_of_the_charts() -> None:
    assert set(APP_NAMES) == {RoutingControllerValues.app_name, ControllerValues.app_name}


def test_the_defaults_are_those_of_the_charts() -> None:
    for manager, values in (("cdk8s-iter8", RoutingControllerValues), ("iter8-controller", ControllerValues)):
        assert DEFAULTS[manager].config.types == values.known_types


@pytest.mark.parametrize(("manager", "condition"), [("cdk8s-iter8", "RoutesReady"), ("iter8-controller", "Ready")])
def test_the_default_of_who_has_applied_the_route(manager: str, condition: str) -> None:
    serving = Controllers().serving(ROUTEMAP, [route(manager)])
    assert (serving.manager, serving.config.types["ksvc"].conditions) == (manager, (condition,))


def test_the_configuration_in_the_cluster_counts(connection: Connection, server: APIServer) -> None:
    ksvc = {"Group": "serving.knative.dev", "Version": "v1", "Resource": "services", "conditions": ["Ready"]}
    server.objects(MAPS, routing(clusterScoped=True, resourceTypes={"ksvc": ksvc}), iter8(clusterScoped=True))
    serving = find_controllers(connection).serving(ROUTEMAP, [route("cdk8s-iter8")])
    assert serving.source == "default/routing-controller"
    assert serving.config.types["ksvc"].conditions == ("Ready",)


def test_who_has_applied_last_serves() -> None:
    routes = [route("iter8-controller"), route("cdk8s-iter8", "2026-01-02T00:00:00Z")]
    assert Controllers().serving(ROUTEMAP, routes).manager == "cdk8s-iter8"
    assert Controllers().serving(ROUTEMAP, routes[:1]).manager == "iter8-controller"


def test_without_a_route_the_only_controller_that_may_serve(connection: Connection, server: APIServer) -> None:
    server.objects(MAPS, iter8(clusterScoped=True), routing(namespace="elsewhere"))
    found = find_controllers(connection)
    assert found.serving(ROUTEMAP).manager == "iter8-controller"
    assert found.serving({"metadata": {"namespace": "elsewhere"}}).manager == "cdk8s-iter8"  # either may
    server.objects(MAPS, iter8(clusterScoped=True, iter8Version="v2"))
    assert find_controllers(connection).serving(ROUTEMAP).source == ""


def test_a_controller_of_the_namespace_comes_first(connection: Connection, server: APIServer) -> None:
    server.objects(MAPS, routing(name="all", namespace="a", clusterScoped=True), routing(name="own"))
    assert find_controllers(connection).serving(ROUTEMAP).source == "default/own"


def test_one_namespace_is_enough(connection: Connection, server: APIServer) -> None:
    server.answer("GET", MAPS, status(403, "Forbidden", "User cannot list"))
    server.objects("/api/v1/namespaces/default/configmaps", routing())
    assert [each.source for each in find_controllers(connection, ["default"]).found] == ["default/routing-controller"]
    server.answer("GET", "/api/v1/namespaces/default/configmaps", status(403, "Forbidden", "User cannot list"))
    assert find_controllers(connection, ["default"]) == Controllers()


@pytest.mark.parametrize("text", ["resourceTypes: 1", "a: [", None])
def test_what_no_controller_can_start_with_is_none(connection: Connection, server: APIServer, text: str | None) -> None:
    broken = routing()
    broken["data"] = {"config.yaml": text} if text else {}
    server.objects(MAPS, broken)
    assert find_controllers(connection) == Controllers()


def test_iter8s_chart_does_not_label_its_config_map(connection: Connection, server: APIServer) -> None:
    """So the default counts; with the label its configuration does."""
    chart = iter8(clusterScoped=True)
    server.objects(MAPS, {**chart, "metadata": {"name": "iter8", "namespace": "iter8"}})
    assert find_controllers(connection) == Controllers()
    labelled = {"name": "iter8", "namespace": "iter8", "labels": {"app.kubernetes.io/name": "iter8-controller"}}
    server.objects(MAPS, {**chart, "metadata": labelled})
    assert find_controllers(connection).serving(ROUTEMAP).source == "iter8/iter8"
