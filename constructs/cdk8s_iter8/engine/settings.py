"""How the controller is started: the environment that Iter8's chart sets, and the command's options."""

import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cdk8s_iter8.engine.config import Config, read_config
from cdk8s_iter8.validation.problem import ValuesError, as_text
from cdk8s_iter8.validation.source import read


@dataclass(frozen=True)
class Settings:
    """The controller's settings.

    Attributes:
        config: What config.yaml says.
        pod: The name of the pod, unlike that of any other replica.
        namespace: The pod's namespace: the only one to see unless the configuration is of the whole cluster, and the
            Lease's by default.
        iter8_version: The label ``iter8.tools/version`` of the routemaps to take.
        drain_seconds: How long a deletion is held up after the route without the object was applied.
        lease: Name of the Lease.
        host: The address to listen on for probes and metrics.
        port: The port; 0: none.
    """

    config: Config
    pod: str
    namespace: str
    iter8_version: str
    drain_seconds: float
    lease: str
    host: str
    port: int

    @property
    def seen_namespace(self) -> str | None:
        """The only namespace that the controller sees; None: every one."""
        return None if self.config.cluster_scoped else self.namespace


def settings_of(
    environment: Mapping[str, str], *, listen: str, lease: str, iter8_version: str, drain_seconds: float
) -> Settings:
    """Puts the environment and the command's options together.

    Args:
        environment: CONFIG_FILE, POD_NAMESPACE, and POD_NAME; without it, the name is of this host and process.
        listen: ``HOST:PORT``; without a host, every address; an empty text: nowhere.
        lease: Name of the Lease.
        iter8_version: Label of the routemaps to take.
        drain_seconds: How long a deletion is held up.

    Raises:
        ValuesError: Everything that is wrong, a line each.
    """
    problems: list[str] = []
    config = Config({}, frozenset(), cluster_scoped=False)
    file, namespace = environment.get("CONFIG_FILE"), environment.get("POD_NAMESPACE")
    if not file:
        problems.append("CONFIG_FILE: is not set; it names Iter8's config.yaml")
    else:
        try:
            config = read_config(read(Path(file)))
        except ValuesError as error:
            problems += error.lines
    if not namespace:
        problems.append("POD_NAMESPACE: is not set; it is the namespace that the controller runs in")
    host, colon, port = listen.rpartition(":")
    if listen and not (colon and port.isdecimal() and 0 < int(port) <= 65535):
        problems.append(f"--listen: {as_text(listen)} is not HOST:PORT, such as 127.0.0.1:8080")
    if problems:
        raise ValuesError(problems)
    pod = environment.get("POD_NAME") or f"{socket.gethostname()}-{os.getpid()}"
    number = int(port) if listen else 0
    return Settings(config, pod, namespace or "", iter8_version, drain_seconds, lease, host.strip("[]"), number)
