"""The pods of Iter8's controller."""

from cdk8s_plus_27.k8s import (
    KubeStatefulSet,
    LabelSelector,
    ObjectMeta,
    PodSecurityContext,
    PodTemplateSpec,
    SeccompProfile,
    StatefulSetSpec,
)
from constructs import Construct

from cdk8s_iter8.charts.controller.container import USER, container, password_container
from cdk8s_iter8.charts.controller.pod import pod_template
from cdk8s_iter8.charts.controller.volumes import mounted_volumes, password_secret
from cdk8s_iter8.controller.labels import labels, selector
from cdk8s_iter8.values.controller import ControllerValues


class ControllerStatefulSet(Construct):
    """The controller's pods, which meet the Pod Security Standard ``restricted``.

    Emits a StatefulSet: the controller takes the pod whose name ends in ``-0`` for the leader (controllers/podname.go),
    so no other kind would do.
    """

    def __init__(self, scope: Construct, id: str, *, values: ControllerValues, fingerprint: str) -> None:
        """Adds the StatefulSet.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            values: The controller's values.
            fingerprint: A text that changes when the pods must start anew: the controller reads its files once.
        """
        super().__init__(scope, id)
        KubeStatefulSet(
            self,
            "stateful-set",
            metadata=ObjectMeta(name=values.name, namespace=values.namespace, labels=labels(values)),
            spec=StatefulSetSpec(
                service_name=values.name,
                replicas=values.replicas,
                selector=LabelSelector(match_labels=selector(values)),
                template=_template(values, fingerprint),
            ),
        )


def _template(values: ControllerValues, fingerprint: str) -> PodTemplateSpec:
    volumes = tuple(mounted_volumes(values))
    return pod_template(
        values,
        fingerprint,
        security_context=PodSecurityContext(
            run_as_non_root=True,
            fs_group=USER,  # else the volume may belong to root, and BadgerDB could not write
            fs_group_change_policy="OnRootMismatch",
            seccomp_profile=SeccompProfile(type="RuntimeDefault"),
        ),
        init_containers=[password_container(values, volumes)] if password_secret(values) else None,
        containers=[container(values, volumes)],
        volumes=[volume.volume for volume in volumes],
    )
