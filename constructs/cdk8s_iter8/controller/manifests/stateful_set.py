"""The pods of Iter8's controller."""

from cdk8s_iter8.controller.labels import selector
from cdk8s_iter8.controller.manifests.container import USER, container, password_container
from cdk8s_iter8.controller.manifests.metadata import metadata
from cdk8s_iter8.controller.manifests.pod import pod_template
from cdk8s_iter8.controller.manifests.volumes import mounted_volumes, password_secret
from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.values.controller import ControllerValues


def stateful_set(values: ControllerValues, fingerprint: str) -> Manifest:
    """Returns the controller's pods, which meet the Pod Security Standard ``restricted``.

    They are a StatefulSet: the controller takes the pod whose name ends in ``-0`` for the leader
    (controllers/podname.go), so no other kind would do.

    Args:
        values: The controller's values.
        fingerprint: A text that changes when the pods must start anew: the controller reads its files once.
    """
    volumes = tuple(mounted_volumes(values))
    first = {"initContainers": [password_container(values, volumes)]} if password_secret(values) else {}
    pods = {
        "securityContext": {
            "runAsNonRoot": True,
            "fsGroup": USER,  # else the volume may belong to root, and BadgerDB could not write
            "fsGroupChangePolicy": "OnRootMismatch",
            "seccompProfile": {"type": "RuntimeDefault"},
        },
        **first,
        "containers": [container(values, volumes)],
        "volumes": [volume.volume for volume in volumes],
    }
    spec = {
        "serviceName": values.name,
        "replicas": values.replicas,
        "selector": {"matchLabels": selector(values)},
        "template": pod_template(values, fingerprint, pods),
    }
    return manifest("apps/v1", "StatefulSet", metadata(values), spec=spec)
