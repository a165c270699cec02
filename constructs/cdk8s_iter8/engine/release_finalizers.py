"""Takes the finalizer off every object, so that no deletion waits for a controller that is gone."""

import asyncio
from collections.abc import AsyncIterator
from typing import NamedTuple

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.cluster.keys import GVR, ObjectKey
from cdk8s_iter8.cluster.marks import FIELD_MANAGER, FINALIZER
from cdk8s_iter8.cluster.patches import JSON_PATCH
from cdk8s_iter8.cluster.permission import missing_rule
from cdk8s_iter8.engine.api import API, connect
from cdk8s_iter8.engine.finalizers import remove_finalizer
from cdk8s_iter8.engine.observed_object import observe
from cdk8s_iter8.validation.problem import printable

_TRIES = 5
_AT_ONCE = 16


class Line(NamedTuple):
    """What was done to an object, or why nothing was.

    Attributes:
        text: The line.
        failed: Whether the finalizer may still be there.
    """

    text: str
    failed: bool = False


async def release_everything(namespace: str | None, *, dry_run: bool) -> AsyncIterator[Line]:
    """Takes the finalizer ``iter8.tools/finalizer`` off every object of every type in the cluster.

    It may be run again at any time. A controller that runs puts the finalizer on again where it needs it.

    Args:
        namespace: The only namespace to look at; None for all.
        dry_run: Say what would be done, and do nothing.

    Yields:
        A line for each object, and for each type that cannot be read.

    Raises:
        LoginError: There is no cluster to log in to.
    """
    api = await connect()
    try:
        for gvr in await _types(api):
            async for line in _release_type(api, gvr, namespace, dry_run=dry_run):
                yield line
    except APIError as error:
        yield Line(f"the cluster cannot be read: {printable(str(error))}", failed=True)
    finally:
        await api.close()


async def _types(api: API) -> list[GVR]:
    """Returns the namespaced types whose objects can be listed and patched, each in its preferred version."""
    groups = (await api.get("/apis")).get("groups") or ()
    roots = [("", "v1", "/api/v1")]
    roots += [
        (g["name"], g["preferredVersion"]["version"], f"/apis/{g['preferredVersion']['groupVersion']}") for g in groups
    ]
    types: list[GVR] = []
    for group, version, path in roots:
        try:
            resources = (await api.get(path)).get("resources") or ()
        except APIError:
            continue  # the group's own server is away
        types += [
            GVR(group, version, resource["name"])
            for resource in resources
            if resource["namespaced"]
            and "/" not in resource["name"]
            and {"list", "patch"} <= set(resource["verbs"])
            and (group, resource["name"]) not in _NEVER
        ]
    return types


_NEVER = {("", "events"), ("events.k8s.io", "events"), ("", "secrets"), ("", "pods"), ("coordination.k8s.io", "leases")}
"""They are no objects of versions, and many."""


async def _release_type(api: API, gvr: GVR, namespace: str | None, *, dry_run: bool) -> AsyncIterator[Line]:
    try:
        items = (await api.get(gvr.path(namespace))).get("items") or ()
    except APIError as error:
        if error.status == 403:
            yield Line(
                f"{gvr}: not permitted; the missing rule: {missing_rule(gvr, 'list', 'get', 'patch')}", failed=True
            )
        elif error.status not in (404, 405):
            yield Line(f"{gvr}: {error}", failed=True)
        return
    seen = [observe(raw, gvr, frozenset()) for raw in items]
    keys = [holder.key for holder in seen if FINALIZER in holder.finalizers]
    if dry_run:
        for key in keys:
            yield Line(f"{key}: would be released")
        return
    for start in range(0, len(keys), _AT_ONCE):
        for line in await asyncio.gather(*(_release(api, key) for key in keys[start : start + _AT_ONCE])):
            yield line


async def _release(api: API, key: ObjectKey) -> Line:
    for _ in range(_TRIES):
        try:
            seen = observe(await api.get(key.path), key.gvr, frozenset())
            if FINALIZER in seen.finalizers:
                await api.patch(key.path, remove_finalizer(seen), JSON_PATCH, fieldManager=FIELD_MANAGER)
        except APIError as error:
            if error.status == 404:
                return Line(f"{key}: gone")
            if error.status in (409, 422):  # it has changed meanwhile
                continue
            return Line(f"{key}: not released: {error}", failed=True)
        else:
            return Line(f"{key}: released")
    return Line(f"{key}: not released: it changes all the time; run the command again", failed=True)
