"""What the pods of both engines have alike: the Pod Security Standard ``restricted``, and what values say of pods."""

from typing import Any

from cdk8s_iter8.controller.labels import labels
from cdk8s_iter8.values.any_controller import AnyControllerValues

GRACE_SECONDS = 10
"""How long a controller has to end."""


def pod_template(values: AnyControllerValues, fingerprint: str, spec: dict[str, Any]) -> dict[str, Any]:
    """Returns the template of a controller's pods.

    Args:
        values: The controller's values.
        fingerprint: A text that changes when the pods must start anew, since a controller reads its files once.
        spec: What only this engine's pods have.
    """
    given = {
        "imagePullSecrets": [{"name": secret.name} for secret in values.image_pull_secrets],
        "nodeSelector": values.node_selector,
        "tolerations": [toleration.model_dump(exclude_none=True) for toleration in values.tolerations],
    }
    return {
        "metadata": {
            "labels": {**values.pod_labels, **labels(values)},
            "annotations": {**values.pod_annotations, "checksum/config": fingerprint},
        },
        "spec": {
            "serviceAccountName": values.name,
            "automountServiceAccountToken": True,
            "terminationGracePeriodSeconds": GRACE_SECONDS,
            **{key: value for key, value in given.items() if value},
            **spec,
        },
    }


def restricted(user: int) -> dict[str, Any]:
    """Returns what a container must say under the Pod Security Standard ``restricted``, and more.

    It cannot write outside volumes.

    Args:
        user: The id of the user that it runs as.
    """
    return {
        "readOnlyRootFilesystem": True,
        "allowPrivilegeEscalation": False,
        "capabilities": {"drop": ["ALL"]},
        "runAsNonRoot": True,
        "runAsUser": user,
        "seccompProfile": {"type": "RuntimeDefault"},
    }


def resources(values: AnyControllerValues) -> dict[str, Any]:
    """Returns what a container of the controller asks for and may use."""
    given = {"requests": values.resources.requests.amounts(), "limits": values.resources.limits.amounts()}
    return {key: value for key, value in given.items() if value}


def own_name() -> list[dict[str, Any]]:
    """Returns the variables that tell both engines which pod they run in."""
    fields = {"POD_NAME": "metadata.name", "POD_NAMESPACE": "metadata.namespace"}
    return [{"name": name, "valueFrom": {"fieldRef": {"fieldPath": path}}} for name, path in fields.items()]
