"""A stand-in for the Iter8 controller, for machines without its program.

It follows the controller's rules for availability and weights and executes routing templates with Go's html/template.
It reads the cluster again and again instead of watching it, sets no finalizers and knows no leader.
"""

import json
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

from tests.e2e.stack.api import API, APIError, Object
from tests.e2e.stack.routing_template import RoutingTemplates

WATCHED = "labelSelector=" + quote("iter8.tools/watch=true")
ROUTEMAPS = "labelSelector=" + quote("iter8.tools/kind=routemap,iter8.tools/version=v1.1")
WEIGHT = "iter8.tools/weight"
SECONDS = 0.1

Find = Callable[[str, str, str], Object | None]
"""The watched object of a short type name, a namespace and a name."""


class StandIn:
    """A thread that does for every routemap what the controller would do."""

    def __init__(self, api: API, configuration: Object, log: Path) -> None:
        self.api, self.types, self.log = api, configuration["resourceTypes"], log
        self.namespace: str | None = None  # None: every namespace
        self.templates = RoutingTemplates()
        self.applied: dict[tuple[str, str], str] = {}
        self.rounds = 0  # how often it has read the cluster and done what follows
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self.run, name="stand-in", daemon=True)

    def start(self) -> None:
        self.thread.start()

    def stop(self) -> None:
        self.stopped.set()
        self.thread.join(30)
        self.templates.close()

    def run(self) -> None:
        while not self.stopped.wait(SECONDS):
            try:
                self.reconcile_all()
                self.rounds += 1
            except (APIError, OSError) as error:  # the API server restarts
                self.say(f"cannot reconcile: {error}")

    def say(self, message: str) -> None:
        with self.log.open("a") as log:
            log.write(message + "\n")

    def reconcile_all(self) -> None:
        """Every routemap once."""
        routemaps = self.api.list("cm", self.namespace, ROUTEMAPS)
        specs = [(routemap, self.parse(routemap)) for routemap in routemaps]
        resources = [r for _, spec in specs for v in spec.get("versions", []) for r in v.get("resources", [])]
        find = self.watched({resource["gvrShort"] for resource in resources})
        for routemap, spec in specs:
            weights = normalized_weights(spec, routemap["metadata"]["namespace"], self.types, find)
            for name, template in (spec.get("routingTemplates") or {}).items():
                self.apply(routemap, name, template, weights)

    def parse(self, routemap: Object) -> Object:
        try:
            spec: Object = yaml.safe_load(routemap["data"]["strSpec"])
        except (KeyError, yaml.YAMLError) as error:
            self.say(f"routemap {routemap['metadata']['name']}: {error}")
            return {}
        return spec

    def watched(self, types: Iterable[str]) -> Find:
        """The labelled objects of the types, read once."""
        found: dict[tuple[str, str, str], Object] = {}
        for short in types:
            if short not in self.types:
                self.say(f"unknown gvrShort {short}")
                continue
            for item in self.api.list(collection(self.types[short]), self.namespace, WATCHED):
                found[short, item["metadata"]["namespace"], item["metadata"]["name"]] = item
        return lambda *key: found.get(key)

    def apply(self, routemap: Object, name: str, template: Object, weights: list[int]) -> None:
        """Server-side apply what the template gives, when that or the routemap has changed."""
        metadata = routemap["metadata"]
        try:
            output = self.templates.execute(template["template"], weights)
        except ValueError as error:
            self.say(f"routing template {name} of {metadata['name']}: {error}")
            return
        key = (metadata["uid"], name)
        state = metadata["resourceVersion"] + output
        if self.applied.get(key) == state or not output.strip() or "deletionTimestamp" in metadata:
            return
        try:
            route = yaml.safe_load(output)
            route["metadata"]["ownerReferences"] = [
                {"apiVersion": "v1", "kind": "configmap", "name": metadata["name"], "uid": metadata["uid"]}
            ]
            kind = collection(self.types[template["gvrShort"]])
            self.api.apply(kind, metadata["namespace"], route["metadata"]["name"], route, "iter8-controller")
        except (APIError, yaml.YAMLError, LookupError, TypeError) as error:
            self.say(f"routing template {name} of {metadata['name']}: {error}; weights {weights}:\n{output}")
            return
        self.applied[key] = state
        self.say(f"applied {name} of {metadata['namespace']}/{metadata['name']} for weights {json.dumps(weights)}")


def collection(resource_type: Object) -> str:
    """The API's name of a resource type, as tests.e2e.stack.api spells it."""
    group, version, resource = (resource_type[key] for key in ("Group", "Version", "Resource"))
    return f"apis/{group}/{version}/{resource}" if group else f"api/{version}/{resource}"


def normalized_weights(spec: Object, namespace: str, types: Object, find: Find) -> list[int]:
    """The controller's weights: none for a version that is not available, one for the first if all are none."""
    weights = []
    for version in spec.get("versions", []):
        resources = [
            (r["gvrShort"], find(r["gvrShort"], r.get("namespace") or namespace, r["name"]))
            for r in version.get("resources", [])
        ]
        available = all(item is not None and is_available(item, types[short]) for short, item in resources)
        weight = version.get("weight", 1)
        if resources and resources[0][1] is not None:
            override = resources[0][1]["metadata"].get("annotations", {}).get(WEIGHT, "")
            weight = int(override) if override.isdecimal() else weight
        weights.append(weight if available else 0)
    if weights and not any(weights):
        weights[0] = 1
    return weights


def is_available(item: Object, resource_type: Object) -> bool:
    """Whether it is not being deleted and every condition of its type is True for its newest generation."""
    if "deletionTimestamp" in item["metadata"]:
        return False
    status: Any = item.get("status") or {}
    for wanted in resource_type.get("conditions") or []:
        found = [c for c in status.get("conditions") or [] if c.get("type", "").lower() == wanted.lower()]
        if not found:
            return False
        for condition in found:
            observed = condition.get("observedGeneration", status.get("observedGeneration"))
            if observed is not None and observed < item["metadata"].get("generation", 0):
                return False
            if str(condition.get("status", "")).lower() != "true":
                return False
    return True
