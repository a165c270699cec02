"""A small cluster in a thread: it stores what is applied, makes versions ready, and applies routes as a controller."""

import copy
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from cdk8s_iter8.cluster.keys import ObjectKey
from cdk8s_iter8.engine.decision import decide
from cdk8s_iter8.engine.observed_object import ObservedObject, observe
from cdk8s_iter8.engine.routemap import read_routemap
from cdk8s_iter8.iter8.resource_type import KNATIVE, SHIPPED
from cdk8s_iter8.live.known_types import known_types
from tests.support.api_server import Answer, APIServer, Request, api_server, status

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
        conflicts: Field managers and fields by path, with which an apply without force conflicts.
        forbidden: Methods and parts of paths that are not permitted.
        controlled: Whether a controller runs.
    """

    server: APIServer
    objects: dict[str, Json] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    conflicts: dict[str, tuple[str, str]] = field(default_factory=dict)
    forbidden: set[tuple[str, str]] = field(default_factory=set)
    controlled: bool = True
    uids: "itertools.count[int]" = field(default_factory=itertools.count)

    @property
    def changes(self) -> list[str]:
        """What was changed, in order: the method and the last two steps of the path."""
        return [
            f"{each.method} {'/'.join(each.path.split('/')[-2:])}"
            for each in self.server.requests
            if each.method != "GET" and not is_dry(each)
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
            wanted = dict(each.split("=") for each in selector.split(",") if each)
            items = [
                each
                for key, each in self.objects.items()
                if key.rpartition("/")[0] == path and wanted.items() <= (each["metadata"].get("labels") or {}).items()
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
                state = "False" if each["metadata"]["name"] in self.broken else "True"
                each["status"] = {"conditions": [{"type": "Ready", "status": state}]}
        maps = [each for each in self.objects.values() if "strSpec" in (each.get("data") or {})]
        for each in maps if self.controlled else []:
            routemap = read_routemap(each, known_types(each["data"]["strSpec"]))
            for route in decide(routemap, self._find).routes:
                made = copy.deepcopy(route.manifest)
                made["metadata"] |= {"uid": f"route-{route.key.name}"}
                made["metadata"]["managedFields"] = [{"manager": "cdk8s-iter8", "operation": "Apply"}]
                self.objects[route.key.path] = made

    def _find(self, key: ObjectKey) -> ObservedObject | None:
        raw = self.objects.get(key.path)
        types = {each.resource: each for each in (*SHIPPED.values(), *KNATIVE.values()) if each.group == key.gvr.group}
        wanted = frozenset(condition.lower() for condition in types[key.gvr.resource].conditions)
        return observe(raw, key.gvr, wanted) if raw else None

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
        server.otherwise = store.answer
        yield store
