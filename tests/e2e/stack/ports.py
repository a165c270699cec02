"""Free ports and addresses on loopback."""

import random
import socket


def free() -> int:
    """A port that nothing listens on at 127.0.0.1 now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def address(port: int) -> str:
    """A loopback address at which `port` is free: Linux serves all of 127.0.0.0/8, so each pod gets its own."""
    chosen = random.SystemRandom()
    for _ in range(100):
        candidate = f"127.{chosen.randint(2, 254)}.{chosen.randint(1, 254)}.{chosen.randint(1, 254)}"
        with socket.socket() as probe:
            try:
                probe.bind((candidate, port))
            except OSError:
                continue
            return candidate
    raise OSError(f"port {port} is taken on every loopback address: end what listens on it at 0.0.0.0")
