"""What the controller's pods read and write: its configuration, and where its metrics are kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cdk8s_iter8.values.controller import ControllerValues
from cdk8s_iter8.values.metrics import SecretKeyValues

CONFIG = "/config"
COMPLETED = "/completed-config"
REDIS = "/redis"

# The program reads Redis' password from metrics.yaml and from nowhere else (storage/redis/redis.go), and a ConfigMap is
# no place for it. A block scalar of fixed indentation takes any password on one line as it is; `redis` comes last in
# the file.
ADD_PASSWORD = (
    f"{{ cat {CONFIG}/metrics.yaml; printf '  password: |2-\\n    '; cat {REDIS}/password; }} "
    f"> {COMPLETED}/metrics.yaml"
)


@dataclass(frozen=True)
class MountedVolume:
    """A volume of the pods, and where their container and the one that starts before it mount it.

    Attributes:
        volume: The volume.
        mount: Where the container mounts it, if it does.
        init_mount: Where the container that adds the password mounts it, if it does.
    """

    volume: dict[str, Any]
    mount: dict[str, Any] | None = None
    init_mount: dict[str, Any] | None = None


def password_secret(values: ControllerValues) -> SecretKeyValues | None:
    """Returns the key of the Secret that holds Redis' password; None where there is none."""
    redis = values.metrics.redis
    if values.metrics.implementation != "redis":
        return None
    return SecretKeyValues(name=f"{values.name}-redis", key="password") if redis.password else redis.password_secret


def metrics_file(values: ControllerValues) -> str:
    """Returns the place of the file ``metrics.yaml``."""
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
