"""The calls that the routing controller makes, as its program's sources have them and an API server's audit log."""

from collections.abc import Mapping
from typing import Any

from tests.support.controller_calls import APPLIED_TYPES, Call

WATCHED = ("list", "watch", "patch")
APPLIED = ("get", *WATCHED, "create", "delete")


def calls(config: Mapping[str, Any], *, namespace: str, lease: str, release_namespace: str) -> set[Call]:
    """Every call that a routing controller with this `config.yaml` makes for a release in a namespace."""
    leases = ("coordination.k8s.io", "leases", namespace)
    made = {Call("create", *leases), *(Call(verb, *leases, lease) for verb in ("get", "update"))}
    made.add(Call("create", "", "events", release_namespace))
    types: dict[tuple[str, str], tuple[str, ...]] = {("", "configmaps"): ("list", "watch")}
    for resource_type in config["resourceTypes"].values():
        key = (resource_type["Group"], resource_type["Resource"])
        types[key] = APPLIED if key in APPLIED_TYPES or resource_type.get("applied") else WATCHED
    lists = "" if config["clusterScoped"] else namespace
    for (group, resource), verbs in types.items():
        for verb in verbs:
            where = lists if verb in ("list", "watch") else release_namespace
            made.add(Call(verb, group, resource, where, "" if verb in ("list", "watch", "create") else "any"))
    return made
