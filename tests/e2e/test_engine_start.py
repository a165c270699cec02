"""This project's own controller before all is there: a dry run, a missing permission, a CRD that comes later."""

import copy
import functools
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.e2e import controller_installation, engine
from tests.e2e.controller_installation import Installation
from tests.e2e.controller_process import Controller
from tests.e2e.release import Release, synth_controller
from tests.e2e.stack.cluster import Cluster
from tests.e2e.stack.eventually import eventually
from tests.e2e.values import blue_green

pytestmark = pytest.mark.own_controller("this file is about this project's own")

New = Callable[..., Release]
Object = dict[str, Any]

GROUP = "e2e.example.com"
THING = {"Group": GROUP, "Version": "v1", "Resource": "things", "conditions": ["Ready"]}
CRD = {
    "apiVersion": "apiextensions.k8s.io/v1",
    "kind": "CustomResourceDefinition",
    "metadata": {"name": f"things.{GROUP}"},
    "spec": {
        "group": GROUP,
        "names": {"kind": "Thing", "listKind": "ThingList", "plural": "things", "singular": "thing"},
        "scope": "Namespaced",
        "versions": [
            {
                "name": "v1",
                "served": True,
                "storage": True,
                "schema": {"openAPIV3Schema": {"type": "object", "x-kubernetes-preserve-unknown-fields": True}},
            }
        ],
    },
}


@pytest.fixture
def own(namespace: str, tmp_path: Path) -> Installation:
    """The objects of a controller of the test's namespace alone, which knows a type that the cluster has not."""
    directory = tmp_path / "controller"
    directory.mkdir()
    values = yaml.safe_dump({"engine": "cdk8s-iter8", "namespace": namespace, "resourceTypes": {"thing": THING}})
    return Installation(controller_installation.read(synth_controller(values, directory, namespace)))


@pytest.fixture
def process(stopped: None, own: Installation, cluster: Cluster) -> Iterator[Controller]:
    """Its program, not started yet."""
    own.install(cluster)
    started = engine.engine(cluster, own)
    yield started
    started.stop()


def events(release: Release) -> list[tuple[str, str]]:
    items = release.cluster.api.list("api/v1/events", release.namespace)
    return [(item["reason"], item["message"]) for item in items]


def test_a_dry_run_says_what_would_change_and_changes_nothing(
    release: New, controller: object, cluster: Cluster, routing_installed: Installation
) -> None:
    assert isinstance(controller, Controller)
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    controller.stop(signal.SIGKILL)
    try:
        hello.cluster.kubectl(
            "annotate", "--overwrite", "cm/hello-1-weight-config", "iter8.tools/weight=10", "-n", hello.namespace
        )
        before = hello.route()
        dry = engine.engine(cluster, routing_installed, 9)
        environment = {**os.environ, **dry.environment}
        done = subprocess.run([*dry.argv, "--dry-run"], env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        said = done.stdout.split(f"routemap {hello.namespace}/hello-routemap: ")[1]
        assert said.splitlines()[:3] == [
            "weights 30, 10",
            f"  apply virtualservices.networking.istio.io {hello.namespace}/hello",
            "    spec.http[0].route[1].weight: 70 becomes 10",
        ]
        assert hello.route() == before
    finally:
        controller.start()
    hello.routed({"hello-0": 30, "hello-1": 10})


def test_the_rule_that_an_event_names_is_the_one_that_was_missing(
    release: New, process: Controller, own: Installation, cluster: Cluster
) -> None:
    """Without the permission to apply routes, the Event has the rule; with that rule added, the route comes."""
    role = copy.deepcopy(next(item for item in own.objects if item["kind"] == "Role" and grants(item)))
    full = role["rules"]
    role["rules"] = [{**rule, "verbs": reduced(rule)} for rule in full]
    cluster.kubectl.apply([role])
    hello = release()
    process.start()
    hello.apply(blue_green(30, 70))
    hello.ready()
    read = functools.partial(events, hello)
    seen = eventually(read, lambda all_: "PermissionMissing" in dict(all_), "an Event")
    rule = yaml.safe_load(dict(seen)["PermissionMissing"].split("the missing rule: ")[1])
    assert (rule["resources"], rule["verbs"]) == (["virtualservices"], ["patch", "create"])
    assert hello.route() is None
    role["rules"] = [*role["rules"], rule]
    cluster.kubectl.apply([role])
    # A routemap that cannot be applied is tried again after 36 seconds at most.
    eventually(hello.route, lambda route: route is not None, "the route", seconds=45)
    hello.routed({"hello-0": 30, "hello-1": 70})


def grants(role: Object) -> bool:
    return any("virtualservices" in rule["resources"] for rule in role["rules"])


def reduced(rule: Object) -> list[str]:
    """The verbs of a rule, without those that apply a route."""
    return [verb for verb in rule["verbs"] if "virtualservices" not in rule["resources"] or verb not in APPLIES]


APPLIES = ("patch", "create")


def test_a_type_whose_crd_comes_later_is_taken_up(release: New, process: Controller, cluster: Cluster) -> None:
    """The version that needs it is not ready until then, and the log does not repeat itself."""
    process.start()
    hello = release()
    hello.apply(blue_green(30, 70))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    routemap = cluster.api.get("cm", hello.namespace, "hello-routemap")
    assert routemap is not None
    spec = yaml.safe_load(routemap["data"]["strSpec"])
    spec["versions"][1]["resources"].append({"gvrShort": "thing", "name": "one", "namespace": hello.namespace})
    cluster.api.merge("cm", hello.namespace, "hello-routemap", {"data": {"strSpec": yaml.safe_dump(spec)}})
    hello.routed({"hello-0": 1})
    cluster.kubectl.apply([CRD])
    try:
        cluster.kubectl("wait", "--for=condition=Established", f"crd/things.{GROUP}", "--timeout=30s")
        labels = {"iter8.tools/watch": "true"}
        status = {"conditions": [{"type": "Ready", "status": "True"}]}
        metadata = {"name": "one", "namespace": hello.namespace, "labels": labels}
        thing = {"apiVersion": f"{GROUP}/v1", "kind": "Thing", "metadata": metadata, "status": status}
        cluster.kubectl.apply([thing])
        hello.routed({"hello-0": 30, "hello-1": 70})
        assert process.said().count("the cluster has no things") == 1
    finally:
        process.stop()
        cluster.kubectl("patch", f"things.{GROUP}/one", "-n", hello.namespace, "--type=merge", "-p", NO_FINALIZER)
        cluster.kubectl("delete", f"crd/things.{GROUP}", "--timeout=30s")


NO_FINALIZER = '{"metadata": {"finalizers": null}}'
