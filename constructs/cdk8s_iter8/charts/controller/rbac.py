"""Who a controller is, and what it may do."""

from collections.abc import Iterable

from cdk8s_plus_27.k8s import (
    KubeClusterRole,
    KubeClusterRoleBinding,
    KubeRole,
    KubeRoleBinding,
    KubeServiceAccount,
    ObjectMeta,
    PolicyRule,
    RoleRef,
    Subject,
)
from constructs import Construct

from cdk8s_iter8.controller.labels import labels
from cdk8s_iter8.controller.permission import Permission
from cdk8s_iter8.values.any_controller import AnyControllerValues

RBAC = "rbac.authorization.k8s.io"


class ControllerRbac(Construct):
    """A controller's account and its permissions.

    Emits a ServiceAccount, a Role for its own namespace with its RoleBinding and, where the controller sees every
    namespace, a ClusterRole with its ClusterRoleBinding, named ``NAMESPACE:NAME`` so that two controllers cannot take
    each other's.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        values: AnyControllerValues,
        seen: Iterable[Permission],
        own: Iterable[Permission],
    ) -> None:
        """Adds the objects.

        Args:
            scope: Where they are added, usually a chart.
            id: Its id there.
            values: The controller's values.
            seen: What it may do in the namespaces that it sees.
            own: What it may do in its own namespace, whatever it sees.
        """
        super().__init__(scope, id)
        self._labels, self._name, self._namespace = labels(values), values.name, values.namespace
        # The pod asks for the account's token itself; no other pod of the account gets one unasked.
        KubeServiceAccount(self, "account", metadata=self._metadata(values.name), automount_service_account_token=False)
        wide, narrow = [_rule(permission) for permission in seen], [_rule(permission) for permission in own]
        if values.cluster_scoped:
            self._add_cluster_role(wide)
        self._add_role(narrow if values.cluster_scoped else [*wide, *narrow])

    def _add_cluster_role(self, rules: list[PolicyRule]) -> None:
        name = f"{self._namespace}:{self._name}"
        metadata = ObjectMeta(name=name, labels=self._labels)
        KubeClusterRole(self, "cluster-role", metadata=metadata, rules=rules)
        KubeClusterRoleBinding(
            self,
            "cluster-role-binding",
            metadata=metadata,
            role_ref=RoleRef(api_group=RBAC, kind="ClusterRole", name=name),
            subjects=[self._subject()],
        )

    def _add_role(self, rules: list[PolicyRule]) -> None:
        KubeRole(self, "role", metadata=self._metadata(self._name), rules=rules)
        KubeRoleBinding(
            self,
            "role-binding",
            metadata=self._metadata(self._name),
            role_ref=RoleRef(api_group=RBAC, kind="Role", name=self._name),
            subjects=[self._subject()],
        )

    def _metadata(self, name: str) -> ObjectMeta:
        return ObjectMeta(name=name, namespace=self._namespace, labels=self._labels)

    def _subject(self) -> Subject:
        return Subject(kind="ServiceAccount", name=self._name, namespace=self._namespace)


def _rule(permission: Permission) -> PolicyRule:
    return PolicyRule(
        api_groups=[permission.group],
        resources=[permission.resource],
        resource_names=list(permission.names) or None,
        verbs=list(permission.verbs),
    )
