"""The calls that every test of bad input makes: one of each verb on a cluster."""

import json
from collections.abc import Mapping

from tests.e2e.stack.cluster import Stack
from tests.e2e.verbs import Verbs

NAMED = ("status", "weights", "clear", "delete")
"""The verbs that are given a release's name, not a file."""
EVERY = ("diff", "apply", *NAMED)


def call(verb: str, verbs: Verbs) -> tuple[object, ...]:
    """The arguments of a verb; all but `status`, `diff` and `clear` would change something."""
    named = (verbs.name, "-n", verbs.namespace)
    return {
        "diff": ("diff", verbs.file),
        "apply": ("apply", verbs.file, "--set", "application.versions[hello-v1].weight=50"),
        "status": ("status", *named),
        "weights": ("weights", *named, "hello-v1=1", "--live"),
        "clear": ("weights", *named, "--clear"),
        "delete": ("delete", *named),
    }[verb]


def everything(stack: Stack, namespace: str) -> dict[str, str]:
    """The version of each object in a namespace; a change would give it a new one."""
    return {
        f"{kind} {item['metadata']['name']}": item["metadata"]["resourceVersion"]
        for kind in ("cm", "svc", "ksvc", "vs")
        for item in stack.api.list(kind, namespace)
    }


def somebody(verbs: Verbs, name: str, *, user: Mapping[str, str] | None = None, **cluster: str) -> Verbs:
    """The same person with other credentials or another server in the kubeconfig."""
    config = json.loads(verbs.kubeconfig.read_text())
    config["clusters"][0]["cluster"] = cluster or config["clusters"][0]["cluster"]
    config["users"][0]["user"] = dict(user or config["users"][0]["user"])
    kubeconfig = verbs.directory / f"{name}.kubeconfig"
    kubeconfig.write_text(json.dumps(config))
    return Verbs(kubeconfig, verbs.directory, verbs.namespace, verbs.name)
