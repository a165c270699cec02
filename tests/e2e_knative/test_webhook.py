"""What Knative's own webhook says to the specs that this project refuses or takes, in a server-side dry run."""

import json

import pytest

from tests.e2e_knative.stack.cluster import KnativeStack
from tests.support.knative_judge import service
from tests.support.knative_rules import LEFT_TO_THE_CLUSTER, REFUSED, TAKEN, Spec


def taken(cluster: KnativeStack, namespace: str, specs: list[Spec]) -> set[int]:
    """The numbers of the specs that are taken, each as a Service of its own."""
    items = [service(spec, f"n{number}") for number, spec in enumerate(specs)]
    for item in items:
        item["metadata"]["namespace"] = namespace
    text = json.dumps({"apiVersion": "v1", "kind": "List", "items": items})
    said = cluster.kubectl.run("create", "--dry-run=server", "--output=name", "--filename=-", stdin=text)
    return {int(line.rpartition("/n")[2]) for line in said.stdout.splitlines()}


@pytest.mark.parametrize("specs", [[spec for spec, _, _ in REFUSED], [spec for _, spec in LEFT_TO_THE_CLUSTER]])
def test_what_it_refuses(cluster: KnativeStack, namespace: str, specs: list[Spec]) -> None:
    assert [specs[number] for number in taken(cluster, namespace, specs)] == []


def test_what_it_takes(cluster: KnativeStack, namespace: str) -> None:
    good = taken(cluster, namespace, TAKEN)
    assert [spec for number, spec in enumerate(TAKEN) if number not in good] == []
