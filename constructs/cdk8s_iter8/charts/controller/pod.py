"""What the pods of both engines have alike: the Pod Security Standard ``restricted``, and what values say of pods."""

from typing import Any

from cdk8s_plus_27.k8s import (
    Capabilities,
    EnvVar,
    EnvVarSource,
    LocalObjectReference,
    ObjectFieldSelector,
    ObjectMeta,
    PodSpec,
    PodTemplateSpec,
    Quantity,
    ResourceRequirements,
    SeccompProfile,
    SecurityContext,
    Toleration,
)

from cdk8s_iter8.controller.labels import labels
from cdk8s_iter8.values.any_controller import AnyControllerValues

GRACE_SECONDS = 10
"""How long a controller has to end."""


def pod_template(values: AnyControllerValues, fingerprint: str, **spec: Any) -> PodTemplateSpec:
    """Returns the template of a controller's pods.

    Args:
        values: The controller's values.
        fingerprint: A text that changes when the pods must start anew, since a controller reads its files once.
        spec: What only this engine's pods have, by the arguments of ``PodSpec``.
    """
    return PodTemplateSpec(
        metadata=ObjectMeta(
            labels={**values.pod_labels, **labels(values)},
            annotations={**values.pod_annotations, "checksum/config": fingerprint},
        ),
        spec=PodSpec(
            service_account_name=values.name,
            automount_service_account_token=True,
            termination_grace_period_seconds=GRACE_SECONDS,
            image_pull_secrets=[LocalObjectReference(name=secret.name) for secret in values.image_pull_secrets] or None,
            node_selector=values.node_selector or None,
            tolerations=[
                Toleration(key=taint.key, operator=taint.operator, value=taint.value, effect=taint.effect)
                for taint in values.tolerations
            ]
            or None,
            **spec,
        ),
    )


def restricted(user: int) -> SecurityContext:
    """Returns what a container must say under the Pod Security Standard ``restricted``, and more.

    It cannot write outside volumes.

    Args:
        user: The id of the user that it runs as.
    """
    return SecurityContext(
        read_only_root_filesystem=True,
        allow_privilege_escalation=False,
        capabilities=Capabilities(drop=["ALL"]),
        run_as_non_root=True,
        run_as_user=user,
        seccomp_profile=SeccompProfile(type="RuntimeDefault"),
    )


def resources(values: AnyControllerValues) -> ResourceRequirements:
    """Returns what a container of the controller asks for and may use."""
    requests, limits = (
        {name: Quantity.from_string(value) for name, value in side.amounts().items()}
        for side in (values.resources.requests, values.resources.limits)
    )
    return ResourceRequirements(requests=requests or None, limits=limits or None)


def own_name() -> list[EnvVar]:
    """Returns the variables that tell both engines which pod they run in."""
    fields = {"POD_NAME": "metadata.name", "POD_NAMESPACE": "metadata.namespace"}
    return [
        EnvVar(name=name, value_from=EnvVarSource(field_ref=ObjectFieldSelector(field_path=path)))
        for name, path in fields.items()
    ]
