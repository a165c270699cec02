"""The status of a release as plain data, for programs."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cdk8s_iter8.live.release_status import ReleaseStatus, version_names
from cdk8s_iter8.live.route_status import Given, RouteStatus
from cdk8s_iter8.live.version_status import VersionStatus


def status_json(status: ReleaseStatus) -> dict[str, Any]:
    """Returns a status as plain data; times are as the API server writes them, absent ones null.

    Args:
        status: The status.
    """
    names = version_names(status.versions)
    return {
        "name": status.key.name,
        "namespace": status.key.namespace,
        "strategy": list(status.strategies),
        "created": _time(status.created),
        "settled": status.settled,
        "reasons": list(status.reasons),
        "notes": list(status.notes),
        "missingPermissions": list(status.missing),
        "readyBy": {
            "controller": status.controller.manager,
            "configuration": status.controller.source or None,
            "conditions": {kind: list(conditions) for kind, conditions in status.judged.items()},
        },
        "versions": [
            _version(version, names[index], _given(status.routes, index))
            for index, version in enumerate(status.versions)
        ],
        "routes": [_route(route) for route in status.routes],
    }


def _version(version: VersionStatus, name: str, given: Iterable[Given]) -> dict[str, Any]:
    return {
        "name": name,
        "namespace": version.namespace,
        "ready": version.ready,
        "reason": version.reason,
        "outdated": version.outdated,
        "declaredWeight": version.declared,
        "liveWeight": version.live,
        "overridden": version.overridden,
        "created": _time(version.created),
        "gets": [_given_data(share) for share in given],
        "hanging": list(version.hanging),
    }


def _given(routes: Iterable[RouteStatus], index: int) -> list[Given]:
    return [share for route in routes for share in (route.given or {}).get(index, ())]


def _given_data(given: Given) -> dict[str, Any]:
    return {"requests": list(given.requests), "percent": given.percent, "mirrored": given.mirrored}


def _route(route: RouteStatus) -> dict[str, Any]:
    return {
        **route.key.as_data(),
        "exists": route.exists,
        "controller": route.controller or None,
        "applied": _time(route.applied),
        "elsewhere": {host: list(map(_given_data, given)) for host, given in (route.elsewhere or {}).items()},
        "differences": list(route.differences),
    }


def _time(moment: datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None
