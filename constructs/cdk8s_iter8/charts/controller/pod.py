"""The common parts of both engines' pods: the Pod Security Standard ``restricted``, and the values of pods."""

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
"""The time that a controller has to stop."""


def pod_template(values: AnyControllerValues, fingerprint: str, **spec: Any) -> PodTemplateSpec:
    """Returns the template of a controller's pods.

    Args:
        values: The controller's values.
        fingerprint: A text that changes if the pods must restart. A controller reads its files only once.
        spec: The arguments of ``PodSpec`` that only this engine's pods have.
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
    """Returns a security context for the Pod Security Standard ``restricted``. The root file system is read-only, too.

    Args:
        user: The id of the user that the container runs as.
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
    """Returns the requests and limits of the controller's container."""
    requests, limits = (
        {name: Quantity.from_string(value) for name, value in side.amounts().items()}
        for side in (values.resources.requests, values.resources.limits)
    )
    return ResourceRequirements(requests=requests or None, limits=limits or None)


def own_name() -> list[EnvVar]:
    """Returns the environment variables with the name and namespace of the pod."""
    fields = {"POD_NAME": "metadata.name", "POD_NAMESPACE": "metadata.namespace"}
    return [
        EnvVar(name=name, value_from=EnvVarSource(field_ref=ObjectFieldSelector(field_path=path)))
        for name, path in fields.items()
    ]
