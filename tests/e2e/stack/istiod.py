"""Istio's control plane, which turns VirtualServices and HTTPRoutes into an Envoy's configuration."""

import json
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.stack import build, loopback, ports
from tests.e2e.stack.process import Process

NAMESPACE = "istio-system"


@dataclass
class Istiod:
    """A pilot-discovery that serves Envoys in plain text; the namespace `istio-system` must exist."""

    directory: Path
    kubeconfig: Path
    address: str = "127.0.0.1"
    """Where it listens for Envoys."""

    def __post_init__(self) -> None:
        self.grpc_port, self.http_port = ports.free(), ports.free()
        mesh = self.directory / "mesh.json"
        mesh.write_text(
            json.dumps(
                {
                    "enableAutoMtls": False,  # else clusters wait for certificates
                    "defaultConfig": {"discoveryAddress": f"{self.address}:{self.grpc_port}"},
                }
            )
        )
        self.process = Process(
            "istiod",
            [
                str(build.ISTIO.program(build.ISTIOD)),
                "discovery",
                f"--kubeconfig={self.kubeconfig}",
                f"--meshConfig={mesh}",
                "--networksConfig=/dev/null",
                f"--grpcAddr={self.address}:{self.grpc_port}",
                f"--httpAddr=127.0.0.1:{self.http_port}",
                "--httpsAddr=",
                "--secureGRPCAddr=",
                "--ctrlz_port=0",
                "--monitoringAddr=",
                "--registries=Kubernetes",
            ],
            self.directory,
            ready=lambda: loopback.get(self.http_port, "/ready")[0] == 200,
            environment={
                # These two filters exist only in Istio's own build of Envoy.
                "PILOT_ENABLE_ALPN_FILTER": "false",
                "PILOT_ENABLE_METADATA_EXCHANGE": "false",
                "ENABLE_CA_SERVER": "false",
                "PILOT_CERT_PROVIDER": "none",
                "PILOT_ENABLE_GATEWAY_API_DEPLOYMENT_CONTROLLER": "false",
                "PILOT_DEBOUNCE_AFTER": "10ms",
                "POD_NAMESPACE": NAMESPACE,
            },
        )
