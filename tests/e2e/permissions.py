"""What a controller may do, as RBAC says, and what it has done, as the API server's audit log says."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from tests.e2e.controller_installation import Installation
from tests.e2e.stack.cluster import Cluster, Stack


class Call(NamedTuple):
    """A call of the API: what is done with which type."""

    verb: str
    group: str
    resource: str


def may(cluster: Cluster, installation: Installation, call: tuple[str, str, str], namespace: str = "default") -> bool:
    """What RBAC says of a call by the controller's ServiceAccount."""
    verb, group, resource = call
    attributes = {"namespace": namespace, "verb": verb, "group": group, "resource": resource}
    review = cluster.api.request(
        "POST",
        "/apis/authorization.k8s.io/v1/subjectaccessreviews",
        {"spec": {"user": installation.user, "resourceAttributes": attributes}},
    )
    return bool(review["status"]["allowed"])


def permitted(installation: Installation) -> set[Call]:
    """What its roles permit, here or there."""
    rules = (rule for item in installation.objects if item["kind"].endswith("Role") for rule in item["rules"])
    return {
        Call(verb, group, resource)
        for rule in rules
        for group in rule["apiGroups"]
        for resource in rule["resources"]
        for verb in rule["verbs"]
    }


def calls(stack: Stack, installation: Installation) -> Iterator[tuple[Call, int]]:
    """Each call that it has made, with the HTTP status of the answer; a watch counts when it begins."""
    for line in stack.apiserver.audit_log.read_text().splitlines():
        event = json.loads(line)
        if event["user"]["username"] == installation.user and "objectRef" in event:
            target = event["objectRef"]
            resource = "/".join(filter(None, (target["resource"], target.get("subresource"))))
            yield Call(event["verb"], target.get("apiGroup", ""), resource), event["responseStatus"]["code"]
