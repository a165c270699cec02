"""The volumes of the controller's pods: the configuration, and the store of metrics."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cdk8s_iter8.values.controller import ControllerValues
from cdk8s_iter8.values.metrics import SecretKeyValues

CONFIG = "/config"
COMPLETED = "/completed-config"
REDIS = "/redis"

# The program reads Redis' password only from metrics.yaml (storage/redis/redis.go), but a password must not be in a
# ConfigMap. So a container appends it to the file, where `redis` comes last. A block scalar with fixed indentation
# holds any password of one line unchanged.
ADD_PASSWORD = (
    f"{{ cat {CONFIG}/metrics.yaml; printf '  password: |2-\\n    '; cat {REDIS}/password; }} "
    f"> {COMPLETED}/metrics.yaml"
)


@dataclass(frozen=True)
class MountedVolume:
    """A volume of the pods and its mounts.

    Attributes:
        volume: The volume.
        mount: The mount in the controller's container; None: it is not mounted there.
        init_mount: The mount in the container that adds the password; None: it is not mounted there.
    """

    volume: dict[str, Any]
    mount: dict[str, Any] | None = None
    init_mount: dict[str, Any] | None = None


def password_secret(values: ControllerValues) -> SecretKeyValues | None:
    """Returns the key of the Secret with Redis' password; None: there is no password."""
    redis = values.metrics.redis
    if values.metrics.implementation != "redis":
        return None
    return SecretKeyValues(name=f"{values.name}-redis", key="password") if redis.password else redis.password_secret


def metrics_file(values: ControllerValues) -> str:
    """Returns the path of the file ``metrics.yaml``."""
    return f"{COMPLETED if password_secret(values) else CONFIG}/metrics.yaml"


def mounted_volumes(values: ControllerValues) -> Iterator[MountedVolume]:
    """Yields the pods' volumes."""
    config = {"name": "config", "mountPath": CONFIG, "readOnly": True}
    secret = password_secret(values)
    yield MountedVolume(
        {"name": "config", "configMap": {"name": values.name}}, mount=config, init_mount=config if secret else None
    )
    if values.metrics.implementation == "badgerdb":
        yield MountedVolume(
            {"name": "metrics", "persistentVolumeClaim": {"claimName": values.name}},
            mount={"name": "metrics", "mountPath": values.metrics.badgerdb.dir},
        )
    if secret:
        mount = {"name": "completed-config", "mountPath": COMPLETED}
        yield MountedVolume(
            {"name": "completed-config", "emptyDir": {"medium": "Memory"}},
            mount={**mount, "readOnly": True},
            init_mount=mount,
        )
        items = [{"key": secret.key, "path": "password"}]
        yield MountedVolume(
            {"name": "redis", "secret": {"secretName": secret.name, "items": items}},
            init_mount={"name": "redis", "mountPath": REDIS, "readOnly": True},
        )
