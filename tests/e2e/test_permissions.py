"""What either controller may do as it is installed, and how its pods are admitted."""

import copy
from typing import Any

import pytest

from tests.e2e.controller_installation import Installation
from tests.e2e.permissions import may
from tests.e2e.stack.cluster import Cluster

Calls = list[tuple[str, str, str]]

KSVC, CONFIGMAPS = ("serving.knative.dev", "services"), ("", "configmaps")
VIRTUAL_SERVICES = ("networking.istio.io", "virtualservices")
LEASES = ("coordination.k8s.io", "leases")


def calls_of(verbs: str, *types: tuple[str, str]) -> Calls:
    return [(verb, *of) for of in types for verb in verbs.split()]


# Read off Iter8's calls: informers get, list and watch, finalizers update, routes are applied, events created.
ITER8 = [
    *calls_of("get list watch update", KSVC, CONFIGMAPS, VIRTUAL_SERVICES),
    *calls_of("patch create", VIRTUAL_SERVICES),
    ("create", "", "events"),
]
# test_routing_deployment.py compares what the routing controller may do with what it does.
ROUTING = [
    *calls_of("list watch patch", KSVC, CONFIGMAPS, VIRTUAL_SERVICES),
    *calls_of("get create delete", VIRTUAL_SERVICES),
    ("create", "", "events"),
]
FOR_NEITHER = [
    *calls_of("get list watch create update delete", ("", "secrets")),
    *calls_of("create update patch delete", ("", "pods")),
    *calls_of("create delete", KSVC, CONFIGMAPS),
    *calls_of("get list delete", ("", "nodes")),
    ("create", "", "serviceaccounts"),
    ("impersonate", "", "users"),
    *calls_of("create bind", ("rbac.authorization.k8s.io", "clusterroles")),
    ("list", "networking.istio.io", "gateways"),
    ("get", "batch", "jobs"),
    ("create", "apps", "deployments"),
    ("get", "apiextensions.k8s.io", "customresourcedefinitions"),
]
NOT_FOR_ITER8S = [("delete", *VIRTUAL_SERVICES), *calls_of("get list create update", LEASES)]
NOT_FOR_ROUTING = [
    *calls_of("get update", KSVC, CONFIGMAPS),
    ("update", *VIRTUAL_SERVICES),
    ("get", "", "pods"),
    *calls_of("get list watch update delete", LEASES),
]

EITHER = pytest.mark.parametrize("of", ["iter8_installed", "routing_installed"])


@pytest.fixture
def installation(of: str, request: pytest.FixtureRequest) -> Installation:
    found: Installation = request.getfixturevalue(of)
    return found


@pytest.mark.parametrize(("of", "calls"), [("iter8_installed", ITER8), ("routing_installed", ROUTING)])
def test_may_do_each_call_it_makes(cluster: Cluster, installation: Installation, calls: Calls) -> None:
    refused = [call for call in calls if not may(cluster, installation, call)]
    assert not refused


@pytest.mark.parametrize(
    ("of", "own", "another"),
    [
        ("iter8_installed", "get pods/iter8-0", "get pods/iter8-1"),
        ("routing_installed", "update leases/routing-controller", "update leases/another"),
        ("routing_installed", "create leases", "delete leases/routing-controller"),
    ],
)
def test_may_do_in_its_own_namespace_with_what_is_its_own(
    cluster: Cluster, installation: Installation, own: str, another: str
) -> None:
    def said(what: str, namespace: str) -> str:
        arguments = ("auth", "can-i", *what.split(), f"--as={installation.user}", "-n", namespace)
        return cluster.kubectl.run(*arguments).stdout.strip()

    assert said(own, installation.namespace) == "yes"
    assert said(another, installation.namespace) == "no"
    assert said(own, "default") == "no"


@pytest.mark.parametrize(
    ("of", "calls"),
    [("iter8_installed", FOR_NEITHER + NOT_FOR_ITER8S), ("routing_installed", FOR_NEITHER + NOT_FOR_ROUTING)],
)
def test_may_do_nothing_else(cluster: Cluster, installation: Installation, calls: Calls) -> None:
    allowed = [call for call in calls if may(cluster, installation, call)]
    assert not allowed


@EITHER
def test_pods_pass_the_restricted_standard(cluster: Cluster, installation: Installation, namespace: str) -> None:
    """The API server admits its pod to a namespace that enforces the standard."""
    cluster.kubectl("label", "namespace", namespace, "pod-security.kubernetes.io/enforce=restricted")
    cluster.kubectl("create", "serviceaccount", installation.service_account, "-n", namespace)
    template: dict[str, Any] = copy.deepcopy(installation.workload["spec"]["template"])
    pod = {"apiVersion": "v1", "kind": "Pod", **template}
    pod["metadata"] = {**template["metadata"], "name": "controller-0", "namespace": namespace}
    result = cluster.kubectl.apply([pod], "--dry-run=server")
    assert "pod/controller-0 created" in result
    pod["spec"]["containers"][0]["securityContext"]["allowPrivilegeEscalation"] = True
    with pytest.raises(Exception, match="violates PodSecurity"):
        cluster.kubectl.apply([pod], "--dry-run=server")


@EITHER
def test_configuration_names_every_type(installation: Installation) -> None:
    """In the spelling that the controller reads: other keys would be ignored without a word."""
    types = installation.configuration["resourceTypes"]
    assert types["ksvc"] == {
        "Group": "serving.knative.dev",
        "Version": "v1",
        "Resource": "services",
        "conditions": ["RoutesReady" if installation.workload["kind"] == "Deployment" else "Ready"],
    }
    for name, entry in types.items():
        assert {"Group", "Version", "Resource"} <= set(entry) <= {"Group", "Version", "Resource", "conditions"}, name
