"""This project's own controller, as a process with the permissions of a ServiceAccount of its own."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from tests.e2e.controller_installation import Installation
from tests.e2e.controller_process import Controller
from tests.e2e.stack import loopback, ports
from tests.e2e.stack.cluster import Cluster

Object = dict[str, Any]

ACCOUNT = "cdk8s-iter8"
ROUTES = ("virtualservices", "httproutes")


def engine(cluster: Cluster, installation: Installation, pod: str = "cdk8s-iter8-0") -> Controller:
    """The controller with the emitted configuration, and no permission but those that it needs."""
    cluster.kubectl.apply(permissions(installation))
    configuration = cluster.directory / f"{pod}-{installation.namespace}-config.yaml"
    configuration.write_text(yaml.safe_dump(installation.configuration))
    port = ports.free()
    program = Path(sys.executable).with_name("cdk8s-iter8")
    return Controller(
        f"{pod}-{installation.namespace}",
        [str(program), "controller", f"--listen=127.0.0.1:{port}", "--drain-seconds=2"],
        cluster.directory,
        ready=lambda: loopback.get(port, "/readyz")[0] == 200,
        environment={
            "CONFIG_FILE": str(configuration),
            "KUBECONFIG": str(installation.kubeconfig(cluster, ACCOUNT)),
            "POD_NAME": pod,
            "POD_NAMESPACE": installation.namespace,
        },
    )


def permissions(installation: Installation) -> Iterable[Object]:
    """The ServiceAccount and what it may do: everywhere if the controller is of the whole cluster."""
    namespace, wide = installation.namespace, bool(installation.configuration.get("clusterScoped"))
    metadata = {"name": ACCOUNT, "namespace": namespace}
    yield {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": metadata}
    leases = rule("coordination.k8s.io", "leases", "get", "create", "update")
    yield from bound("Role", f"{ACCOUNT}-lease", namespace, [leases])
    yield from bound("ClusterRole" if wide else "Role", ACCOUNT, namespace, rules(installation.configuration))


def rules(configuration: Object) -> list[Object]:
    """Routemaps and versions are watched, finalizers patched, routes applied and deleted, events created."""
    found = [rule("", "events", "create"), rule("", "configmaps", "list", "watch")]
    for each in configuration["resourceTypes"].values():
        found.append(rule(each["Group"], each["Resource"], "list", "watch", "patch"))
        if each["Resource"] in ROUTES:
            found.append(rule(each["Group"], each["Resource"], "get", "create", "delete"))
    return found


def rule(group: str, resource: str, *verbs: str) -> Object:
    return {"apiGroups": [group], "resources": [resource], "verbs": list(verbs)}


def bound(kind: str, name: str, namespace: str, rules: list[Object]) -> Iterable[Object]:
    """A role of that kind, and its binding to the account."""
    group = "rbac.authorization.k8s.io"
    place = {} if kind == "ClusterRole" else {"namespace": namespace}
    yield {"apiVersion": f"{group}/v1", "kind": kind, "metadata": {"name": name, **place}, "rules": rules}
    yield {
        "apiVersion": f"{group}/v1",
        "kind": f"{kind}Binding",
        "metadata": {"name": name, **place},
        "roleRef": {"apiGroup": group, "kind": kind, "name": name},
        "subjects": [{"kind": "ServiceAccount", "name": ACCOUNT, "namespace": namespace}],
    }
