"""This project's own controller, as a process with the permissions of its ServiceAccount."""

import sys
from pathlib import Path

import yaml

from tests.e2e.controller_installation import Installation
from tests.e2e.controller_process import Controller
from tests.e2e.stack import loopback, ports
from tests.e2e.stack.cluster import Cluster


def engine(cluster: Cluster, installation: Installation, number: int = 0) -> Controller:
    """The controller with the options and the configuration that are emitted, and only its permissions.

    Args:
        installation: What `RoutingController` emitted.
        number: Tells the pods of one installation apart.
    """
    pod = f"{installation.name}-{number}"
    configuration = cluster.directory / f"{pod}-{installation.namespace}-config.yaml"
    configuration.write_text(yaml.safe_dump(installation.configuration))
    port = ports.free()
    program = Path(sys.executable).with_name("cdk8s-iter8")
    return Controller(
        f"{pod}-{installation.namespace}",
        [str(program), *arguments(installation, port)],
        cluster.directory,
        ready=lambda: loopback.get(port, "/readyz")[0] == 200,
        environment={
            "CONFIG_FILE": str(configuration),
            "KUBECONFIG": str(installation.kubeconfig(cluster)),
            "POD_NAME": pod,
            "POD_NAMESPACE": installation.namespace,
        },
    )


def arguments(installation: Installation, port: int) -> list[str]:
    """The arguments of the emitted container, but that it listens on loopback."""
    _, *command = installation.container["command"]
    others = [argument for argument in installation.container["args"] if not argument.startswith("--listen=")]
    return [*command, *others, f"--listen=127.0.0.1:{port}"]
