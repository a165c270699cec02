"""Iter8's controller: everything that the Iter8 chart `controller` installs."""

from base64 import b64encode
from collections.abc import Iterator

from cdk8s_iter8.controller.config import config_files, fingerprint
from cdk8s_iter8.controller.labels import selector
from cdk8s_iter8.controller.manifests.metadata import metadata
from cdk8s_iter8.controller.manifests.policies import policies
from cdk8s_iter8.controller.manifests.rbac import rbac
from cdk8s_iter8.controller.manifests.stateful_set import stateful_set
from cdk8s_iter8.controller.permissions import own_pods, permissions
from cdk8s_iter8.controller.resolved import ResolvedController
from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.values.controller import ControllerValues


def iter8_controller(controller: ResolvedController[ControllerValues]) -> Iterator[Manifest]:
    """Yields the objects of Iter8's controller, in the order in which they are written.

    Args:
        controller: The controller, resolved.
    """
    values, files = controller.values, config_files(controller)
    yield from rbac(values, seen=permissions(controller), own=[own_pods(controller)])
    yield manifest("v1", "ConfigMap", metadata(values), data=files)
    yield from _metrics(values)
    yield _service(values)
    read_once = files | {"password": values.metrics.redis.password or ""}
    yield stateful_set(values, fingerprint(read_once))
    yield from policies(values, [values.abn.port, values.metrics.port])


def _metrics(values: ControllerValues) -> Iterator[Manifest]:
    """Yields what metrics are kept in: a claim of storage, or nothing but a Secret where they are in Redis."""
    if values.metrics.implementation == "redis":
        if password := values.metrics.redis.password:
            data = {"password": b64encode(password.encode()).decode()}
            yield manifest("v1", "Secret", metadata(values, "-redis"), data=data)
        return
    badgerdb = values.metrics.badgerdb
    spec = {
        "accessModes": ["ReadWriteOnce"],
        "resources": {"requests": {"storage": badgerdb.storage}},
        "storageClassName": badgerdb.storage_class_name,  # what is None is left out
    }
    yield manifest("v1", "PersistentVolumeClaim", metadata(values), spec=spec)


def _service(values: ControllerValues) -> Manifest:
    ports = {"grpc": values.abn.port, "http": values.metrics.port}
    spec = {
        "selector": selector(values),
        "ports": [{"name": name, "port": port, "targetPort": name} for name, port in ports.items()],
    }
    return manifest("v1", "Service", metadata(values), spec=spec)
