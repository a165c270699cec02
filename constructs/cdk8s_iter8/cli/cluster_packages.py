"""Checks that the extra `cluster` is installed, which only the verbs that talk to a cluster need."""

from importlib.util import find_spec

from cdk8s_iter8.cli.paths import fail

_MODULES = ("aiohttp", "kubernetes", "prometheus_client")


def need_cluster_packages() -> None:
    """Exits with 1 if the extra `cluster` is not installed; the error is the command that installs it.

    A verb calls this before it imports anything that talks to a cluster. The check imports nothing, so it costs less
    than a millisecond.
    """
    missing = [module for module in _MODULES if find_spec(module) is None]
    if missing:
        fail([f"not installed: {', '.join(missing)}; run: pip install 'cdk8s-iter8[cluster]'"])
