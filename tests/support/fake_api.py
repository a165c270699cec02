"""A cluster in memory: lists, watches, patches and server-side apply, as far as the engine uses them."""

import asyncio
import copy
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from typing import Any

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.cluster.keys import Object
from cdk8s_iter8.cluster.patches import APPLY, JSON_PATCH
from cdk8s_iter8.engine.api import API
from cdk8s_iter8.engine.applied_route import Fields, leaves


class FakeAPI(API):
    """Objects by path. `calls` are the requests that change or read something, `refuse` makes calls fail."""

    def __init__(self, *absent: str) -> None:
        super().__init__(client=None)  # type: ignore[arg-type]
        self.objects: dict[str, Object] = {}
        self.version = 100
        self.absent = set(absent)  # collections that the cluster does not have
        self.calls: list[tuple[str, str]] = []
        self.refuse: Callable[[str, str], APIError | None] = lambda _method, _path: None
        self.history: list[tuple[int, str, Object]] = []
        self.oldest = 0  # what happened before is forgotten, so that a watch from there is refused
        self.changed = asyncio.Event()
        self.broken = asyncio.Event()

    # --- what a test does ----------------------------------------------------------------------

    def put_in(self, path: str, item: Object) -> Object:
        """Creates or replaces an object; a field whose value changes is taken from those who own it."""
        former = self.objects.get(path)
        item = copy.deepcopy(item)
        metadata = item.setdefault("metadata", {})
        parts = path.split("/")
        metadata.setdefault("name", parts[-1])
        metadata.setdefault("namespace", parts[parts.index("namespaces") + 1])
        metadata.setdefault("uid", former["metadata"]["uid"] if former else f"uid-{self.version}")
        if former is not None:
            metadata["managedFields"] = _kept(former, item)
        return self._store(path, item, "ADDED" if former is None else "MODIFIED")

    def edit(self, path: str, change: Callable[[Object], None]) -> Object:
        """Changes an object as somebody with kubectl does."""
        item = copy.deepcopy(self.objects[path])
        change(item)
        return self.put_in(path, item)

    def remove(self, path: str) -> None:
        """Deletes an object; with a finalizer it is only marked."""
        item = copy.deepcopy(self.objects[path])
        if item["metadata"].get("finalizers"):
            item["metadata"]["deletionTimestamp"] = "2026-01-01T00:00:00Z"
            self._store(path, item, "MODIFIED")
            return
        del self.objects[path]
        self._happened("DELETED", item)

    def made(self, *methods: str) -> list[tuple[str, str]]:
        """The calls with these methods, without those for events and leases."""
        return [call for call in self.calls if call[0] in methods and not call[1].endswith(("/events", "/leases"))]

    def events(self) -> list[tuple[str, str]]:
        """Reason and message of every Event."""
        return [(item["reason"], item["message"]) for path, item in self.objects.items() if "/events/" in path]

    # --- what the engine does ------------------------------------------------------------------

    async def get(self, path: str, **query: str) -> Object:
        self._called("GET", path)
        if path in self.objects:
            return copy.deepcopy(self.objects[path])
        if _is_object(path) or path in self.absent or _whole(path) in self.absent:
            raise APIError(404, "NotFound", path)
        items = [copy.deepcopy(item) for item in self._within(path, query.get("labelSelector", ""))]
        return {"items": items, "metadata": {"resourceVersion": str(self.version)}}

    async def post(self, path: str, body: Object, **_: str) -> Object:
        self._called("POST", path)
        metadata = body["metadata"]
        name = metadata.get("name") or f"{metadata['generateName']}{self.version}"
        if f"{path}/{name}" in self.objects:
            raise APIError(409, "AlreadyExists", name)
        return self.put_in(f"{path}/{name}", {**body, "metadata": {**metadata, "name": name}})

    async def put(self, path: str, body: Object) -> Object:
        self._called("PUT", path)
        if body["metadata"]["resourceVersion"] != self.objects[path]["metadata"]["resourceVersion"]:
            raise APIError(409, "Conflict", path)
        return self.put_in(path, body)

    async def patch(self, path: str, body: Any, content_type: str, **query: str) -> Object:
        self._called("PATCH", path)
        await asyncio.sleep(0)
        if content_type == APPLY:
            return self._apply(path, body, query["fieldManager"], force=query["force"] == "true")
        assert content_type == JSON_PATCH
        if path not in self.objects:
            raise APIError(404, "NotFound", path)
        item = copy.deepcopy(self.objects[path])
        _json_patch(item, body)
        if "deletionTimestamp" in item["metadata"] and not item["metadata"].get("finalizers"):
            del self.objects[path]
            self._happened("DELETED", item)
            return item
        return self._store(path, item, "MODIFIED")

    async def delete(self, path: str, body: Object) -> Object:
        self._called("DELETE", path)
        if path not in self.objects:
            raise APIError(404, "NotFound", path)
        if body["preconditions"]["resourceVersion"] != self.objects[path]["metadata"]["resourceVersion"]:
            raise APIError(409, "Conflict", path)
        self.remove(path)
        return {}

    async def watch(self, path: str, query: Mapping[str, str]) -> AsyncIterator[Object]:
        self._called("WATCH", path)
        seen = int(query["resourceVersion"])
        if seen < self.oldest:
            yield {"type": "ERROR", "object": {"code": 410, "reason": "Expired", "message": "too old"}}
            return
        while True:
            for version, kind, item in list(self.history):
                if version > seen and _is_in(item, path) and _matches(item, query["labelSelector"]):
                    yield {"type": kind, "object": copy.deepcopy(item)}
                seen = max(seen, version)
            self.changed.clear()
            waiting = [asyncio.ensure_future(event.wait()) for event in (self.changed, self.broken)]
            try:
                await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for wait in waiting:
                    wait.cancel()
            if self.broken.is_set():
                raise APIError(0, "NoAnswer", "the API server is away")

    async def close(self) -> None:
        pass

    # --- how ---------------------------------------------------------------------------------

    def _called(self, method: str, path: str) -> None:
        self.calls.append((method, path))
        error = self.refuse(method, path)
        if error is not None:
            raise error

    def _within(self, path: str, selector: str) -> Iterable[Object]:
        return [item for item in self.objects.values() if _is_in(item, path) and _matches(item, selector)]

    def _store(self, path: str, item: Object, kind: str) -> Object:
        self.version += 1
        item["metadata"]["resourceVersion"] = str(self.version)
        item["metadata"]["selfPath"] = path  # for `_is_in`
        self.objects[path] = item
        self._happened(kind, item)
        return copy.deepcopy(item)

    def _happened(self, kind: str, item: Object) -> None:
        if kind == "DELETED":
            self.version += 1
        self.history.append((self.version, kind, copy.deepcopy(item)))
        self.changed.set()

    def _apply(self, path: str, body: Object, manager: str, *, force: bool) -> Object:
        live = self.objects.get(path)
        uid = body["metadata"].get("uid")
        if uid is not None and (live is None or live["metadata"]["uid"] != uid):
            raise APIError(409, "Conflict", "uid mismatch")
        item: Object = copy.deepcopy(live) if live is not None else {"metadata": {"uid": f"uid-{self.version}"}}
        managed: dict[str, Object] = {entry["manager"]: entry for entry in item["metadata"].get("managedFields", ())}
        wanted = leaves({**body, "metadata": {k: v for k, v in body["metadata"].items() if k != "uid"}})
        _take(item, body, managed, manager, wanted, force=force)
        dropped = managed.pop(manager, {"fields": frozenset()})["fields"] - wanted
        for field in dropped - frozenset().union(*(entry["fields"] for entry in managed.values())):
            _drop(item, field)
        for key in ("apiVersion", "kind"):
            item[key] = body[key]
        for key in ("name", "namespace"):
            item["metadata"][key] = body["metadata"][key]
        for field in wanted:
            _set(item, field, copy.deepcopy(_at(body, field)))
        if wanted:
            managed[manager] = {"manager": manager, "operation": "Apply", "fields": wanted}
        entries = [{**entry, "fieldsV1": _fields_v1(entry["fields"])} for entry in managed.values() if entry["fields"]]
        item["metadata"]["managedFields"] = entries
        same = {"managedFields", "resourceVersion"}
        if (
            live is not None
            and _without(live, same) == _without(item, same)
            and entries == live["metadata"].get("managedFields")
        ):
            return copy.deepcopy(live)
        return self._store(path, item, "ADDED" if live is None else "MODIFIED")


