"""The containers of Iter8's controller."""

from collections.abc import Sequence

from cdk8s_plus_27.k8s import (
    Container,
    ContainerPort,
    EnvVar,
    IntOrString,
    Probe,
    TcpSocketAction,
)

from cdk8s_iter8.charts.controller.pod import own_name, resources, restricted
from cdk8s_iter8.charts.controller.volumes import ADD_PASSWORD, CONFIG, MountedVolume, metrics_file
from cdk8s_iter8.values.controller import ControllerValues

USER = 1001040000  # the chart's


def container(values: ControllerValues, volumes: Sequence[MountedVolume]) -> Container:
    """Returns the container that runs the controller."""
    return Container(
        name="iter8-controller",
        image=values.image,
        image_pull_policy=values.image_pull_policy,
        command=["/bin/iter8"],
        args=["controllers", "-l", values.log_level],
        env=_environment(values),
        ports=[
            ContainerPort(name="grpc", container_port=values.abn.port),
            ContainerPort(name="http", container_port=values.metrics.port),
        ],
        # It serves every request as soon as it listens; there is no path that only says so.
        readiness_probe=Probe(tcp_socket=TcpSocketAction(port=IntOrString.from_string("http"))),
        resources=resources(values),
        security_context=restricted(USER),
        volume_mounts=[volume.mount for volume in volumes if volume.mount],
    )


def password_container(values: ControllerValues, volumes: Sequence[MountedVolume]) -> Container:
    """Returns the container that completes ``metrics.yaml`` with Redis' password before the controller starts."""
    return Container(
        name="add-password",
        image=values.image,
        image_pull_policy=values.image_pull_policy,
        command=["sh", "-ec", ADD_PASSWORD],
        resources=resources(values),
        security_context=restricted(USER),
        volume_mounts=[volume.init_mount for volume in volumes if volume.init_mount],
    )


def _environment(values: ControllerValues) -> list[EnvVar]:
    files = {
        "CONFIG_FILE": f"{CONFIG}/config.yaml",
        "METRICS_CONFIG_FILE": metrics_file(values),
        "ABN_CONFIG_FILE": f"{CONFIG}/abn.yaml",
        "METRICS_DIR": values.metrics.badgerdb.dir,
    }
    return [*(EnvVar(name=name, value=value) for name, value in files.items()), *own_name()]
