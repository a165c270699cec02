"""What `kubectl apply`, `diff` and pruning make of dist/."""

import functools
import re
from collections.abc import Callable

import pytest
import yaml

from tests.e2e.release import ROOT, Release
from tests.e2e.stack.api import Object
from tests.e2e.stack.eventually import eventually
from tests.e2e.values import Values, blue_green, knative, ksvc

New = Callable[..., Release]

PRUNE = (ROOT / "docs" / "strategies.md").read_text().partition("## Prune")[2]
ALLOWED = tuple(re.findall(r"--prune-allowlist=[^ \n]+", PRUNE.partition("--prune -l")[2].split("```")[0]))
"""The types that docs/strategies.md lets kubectl prune."""
assert ALLOWED


def test_twice_changes_nothing(release: New) -> None:
    """Also after the controller has added what is its own."""
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    before = resource_versions(hello)
    hello.apply(None)
    assert resource_versions(hello) == before
    diff = hello.cluster.kubectl.run("diff", "-f", str(hello.dist))
    assert (diff.returncode, diff.stdout) == (0, "")


def resource_versions(release: Release) -> dict[str, str]:
    """What the API server says of every object of dist/ and of the route; a change would give it a new version."""
    listed = yaml.safe_load(release.cluster.kubectl("get", "-f", str(release.dist), "-o", "yaml"))["items"]
    items = [*listed, release.route() or {}]
    return {f"{item['kind']}/{item['metadata']['name']}": item["metadata"]["resourceVersion"] for item in items}


def test_strict_validation_of_every_strategy(release: New) -> None:
    """The API server knows every field of every object."""
    for name, values in STRATEGIES.items():
        every = release(name)
        every.synth(values)
        every.apply(None, "--validate=strict", "--dry-run=server")


def test_prune_with_applyset(release: New) -> None:
    """A dropped candidate's ksvc and weight-config go, what is kept stays."""
    hello = release()
    arguments = ("--prune", "--applyset=hello", "-n", hello.namespace)
    hello.apply(blue_green(50, 50), *arguments)
    hello.ready()
    hello.routed({"hello-0": 50, "hello-1": 50})
    said = hello.apply(blue_green(50), *arguments)
    assert "hello-1 pruned" in said
    assert "hello-1-weight-config pruned" in said
    hello.routed({"hello-0": 1})
    for kind, name in (("ksvc", "hello-1"), ("cm", "hello-1-weight-config")):
        read = functools.partial(hello.cluster.api.get, kind, hello.namespace, name)
        eventually(read, lambda seen: seen is None, f"{kind} {name} gone")
    assert hello.cluster.api.get("ksvc", hello.namespace, "hello-0")


@pytest.mark.parametrize(
    "first",
    [(), ("--prune", "--applyset=hello"), ("--prune", "-l", "app.kubernetes.io/instance=hello", *ALLOWED)],
    ids=["plain", "applyset", "labels"],
)
def test_prune_by_label_whatever_was_done_first(release: New, first: tuple[str, ...]) -> None:
    """The candidate's objects go, and nothing of another release in the namespace."""
    hello, world = release("hello"), release("world")
    world.apply(blue_green(60, 40))
    hello.apply(blue_green(50, 50), *first, "-n", hello.namespace)
    hello.ready()
    hello.routed({"hello-0": 50, "hello-1": 50})
    hello.apply(blue_green(50))
    said = hello.apply(None, "--prune", "-l", "app.kubernetes.io/instance=hello", *ALLOWED)
    assert sorted(line for line in said.splitlines() if line.endswith("pruned")) == [
        "configmap/hello-1-weight-config pruned",
        "service.serving.knative.dev/hello-1 pruned",
    ]
    for kind, name in (("ksvc", "hello-1"), ("cm", "hello-1-weight-config")):
        read = functools.partial(hello.cluster.api.get, kind, hello.namespace, name)
        eventually(read, lambda seen: seen is None, f"{kind} {name} gone")
    for item in world.objects:
        assert hello.cluster.kubectl("get", "-n", hello.namespace, kubectl_name(item))


def test_what_server_side_apply_made_is_not_pruned_by_label(release: New) -> None:
    """As docs/strategies.md says."""
    hello = release()
    hello.apply(blue_green(50, 50), "--server-side")
    hello.synth(blue_green(50))
    said = hello.apply(None, "--prune", "-l", "app.kubernetes.io/instance=hello", *ALLOWED)
    assert "pruned" not in said
    assert hello.cluster.api.get("ksvc", hello.namespace, "hello-1")


def kubectl_name(item: Object) -> str:
    """An object as kubectl names it."""
    group = item["apiVersion"].rpartition("/")[0]
    return f"{item['kind'].lower()}{'.' if group else ''}{group}/{item['metadata']['name']}"


def test_none_makes_no_route(release: New) -> None:
    """Strategy none: the versions and a routemap for the SDK, no VirtualService and no Service of the release."""
    hello = release()
    hello.apply(knative("none", ksvc("v1"), ksvc("v2")))
    hello.ready()
    beside = release("beside")  # its route shows that the controller has seen what came before
    beside.apply(blue_green(1))
    beside.ready()
    beside.routed({"beside-0": 1})
    assert hello.route() is None
    assert hello.cluster.api.get("svc", hello.namespace, "hello") is None
    routemap = hello.cluster.api.get("cm", hello.namespace, "hello-routemap")
    assert routemap is not None
    assert "routingTemplates" not in routemap["data"]["strSpec"]


def test_two_releases_in_one_namespace(release: New) -> None:
    """Deleting one leaves the other's route."""
    hello, world = release("hello"), release("world")
    hello.apply(blue_green(30, 70))
    world.apply(blue_green(60, 40))
    hello.ready()
    world.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    world.routed({"world-0": 60, "world-1": 40})
    hello.delete()
    eventually(hello.route, lambda seen: seen is None, "the deleted release's VirtualService gone", 60)
    assert world.shares() == {"world-0": 60, "world-1": 40}


STRATEGIES: dict[str, Values] = {
    "blue-green": blue_green(30, 70),
    "canary": knative("canary", ksvc("v1"), ksvc("v2")),
    "mirror": knative("mirror", ksvc("v1"), ksvc("v2", weight=100)),
    "none": knative("none", ksvc("v1"), ksvc("v2")),
    "sticky": blue_green(30, 70, sessionAffinity={"cookieName": "user", "maxAge": 60}),
}
