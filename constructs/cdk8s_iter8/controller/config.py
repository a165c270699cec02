"""A controller's configuration: the files that its program reads."""

import hashlib
from typing import Any

import yaml

from cdk8s_iter8.controller.resolved import ResolvedController, UsedType
from cdk8s_iter8.iter8.resource_type import ResourceType
from cdk8s_iter8.values.controller import ControllerValues
from cdk8s_iter8.values.metrics import MetricsValues
from cdk8s_iter8.values.routing_controller import RoutingControllerValues


class _Dumper(yaml.SafeDumper):
    """Quotes strings that the controller's parser may read otherwise than Python's, such as y and 1e3."""


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    plain = len(text) > 1 and text[0].isalpha()
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if plain else '"')


_Dumper.add_representer(str, _string)


def config_file(controller: ResolvedController[RoutingControllerValues]) -> str:
    """Returns the text of ``config.yaml`` for the routing controller, with the keys of Iter8's file that it reads.

    Iter8's program has the types of routes in its code. Here, a type that routemaps apply has ``applied: true``.
    """
    types = {name: _type(used.type) | _applied(used) for name, used in controller.types.items()}
    return _text({"clusterScoped": controller.values.cluster_scoped, "resourceTypes": types})


def config_files(controller: ResolvedController[ControllerValues]) -> dict[str, str]:
    """Returns the text of each file that Iter8's controller reads, by its name.

    ``config.yaml`` (Iter8 controllers/config.go): the types, the interval of checks, and the scope.
    ``metrics.yaml`` (metrics/server.go, storage/): the HTTP port and the store, without its password.
    ``abn.yaml`` (abn/service.go): the gRPC port.
    """
    values = controller.values
    config = {
        "defaultResync": values.default_resync,
        "clusterScoped": values.cluster_scoped,
        "resourceTypes": {name: _type(used.type) for name, used in controller.types.items()},
    }
    return {
        "config.yaml": _text(config),
        "metrics.yaml": _text(_metrics(values.metrics)),
        "abn.yaml": _text({"port": values.abn.port}),
    }


def fingerprint(files: dict[str, str]) -> str:
    """Returns a text that changes with the files, so that the pods restart."""
    return hashlib.sha256(_text(files).encode()).hexdigest()


def _type(kind: ResourceType) -> dict[str, Any]:
    result: dict[str, Any] = {"Group": kind.group, "Version": kind.version, "Resource": kind.resource}
    return result | ({"conditions": list(kind.conditions)} if kind.conditions else {})


def _applied(used: UsedType) -> dict[str, Any]:
    return {"applied": True} if used.applied and not used.type.is_route else {}


def _metrics(metrics: MetricsValues) -> dict[str, Any]:
    result: dict[str, Any] = {"port": metrics.port, "implementation": metrics.implementation}
    if metrics.implementation == "redis":
        redis = metrics.redis
        user = {"username": redis.username} if redis.username else {}
        # Last, so that the pod can add the password (see `cdk8s_iter8.controller.manifests.volumes`).
        return result | {"redis": {"address": redis.address, "db": redis.db, **user}}
    badgerdb = metrics.badgerdb
    return result | {"badgerdb": {"storage": badgerdb.storage, "dir": badgerdb.dir}}


def _text(data: object) -> str:
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1000)
