"""What the tests of apply, weights --live and delete share: versions with names, and what is left in the cluster."""

from collections.abc import Mapping

from tests.e2e.stack.cluster import Cluster
from tests.e2e.values import Values, knative, ksvc
from tests.e2e.verbs import Verbs
from tests.support.routed import rules


def version(name: str, **more: object) -> Values:
    """A version of that name, such as hello-v1, that answers with it."""
    return {"metadata": {"name": name}, **ksvc(name), **more}


def weighted(**weights: int) -> Values:
    """Versions hello-NAME with these weights."""
    return knative("blue-green", *(version(f"hello-{name}", weight=weight) for name, weight in weights.items()))


def shares(verbs: Verbs, stack: Cluster) -> Mapping[str, float] | None:
    """What the route gives each version, in percent; None: there is no route."""
    route = stack.api.get("vs", verbs.namespace, verbs.name)
    if route is None:
        return None
    return {target.host.partition(".")[0]: float(share) for target, share in rules(route)[-1].shares.items()}


def left(verbs: Verbs, stack: Cluster) -> set[str]:
    """The objects of the release in the cluster, but for the Services that Knative makes for versions."""
    names = {
        (kind, item["metadata"]["name"])
        for kind in ("cm", "ksvc", "svc", "vs")
        for item in stack.api.list(kind, verbs.namespace)
    }
    knative_made = {("svc", name) for kind, name in names if kind == "svc" and name != verbs.name}
    return {f"{kind} {name}" for kind, name in names - knative_made if name.startswith(verbs.name)}


def objects(*versions: str) -> set[str]:
    """The objects of a release with these versions."""
    every = {"cm hello-routemap", "svc hello", "vs hello"}
    return every | {f"ksvc {name}" for name in versions} | {f"cm {name}-weight-config" for name in versions}