def _take(
    item: Object, body: Object, managed: Object, manager: str, wanted: Fields, *, force: bool
) -> None:  # fmt: skip
    """Takes the fields whose values change from the other managers, or says that they are in conflict."""
    for other, entry in managed.items():
        taken = {path for path in entry["fields"] & wanted if _at(item, path) != _at(body, path)}
        if other != manager and taken:
            if not force:
                raise APIError(409, "Conflict", f"conflict with {other}")
            entry["fields"] -= taken


def _kept(former: Object, item: Object) -> list[Object]:
    entries = [copy.deepcopy(entry) for entry in former["metadata"].get("managedFields", ())]
    for entry in entries:
        entry["fields"] = frozenset(path for path in entry["fields"] if _at(former, path) == _at(item, path))
        entry["fieldsV1"] = _fields_v1(entry["fields"])
    return entries


def _fields_v1(fields: Iterable[tuple[str, ...]]) -> Object:
    result: Object = {}
    for path in fields:
        node = result
        for step in path:
            node = node.setdefault(f"f:{step}", {})
    return result


def _without(item: Object, keys: set[str]) -> Object:
    return {**item, "metadata": {key: value for key, value in item["metadata"].items() if key not in keys}}


def _at(item: Object, path: tuple[str, ...]) -> Any:
    node: Any = item
    for step in path:
        node = node.get(step) if isinstance(node, dict) else None
    return node


