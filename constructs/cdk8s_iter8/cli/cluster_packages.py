"""What the verbs that talk to a cluster need beside the other verbs: the extra `cluster`."""

from importlib.util import find_spec

from cdk8s_iter8.cli.paths import fail

_MODULES = ("aiohttp", "kubernetes", "prometheus_client")


def need_cluster_packages() -> None:
    """Ends the command with 1, and with the one command to run, if the extra `cluster` is not installed.

    A verb calls it before it imports anything that talks to a cluster. Nothing is imported, so it costs less than a
    millisecond.
    """
    missing = [module for module in _MODULES if find_spec(module) is None]
    if missing:
        fail([f"not installed: {', '.join(missing)}; run: pip install 'cdk8s-iter8[cluster]'"])
