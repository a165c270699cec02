"""The calls that the Iter8 controller 1.1 makes, read off its program and seen in an API server's audit log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Object = Mapping[str, Any]


@dataclass(frozen=True)
class Call:
    verb: str
    group: str
    resource: str
    namespace: str = ""
    """Empty: across all namespaces."""
    name: str = ""


WATCHED = ("get", "list", "watch", "update")
APPLIED = (*WATCHED, "create", "patch")
APPLIED_TYPES = {("networking.istio.io", "virtualservices"), ("gateway.networking.k8s.io", "httproutes")}


def calls(config: Mapping[str, Any], *, namespace: str, pod: str, release_namespace: str) -> set[Call]:
    """Every call that a controller with this `config.yaml` makes for a release in a namespace."""
    own = Call("get", "", "pods", namespace, pod)
    lists = "" if config["clusterScoped"] else namespace
    made = {own, Call("create", "", "events", release_namespace), Call("create", "", "events", namespace)}
    types: dict[tuple[str, str], tuple[str, ...]] = {("", "configmaps"): ("get", "list", "watch")}
    for resource_type in config["resourceTypes"].values():
        key = (resource_type["Group"], resource_type["Resource"])
        types[key] = APPLIED if key in APPLIED_TYPES else WATCHED
    for (group, resource), verbs in types.items():
        for verb in verbs:
            where = lists if verb in ("list", "watch") else release_namespace
            made.add(Call(verb, group, resource, where, "" if verb in ("list", "watch", "create") else "any"))
    return made


def is_allowed(call: Call, objects: Iterable[Object]) -> bool:
    """Whether the roles that are bound among some objects allow a call, as RBAC says."""
    objects = list(objects)
    roles = {
        (manifest["kind"], manifest["metadata"]["name"]): manifest
        for manifest in objects
        if manifest["kind"] in ("Role", "ClusterRole")
    }
    for binding in objects:
        if binding["kind"] not in ("RoleBinding", "ClusterRoleBinding"):
            continue
        if binding["kind"] == "RoleBinding" and binding["metadata"]["namespace"] != call.namespace:
            continue
        role = roles[binding["roleRef"]["kind"], binding["roleRef"]["name"]]
        if any(_allows(rule, call) for rule in role["rules"]):
            return True
    return False


def _allows(rule: Object, call: Call) -> bool:
    return (
        call.group in rule["apiGroups"]
        and call.resource in rule["resources"]
        and call.verb in rule["verbs"]
        and ("resourceNames" not in rule or call.name in rule["resourceNames"])
    )
