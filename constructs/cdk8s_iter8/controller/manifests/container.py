"""The containers of Iter8's controller."""

from collections.abc import Sequence
from typing import Any

from cdk8s_iter8.controller.manifests.pod import own_name, resources, restricted
from cdk8s_iter8.controller.manifests.volumes import ADD_PASSWORD, CONFIG, MountedVolume, metrics_file
from cdk8s_iter8.values.controller import ControllerValues

USER = 1001040000  # the chart's


def container(values: ControllerValues, volumes: Sequence[MountedVolume]) -> dict[str, Any]:
    """Returns the container that runs the controller."""
    return {
        "name": "iter8-controller",
        "image": values.image,
        "imagePullPolicy": values.image_pull_policy,
        "command": ["/bin/iter8"],
        "args": ["controllers", "-l", values.log_level],
        "env": _environment(values),
        "ports": [
            {"name": "grpc", "containerPort": values.abn.port},
            {"name": "http", "containerPort": values.metrics.port},
        ],
        # It serves every request as soon as it listens; there is no path that only says so.
        "readinessProbe": {"tcpSocket": {"port": "http"}},
        "resources": resources(values),
        "securityContext": restricted(USER),
        "volumeMounts": [volume.mount for volume in volumes if volume.mount],
    }


def password_container(values: ControllerValues, volumes: Sequence[MountedVolume]) -> dict[str, Any]:
    """Returns the container that completes ``metrics.yaml`` with Redis' password before the controller starts."""
    return {
        "name": "add-password",
        "image": values.image,
        "imagePullPolicy": values.image_pull_policy,
        "command": ["sh", "-ec", ADD_PASSWORD],
        "resources": resources(values),
        "securityContext": restricted(USER),
        "volumeMounts": [volume.init_mount for volume in volumes if volume.init_mount],
    }


def _environment(values: ControllerValues) -> list[dict[str, Any]]:
    files = {
        "CONFIG_FILE": f"{CONFIG}/config.yaml",
        "METRICS_CONFIG_FILE": metrics_file(values),
        "ABN_CONFIG_FILE": f"{CONFIG}/abn.yaml",
        "METRICS_DIR": values.metrics.badgerdb.dir,
    }
    return [*({"name": name, "value": value} for name, value in files.items()), *own_name()]
