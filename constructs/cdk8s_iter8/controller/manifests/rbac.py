"""Who a controller is, and what it may do."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cdk8s_iter8.controller.labels import labels
from cdk8s_iter8.controller.manifests.metadata import metadata
from cdk8s_iter8.controller.permission import Permission
from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.values.any_controller import AnyControllerValues

_GROUP = "rbac.authorization.k8s.io"


def rbac(values: AnyControllerValues, *, seen: Iterable[Permission], own: Iterable[Permission]) -> Iterator[Manifest]:
    """Yields a controller's account and its permissions.

    That is a ServiceAccount, a Role for its own namespace with its RoleBinding and, where the controller sees every
    namespace, a ClusterRole with its ClusterRoleBinding, named ``NAMESPACE:NAME`` so that two controllers cannot take
    each other's.

    Args:
        values: The controller's values.
        seen: What it may do in the namespaces that it sees.
        own: What it may do in its own namespace, whatever it sees.
    """
    # The pod asks for the account's token itself; no other pod of the account gets one unasked.
    yield manifest("v1", "ServiceAccount", metadata(values), automountServiceAccountToken=False)
    wide, narrow = [_rule(permission) for permission in seen], [_rule(permission) for permission in own]
    if values.cluster_scoped:
        yield from _bound(
            values, "Cluster", {"name": f"{values.namespace}:{values.name}", "labels": labels(values)}, wide
        )
    yield from _bound(values, "", metadata(values), narrow if values.cluster_scoped else [*wide, *narrow])


def _bound(
    values: AnyControllerValues, scope: str, metadata: dict[str, Any], rules: Sequence[dict[str, Any]]
) -> Iterator[Manifest]:
    """Yields a role and its binding to the account."""
    yield manifest(f"{_GROUP}/v1", f"{scope}Role", metadata, rules=list(rules))
    yield manifest(
        f"{_GROUP}/v1",
        f"{scope}RoleBinding",
        metadata,
        roleRef={"apiGroup": _GROUP, "kind": f"{scope}Role", "name": metadata["name"]},
        subjects=[{"kind": "ServiceAccount", "name": values.name, "namespace": values.namespace}],
    )


def _rule(permission: Permission) -> dict[str, Any]:
    rule = {
        "apiGroups": [permission.group],
        "resources": [permission.resource],
        "verbs": list(permission.verbs),
    }
    return rule | ({"resourceNames": list(permission.names)} if permission.names else {})
