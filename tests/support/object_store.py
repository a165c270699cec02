"""A small cluster in a thread: it stores what is applied, makes versions ready, and applies routes as a controller."""

import copy
import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from cdk8s_iter8.applying.live_routing import routemap_of
from cdk8s_iter8.cluster.keys import ObjectKey
from cdk8s_iter8.engine.decision import decide
from cdk8s_iter8.engine.observed_object import ObservedObject, observe
from cdk8s_iter8.live.known_types import conditions_of
from tests.support.api_server import Answer, APIServer, Request, api_server, selects, status

Json = dict[str, Any]

KINDS = {
    "/api/v1": [("ConfigMap", "configmaps"), ("Service", "services")],
    "/apis/serving.knative.dev/v1": [("Service", "services")],
    "/apis/apps/v1": [("Deployment", "deployments")],
}
ROUTES = "/apis/networking.istio.io/v1beta1/namespaces/{}/virtualservices/{}"


@dataclass
class ObjectStore:
    """What is in the cluster.

    Attributes:
        server: The API server.
        objects: The objects by path.
        broken: Names of versions that never get ready.
        old: Names of versions whose older revision serves, and whose newest one does not get ready.
        conflicts: Field managers and fields by path, with which an apply without force conflicts.
        forbidden: Methods and parts of paths that are not permitted.
        controlled: Whether a controller runs.
    """

    server: APIServer
    objects: dict[str, Json] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    old: set[str] = field(default_factory=set)
    conflicts: dict[str, tuple[str, str]] = field(default_factory=dict)
    forbidden: set[tuple[str, str]] = field(default_factory=set)
    controlled: bool = True
    uids: "itertools.count[int]" = field(default_factory=itertools.count)

    @property
    def changes(self) -> list[str]:
        """What was changed, in order: the method and the last two steps of the path."""
        return [
            f"{request.method} {'/'.join(request.path.split('/')[-2:])}"
            for request in self.server.requests
            if request.method != "GET" and not is_dry(request)
        ]

    def forget(self) -> None:
        """Forgets what was asked."""
        self.server.requests.clear()

    def answer(self, request: Request) -> Answer:
        """Answers as an API server."""
        path = request.path
        if any(request.method == method and part in path for method, part in self.forbidden):
            return status(403, "Forbidden", f"user cannot {request.method.lower()} this", name="x")
        if path in KINDS:
            return 200, {"resources": [{"kind": kind, "name": name, "namespaced": True} for kind, name in KINDS[path]]}
        if request.method == "GET":
            return self._get(path, request.query.get("labelSelector", ""))
        if request.method == "DELETE":
            if is_dry(request):
                return (200, {}) if path in self.objects else self._absent(path)
            return (200, {}) if self._delete(path) else self._absent(path)
        return self._patch(request)

    def _get(self, path: str, selector: str) -> Answer:
        self._control()
        if path in self.objects:
            return 200, self.objects[path]
        if path.rpartition("/")[2].isalpha() and path.rpartition("/")[2].endswith("s"):
            items = [
                each
                for key, each in self.objects.items()
                if key.rpartition("/")[0] == path and selects(selector, each["metadata"].get("labels") or {})
            ]
            return 200, {"items": items, "metadata": {}}
        return self._absent(path)

    def _absent(self, path: str) -> Answer:
        return status(404, "NotFound", "not there", name=path.rpartition("/")[2])

    def _delete(self, path: str) -> bool:
        gone = self.objects.pop(path, None)
        if gone and "strSpec" in (gone.get("data") or {}):
            namespace, name = gone["metadata"]["namespace"], gone["metadata"]["name"].removesuffix("-routemap")
            self.objects.pop(ROUTES.format(namespace, name), None)
        return gone is not None

    def _patch(self, request: Request) -> Answer:
        kind, query, path = request.headers["Content-Type"], request.query, request.path
        before = self.objects.get(path)
        if kind == "application/apply-patch+yaml":
            if path in self.conflicts and query["force"] != "true":
                manager, name = self.conflicts[path]
                cause = {"reason": "FieldManagerConflict", "field": name, "message": f'conflict with "{manager}"'}
                return status(409, "Conflict", "conflicts", name="x", causes=[cause])
            after = copy.deepcopy(request.body)
            after["metadata"] |= {"managedFields": [{"manager": "cdk8s-iter8", "operation": "Apply"}]}
            after |= {"status": before["status"]} if before and "status" in before else {}
        else:
            after = copy.deepcopy(before) or {}
            if kind == "application/merge-patch+json":
                after["metadata"].setdefault("annotations", {}).update(request.body["metadata"]["annotations"])
        after["metadata"]["uid"] = before["metadata"]["uid"] if before else f"u{next(self.uids)}"
        after["metadata"]["resourceVersion"] = "1"
        if not is_dry(request):
            self.conflicts.pop(path, None)
            self.objects[path] = after
        return 200, after

    def _control(self) -> None:
        """Makes versions ready, and applies the routes."""
        for each in self.objects.values():
            if each.get("apiVersion") == "serving.knative.dev/v1":
                name = each["metadata"]["name"]
                states = {"Ready": name not in self.broken | self.old, "RoutesReady": name not in self.broken}
                each["status"] = {"conditions": [{"type": kind, "status": str(so)} for kind, so in states.items()]}
        maps = [each for each in self.objects.values() if "strSpec" in (each.get("data") or {})]
        for each in maps if self.controlled else []:
            routemap = routemap_of(each)
            for route in decide(routemap, partial(self._find, conditions_of(routemap))).routes:
                made = copy.deepcopy(route.manifest)
                made["metadata"] |= {"uid": f"route-{route.key.name}", "resourceVersion": "1"}
                made["metadata"]["managedFields"] = [{"manager": "cdk8s-iter8", "operation": "Apply"}]
                self.objects[route.key.path] = made

    def _find(self, conditions: Mapping[ObjectKey, frozenset[str]], key: ObjectKey) -> ObservedObject | None:
        raw = self.objects.get(key.path)
        return observe(raw, key.gvr, conditions[key]) if raw else None

    def route(self, name: str = "hello", namespace: str = "default") -> Json | None:
        """A route."""
        self._control()
        return self.objects.get(ROUTES.format(namespace, name))


def is_dry(request: Request) -> bool:
    """Tells whether a request is a dry run; of a deletion with a body, the query does not count."""
    if request.method == "DELETE" and request.body:
        return "dryRun" in request.body
    return "dryRun" in request.query


@contextmanager
def object_store() -> Iterator[ObjectStore]:
    """Runs during the `with` block."""
    with api_server() as server:
        store = ObjectStore(server)
        server.answers.clear()
        server.otherwise = store.answer
        yield store
