from typing import Any

from cdk8s_iter8.controller.permission import Permission
from cdk8s_iter8.controller.resolved import resolve_controller
from cdk8s_iter8.controller.routing_permissions import lease_permissions, routing_permissions
from cdk8s_iter8.values.routing_controller import RoutingControllerValues
from tests.support.controller_releases import hello, pools

WATCHED = ("list", "watch", "patch")
APPLIED = ("get", "list", "watch", "create", "patch", "delete")
EVENTS = Permission("", "events", ("create",))


def permitted(*releases: Any, **values: Any) -> set[Permission]:
    given = RoutingControllerValues.model_validate(values, by_name=False)
    return set(routing_permissions(resolve_controller(given, releases)))


def test_auto_permits_what_knative_needs_and_no_more() -> None:
    assert permitted(hello(), resourceTypes="auto") == {
        Permission("", "configmaps", WATCHED),
        EVENTS,
        Permission("serving.knative.dev", "services", WATCHED),
        Permission("networking.istio.io", "virtualservices", APPLIED),
    }


def test_without_weights_no_config_map_is_changed_and_without_routes_nothing_is_created() -> None:
    assert permitted(hello(strategy="none"), resourceTypes="auto") == {
        Permission("", "configmaps", ("list", "watch")),
        EVENTS,
        Permission("serving.knative.dev", "services", WATCHED),
    }


def test_auto_follows_from_every_release() -> None:
    verbs_of = {
        permission.resource: permission.verbs for permission in permitted(hello(), pools(), resourceTypes="auto")
    }
    assert verbs_of["pools"] == WATCHED
    assert verbs_of["trafficsplits"] == verbs_of["virtualservices"] == APPLIED


def test_types_that_are_given() -> None:
    pool = {"Group": "pool.example.com", "Version": "v1", "Resource": "pools"}
    for applied, verbs in ((True, APPLIED), (False, WATCHED)):
        permissions = permitted(resourceTypes={"pool": {**pool, "applied": applied}, "isvc": None})
        assert Permission("pool.example.com", "pools", verbs) in permissions
        assert not [permission for permission in permissions if permission.resource == "inferenceservices"]


def test_its_own_lease_and_no_other() -> None:
    values = RoutingControllerValues(name="mine")
    assert lease_permissions(resolve_controller(values)) == (
        Permission("coordination.k8s.io", "leases", ("create",)),
        Permission("coordination.k8s.io", "leases", ("get", "update"), ("mine",)),
    )
