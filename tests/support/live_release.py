"""A release as a cluster has it: what was applied, the conditions of its versions, and the controller's routes."""

import copy
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from cdk8s_iter8.cluster.keys import ObjectKey
from cdk8s_iter8.cluster.releases import ReleaseKey
from cdk8s_iter8.engine.decision import decide
from cdk8s_iter8.engine.observed_object import observe
from cdk8s_iter8.engine.routemap import Routemap
from cdk8s_iter8.live.controllers import Controllers
from cdk8s_iter8.live.known_types import conditions_of
from cdk8s_iter8.live.observation import Observation, observed, read_config_map, wanted_keys
from cdk8s_iter8.release.resolved import ResolvedRelease
from tests.support.api_server import APIServer

NOW = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)
KNATIVE_CONDITIONS = ("Ready", "RoutesReady")
BEFORE = (NOW - timedelta(hours=5)).strftime("%Y-%m-%dT%H:%M:%SZ")

Json = dict[str, Any]


class LiveRelease:
    """Objects by key; a test changes them, and asks for what `status` would read.

    Attributes:
        objects: The objects and routes in the cluster.
        config_map: The routemap.
    """

    def __init__(self, release: ResolvedRelease, ready: Sequence[bool] | None = None) -> None:
        self.release = release
        self.manifests = list(release.manifests())
        application = release.application
        self.config_map = self._made(self.manifests[0])
        self.key = ReleaseKey(application.namespace, application.name)
        self.unread = read_config_map(self.key, self.config_map, Controllers().serving(self.config_map))
        self.objects: dict[ObjectKey, Json] = {}
        whole = ready or [True] * len(application.versions)
        assert isinstance(self.unread.routemap, Routemap), self.unread.routemap
        for version, is_ready in zip(self.unread.routemap.versions, whole, strict=True):
            for resource in version.resources:
                self.objects[resource.key] = self._made(self._manifest(resource.key))
                if resource.type.conditions:
                    self.condition(resource.key, "True" if is_ready else "False")
                elif not is_ready and not any(of_version.type.conditions for of_version in version.resources):
                    del self.objects[resource.key]  # a type without conditions is ready when it is there
        self.route()

    def _manifest(self, key: ObjectKey) -> Json:
        (made,) = [
            manifest
            for manifest in self.manifests
            if (manifest["apiVersion"], manifest["metadata"]["namespace"], manifest["metadata"]["name"])
            == (key.gvr.api_version, key.namespace, key.name)
            and f"{manifest['kind'].lower()}s" == key.gvr.resource
        ]
        return made

    def _made(self, manifest: Mapping[str, Any]) -> Json:
        made: Json = copy.deepcopy(dict(manifest))
        made["metadata"] |= {"uid": f"uid-{made['metadata']['name']}", "creationTimestamp": BEFORE}
        made["metadata"]["resourceVersion"] = "1"
        return made

    def condition(self, key: ObjectKey, status: str, **more: str) -> None:
        """Sets the conditions of an object's type, those that any controller looks at."""
        names = KNATIVE_CONDITIONS if key.gvr.group == "serving.knative.dev" else self._conditions[key]
        self.objects[key]["status"] = {"conditions": [{"type": name, "status": status, **more} for name in names]}

    @property
    def _conditions(self) -> Mapping[ObjectKey, frozenset[str]]:
        assert isinstance(self.unread.routemap, Routemap)
        return conditions_of(self.unread.routemap)

    def resource(self, name: str) -> ObjectKey:
        """The key of an object of a version."""
        (named,) = [key for key in self.objects if key.name == name and key in set(wanted_keys(self.unread))]
        return named

    def route(self, manager: str = "cdk8s-iter8") -> None:
        """Makes the routes as a controller does."""
        assert isinstance(self.unread.routemap, Routemap)

        def find(key: ObjectKey) -> Any:
            raw = self.objects.get(key)
            return observe(raw, key.gvr, self._conditions[key]) if raw else None

        decision = decide(self.unread.routemap, find)
        assert not decision.refused, decision.refused
        for route in decision.routes:
            made = self._made(route.manifest)
            made["metadata"]["managedFields"] = [{"manager": manager, "operation": "Apply", "time": BEFORE}]
            self.objects[route.key] = made

    def observation(self, refused: Mapping[ObjectKey, Any] | None = None) -> Observation:
        """What is read of it."""
        return observed(self.unread, {**self.objects, **(refused or {})}, Controllers())

    def serve(self, server: APIServer) -> None:
        """Puts all objects into an API server, one by one and in lists."""
        maps = [self.config_map]
        for path in ("/api/v1/configmaps", f"/api/v1/namespaces/{self.key.namespace}/configmaps"):
            server.objects(path, *maps)
        lists: dict[str, list[Json]] = {}
        for key, item in self.objects.items():
            server.answer("GET", key.path, (200, item))
            lists.setdefault(key.gvr.path(key.namespace), []).append(item)
        for path, items in lists.items():
            server.objects(path, *(maps if path.endswith("/configmaps") else []), *items)
