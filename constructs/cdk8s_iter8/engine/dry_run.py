"""What the controller would apply now, and where that differs from what is there."""

import asyncio

from cdk8s_iter8.cluster.api_error import APIError
from cdk8s_iter8.cluster.keys import CONFIG_MAPS, GVR, Object, ObjectKey, RoutemapKey
from cdk8s_iter8.cluster.marks import ROUTE_SELECTOR, WATCH_SELECTOR, routemap_selector
from cdk8s_iter8.engine.api import API, connect
from cdk8s_iter8.engine.applied_route import Owner, applied_route
from cdk8s_iter8.engine.decision import decide
from cdk8s_iter8.engine.desired_route import DesiredRoute
from cdk8s_iter8.engine.differences import differences
from cdk8s_iter8.engine.routemap import Routemap, RoutemapError
from cdk8s_iter8.engine.settings import Settings
from cdk8s_iter8.engine.store import Store
from cdk8s_iter8.validation.problem import ValuesError, printable


async def dry_run(settings: Settings) -> list[str]:
    """Reads the cluster and changes nothing.

    Args:
        settings: The controller's settings.

    Returns:
        Lines: for each routemap, for each of its routes, what would be done; below it each field that differs.

    Raises:
        LoginError: There is no cluster to log in to.
        ValuesError: The cluster cannot be read.
    """
    api = await connect()
    try:
        store = await _read(api, settings)
        lines: list[str] = []
        for key in sorted(store.routemaps):
            lines += [printable(line) for line in await _routemap(api, store, key)]
        return lines or ["there is no routemap"]
    except APIError as error:
        raise ValuesError([f"the cluster cannot be read: {printable(str(error))}"]) from error
    finally:
        await api.close()


async def _read(api: API, settings: Settings) -> Store:
    config = settings.config
    store = Store(config, lambda _: None, lambda _: None)

    async def items(gvr: GVR, selector: str) -> list[Object]:
        try:
            answer = await api.get(gvr.path(settings.seen_namespace), labelSelector=selector)
        except APIError as error:
            if error.status == 404:
                return []
            raise
        return list(answer.get("items") or ())

    store.replace_routemaps(await items(CONFIG_MAPS, routemap_selector(settings.iter8_version)))
    for gvr in config.watched:
        store.replace_objects(gvr, await items(gvr, WATCH_SELECTOR))
    for gvr in config.applied:
        store.replace_routes(gvr, await items(gvr, ROUTE_SELECTOR))
    return store


async def _routemap(api: API, store: Store, key: RoutemapKey) -> list[str]:
    seen = store.routemaps[key]
    if isinstance(seen.read, RoutemapError):
        return [f"routemap {key}: nothing: {seen.read}"]
    decision = decide(seen.read, store.objects.get)
    lines = [f"routemap {key}: weights {', '.join(map(str, decision.weights))}"]
    lines += [f"  version {index}: {reason}" for index, reason in enumerate(decision.unavailable) if reason]
    lines += [f"  refused: {message}" for message in decision.refused]
    answers = await asyncio.gather(*(_route(api, seen.read, route) for route in decision.routes))
    lines += [line for answer in answers for line in answer]
    if not decision.refused:
        wanted = {route.key for route in decision.routes}
        lines += [f"  delete {route.key}" for route in store.owned_by(seen.uid) if route.key not in wanted]
    return lines


async def _route(api: API, routemap: Routemap, desired: DesiredRoute) -> list[str]:
    live = await _live(api, desired.key)
    if live is None:
        return [f"  create {desired.key}"]
    route = applied_route(live, desired.key.gvr)
    if route.owner(routemap.key, routemap.uid) is Owner.OTHER:
        return [f"  leave {desired.key}: it belongs to somebody else"]
    if route.is_right(desired):
        return [f"  leave {desired.key}: it is right"]
    return [f"  apply {desired.key}", *(f"    {line}" for line in differences(live, desired.manifest))]


async def _live(api: API, key: ObjectKey) -> Object | None:
    try:
        return await api.get(key.path)
    except APIError as error:
        if error.status == 404:
            return None
        raise
