from typing import Any

from cdk8s_iter8.controller.permission import Permission
from cdk8s_iter8.controller.permissions import own_pods, permissions
from cdk8s_iter8.controller.resolved import resolve_controller
from cdk8s_iter8.values.controller import ControllerValues
from tests.support.controller_releases import hello

WATCHED = ("get", "list", "watch", "update")
APPLIED = (*WATCHED, "create", "patch")
EVENTS = Permission("", "events", ("create",))


def permitted(*, strategy: str = "blue-green", **values: Any) -> set[Permission]:
    given = ControllerValues.model_validate(values, by_name=False)
    return set(permissions(resolve_controller(given, [hello(strategy=strategy)])))


def test_auto_permits_what_knative_needs_and_no_more() -> None:
    assert permitted(resourceTypes="auto") == {
        Permission("", "configmaps", WATCHED),
        EVENTS,
        Permission("serving.knative.dev", "services", WATCHED),
        Permission("networking.istio.io", "virtualservices", APPLIED),
    }


def test_without_routes_nothing_is_created_and_without_weights_no_config_map_changed() -> None:
    assert permitted(strategy="none", resourceTypes="auto") == {
        Permission("", "configmaps", ("get", "list", "watch")),
        EVENTS,
        Permission("serving.knative.dev", "services", WATCHED),
    }


def test_two_short_names_of_one_resource_are_one_permission() -> None:
    services = [permission for permission in permitted() if (permission.group, permission.resource) == ("", "services")]
    assert services == [Permission("", "services", WATCHED)]


def test_a_type_that_routemaps_apply_may_be_created() -> None:
    sts = {"Group": "apps", "Version": "v1", "Resource": "statefulsets"}
    assert Permission("apps", "statefulsets", WATCHED) in permitted(resourceTypes={"sts": sts})
    assert Permission("apps", "statefulsets", APPLIED) in permitted(resourceTypes={"sts": {**sts, "applied": True}})
    vs = {"Group": "networking.istio.io", "Version": "v1beta1", "Resource": "virtualservices", "applied": False}
    assert Permission("networking.istio.io", "virtualservices", WATCHED) in permitted(resourceTypes={"vs": vs})


def test_of_pods_it_gets_only_its_own() -> None:
    values = ControllerValues.model_validate({"name": "mine"})
    assert own_pods(resolve_controller(values)) == Permission("", "pods", ("get",), ("mine-0",))
