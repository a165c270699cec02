"""The real Iter8 controller, a program that `ITER8_BIN` names."""

import os
from pathlib import Path

import yaml

from tests.e2e.controller_installation import Installation
from tests.e2e.controller_process import Controller
from tests.e2e.stack.cluster import Cluster
from tests.e2e.stack.kubectl import Kubectl


def binary() -> Path | None:
    """The program, if the environment names one."""
    given = os.environ.get("ITER8_BIN")
    if not given:
        return None
    path = Path(given).resolve()
    if not os.access(path, os.X_OK):
        raise FileNotFoundError(f"ITER8_BIN={given}: no program there")
    return path


def in_cluster(kubectl: Kubectl) -> bool:
    """Whether the cluster runs an Iter8 controller of its own."""
    images = "{.items[*].spec.template.spec.containers[*].image}"
    return "iter8/iter8:" in kubectl("get", "statefulsets,deployments", "-A", "-o", f"jsonpath={images}")


def iter8(program: Path, cluster: Cluster, installation: Installation, pod: str = "iter8-0") -> Controller:
    """The controller with the emitted configuration and only its ServiceAccount's permissions.

    Its A/B/n and metrics servers would listen on every interface; without their configuration they do not start.
    """
    configuration = cluster.directory / f"{pod}-{installation.namespace}-config.yaml"
    configuration.write_text(yaml.safe_dump(installation.configuration))
    process = Controller(
        f"{pod}-{installation.namespace}",
        [str(program), "controllers", "-l", "debug"],
        cluster.directory,
        ready=lambda: "started controllers" in process.said(),
        environment={
            "CONFIG_FILE": str(configuration),
            "KUBECONFIG": str(installation.kubeconfig(cluster)),
            "POD_NAME": pod,
            "POD_NAMESPACE": installation.namespace,
        },
        slow=True,
    )
    return process
