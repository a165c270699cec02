"""kube-apiserver with RBAC, by default on loopback, and kube-controller-manager."""

import json
import secrets
import ssl
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.stack import build, ports
from tests.e2e.stack.process import Process

AUDIT_POLICY = {
    "apiVersion": "audit.k8s.io/v1",
    "kind": "Policy",
    "omitStages": ["RequestReceived"],
    "rules": [{"level": "Metadata", "userGroups": ["system:serviceaccounts"]}, {"level": "None"}],
}
"""Only what ServiceAccounts do, so only what the controllers under test do."""

LOOPBACK = (
    "--bind-address=127.0.0.1",
    "--service-cluster-ip-range=10.0.0.0/16",
    "--disable-admission-plugins=ServiceAccount",
)
"""For a server that only this machine reaches, and no pod."""

DELETION = ("garbage-collector-controller", "namespace-controller")
"""The controllers that deletion needs."""


@dataclass
class APIServer:
    """A kube-apiserver; `kubeconfig` is its administrator's."""

    directory: Path
    etcd: str
    address: str = "127.0.0.1"
    """Where clients reach it."""
    flags: tuple[str, ...] = LOOPBACK

    def __post_init__(self) -> None:
        self.port = ports.free()
        self.token = secrets.token_hex(16)
        self.certificates = self.directory / "apiserver"
        self.certificates.mkdir()
        tokens = self.directory / "tokens.csv"
        tokens.write_text(f'{self.token},admin,1,"system:masters"\n')
        self.audit_log = self.directory / "audit.jsonl"
        policy = self.directory / "audit-policy.json"
        policy.write_text(json.dumps(AUDIT_POLICY))
        key = self.certificates / "apiserver.key"  # written by the API server itself, so no key generator is needed
        self.process = Process(
            "kube-apiserver",
            [
                str(build.KUBERNETES.program(build.APISERVER)),
                f"--etcd-servers={self.etcd}",
                f"--secure-port={self.port}",
                f"--cert-dir={self.certificates}",
                f"--service-account-key-file={key}",
                f"--service-account-signing-key-file={key}",
                "--service-account-issuer=https://kubernetes.default.svc",
                f"--token-auth-file={tokens}",
                "--authorization-mode=RBAC",
                "--watch-cache=true",
                f"--audit-policy-file={policy}",
                f"--audit-log-path={self.audit_log}",
                *self.flags,
            ],
            self.directory,
            ready=self.ready,
        )

    def ready(self) -> bool:
        """Whether `/readyz` says ok."""
        trusted = ssl.create_default_context(cafile=str(self.certificates / "apiserver.crt"))
        request = urllib.request.Request(f"https://{self.address}:{self.port}/readyz")
        request.add_header("Authorization", f"Bearer {self.token}")
        with urllib.request.urlopen(request, context=trusted, timeout=5) as response:  # noqa: S310
            return bool(response.status == 200)

    def kubeconfig(self, name: str, token: str) -> Path:
        """A kubeconfig for the user that `token` stands for, in a file of that name."""
        path = self.directory / f"{name}.kubeconfig"
        config = {
            "apiVersion": "v1",
            "kind": "Config",
            "clusters": [
                {
                    "name": "e2e",
                    "cluster": {
                        "server": f"https://{self.address}:{self.port}",
                        "certificate-authority": str(self.certificates / "apiserver.crt"),
                    },
                }
            ],
            "users": [{"name": name, "user": {"token": token}}],
            "contexts": [{"name": "e2e", "context": {"cluster": "e2e", "user": name}}],
            "current-context": "e2e",
        }
        path.write_text(json.dumps(config, indent=1))
        path.chmod(0o600)
        return path


def controller_manager(
    directory: Path, kubeconfig: Path, controllers: Sequence[str] = DELETION, *flags: str
) -> Process:
    """Some of Kubernetes' controllers; they learn of new CRDs every 30 s, so they start after them."""
    return Process(
        "kube-controller-manager",
        [
            str(build.KUBERNETES.program(build.CONTROLLER_MANAGER)),
            f"--kubeconfig={kubeconfig}",
            f"--controllers={','.join(controllers)}",
            "--secure-port=0",
            "--leader-elect=false",
            *flags,
        ],
        directory,
        ready=lambda: True,
    )