def _set(item: Object, path: tuple[str, ...], value: Any) -> None:
    for step in path[:-1]:
        item = item.setdefault(step, {})
    item[path[-1]] = value


def _drop(item: Object, path: tuple[str, ...]) -> None:
    for step in path[:-1]:
        item = item.get(step, {})
    item.pop(path[-1], None)


def _json_patch(item: Object, patch: list[Object]) -> None:
    for operation in patch:
        *above, last = operation["path"].strip("/").split("/")
        node: Any = item
        for step in above:
            node = node.get(step) if isinstance(node, dict) else node[int(step)]
        if operation["op"] == "test":
            now = node.get(last) if isinstance(node, dict) else dict(enumerate(node)).get(int(last))
            if now != operation["value"]:
                raise APIError(422, "Invalid", f"{operation['path']} is {now}")
        elif operation["op"] == "add" and isinstance(node, list):
            node.append(operation["value"])
        elif operation["op"] == "add":
            node[last] = operation["value"]
        else:
            del node[int(last)]


def _is_object(path: str) -> bool:
    parts = path.strip("/").split("/")
    return "namespaces" in parts and len(parts) == parts.index("namespaces") + 4


def _whole(path: str) -> str:
    parts = path.split("/")
    if "namespaces" in parts:
        place = parts.index("namespaces")
        del parts[place : place + 2]
    return "/".join(parts)


def _is_in(item: Object, path: str) -> bool:
    own = item["metadata"]["selfPath"].rpartition("/")[0]
    return path in (own, _whole(own))


def _matches(item: Object, selector: str) -> bool:
    labels = item["metadata"].get("labels") or {}
    return all(labels.get(part.partition("=")[0]) == part.partition("=")[2] for part in selector.split(",") if part)
