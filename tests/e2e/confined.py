"""A program as a pod of the emitted Deployment runs it: its user, its files, its environment, and nothing else."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.controller_installation import Installation
from tests.e2e.stack.cluster import Stack
from tests.support.image import image_environment

HERE = Path(__file__).parent
ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount"


@dataclass(frozen=True)
class Confined:
    """What the kubelet prepares for a pod.

    Attributes:
        installation: What `RoutingController` emitted.
        directory: An empty directory.
        programs: Where what is in the image is installed.
        port: The API server's.
    """

    installation: Installation
    directory: Path
    programs: Path
    port: int

    def command(self, argv: Sequence[str]) -> list[str]:
        """The command that runs a program so; its path is looked up in the image."""
        (self.directory / "root").mkdir(exist_ok=True)
        # Whoever is not root becomes it in a namespace of users, where it may mount.
        users = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
        uid = str(self.installation.container["securityContext"]["runAsUser"])
        script = ["bash", str(HERE / "stack" / "confine.sh"), str(self.directory / "root"), uid]
        mounts = [f"{source}:{target}" for source, target in self._mounts().items()]
        environment = [f"{name}={value}" for name, value in self._environment().items()]
        return ["unshare", *users, "--mount", *script, *mounts, "--", "env", "-i", *environment, *argv]

    def prepare(self, stack: Stack) -> None:
        """Write the files of its volumes: the ConfigMap's, and those of its ServiceAccount."""
        config, account = self.directory / "config", self.directory / "account"
        for place in (config, account):
            place.mkdir()
        for name, text in self.installation.only("ConfigMap")["data"].items():
            (config / name).write_text(text)
        (account / "token").write_text(self.installation.token(stack))
        (account / "namespace").write_text(self.installation.namespace)
        (account / "ca.crt").write_bytes((stack.apiserver.certificates / "apiserver.crt").read_bytes())

    def _mounts(self) -> dict[Path, str]:
        (mount,) = self.installation.container["volumeMounts"]
        python = [Path(prefix) for prefix in {sys.base_prefix, sys.base_exec_prefix} if not prefix.startswith("/usr")]
        return {
            **{path: str(path) for path in (*python, self.programs)},
            self.directory / "config": str(mount["mountPath"]),
            self.directory / "account": ACCOUNT,
        }

    def _environment(self) -> dict[str, str]:
        fields = {"metadata.name": f"{self.installation.name}-0", "metadata.namespace": self.installation.namespace}
        return {
            **image_environment(),
            "PATH": str(self.programs / "bin"),
            "KUBERNETES_SERVICE_HOST": "127.0.0.1",
            "KUBERNETES_SERVICE_PORT": str(self.port),
            **{
                variable["name"]: variable.get("value") or fields[variable["valueFrom"]["fieldRef"]["fieldPath"]]
                for variable in self.installation.container["env"]
            },
        }
