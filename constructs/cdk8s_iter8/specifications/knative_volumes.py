"""Volumes that Knative takes, and their mounts. Sources: `cdk8s_iter8.specifications.knative_pod`."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from cdk8s_iter8.specifications.rules import Row, between, exactly_one, must, one_of, required, unique
from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.validation.quantity import is_amount

_LABEL = re.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
_RESERVED_PATHS = ("/", "/dev", "/dev/log")
_SOURCES = ("secret", "configMap", "projected", "emptyDir", "persistentVolumeClaim", "hostPath", "csi", "image")
_PROPAGATION = ("None", "HostToContainer")
_MODE = between(0, 0o777)


def _clean(path: str) -> str:
    """Returns a path as Go's ``path.Clean`` does."""
    return re.sub("^//", "/", posixpath.normpath(path)) if path else "."


def _is_inside(path: str) -> bool:
    return not path.startswith("/") and ".." not in path.split("/")


def _is_local(path: str) -> bool:
    return _is_inside(path) and not path.startswith("..")


relative = must(_is_inside, "is not a relative path without '..'")
_local = must(_is_local, "is not a relative path without '..'")
_items: tuple[tuple[str, Any], ...] = (("", required("key", "path")), ("path", _local), ("mode", _MODE))


def _at(place: str, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple((f"{place}.{below}" if below else place, check) for below, check in rows)


def path_problems(projected: Mapping[str, Any]) -> Iterator[Problem]:
    """Yields files of a projected volume whose path another one has; paths start at the volume's source."""
    seen = set[str]()
    for index, source in enumerate(projected.get("sources") or []):
        for kind in ("secret", "configMap", "downwardAPI"):
            for at, item in enumerate((source.get(kind) or {}).get("items") or []):
                path = item.get("path") or ""
                if path and path in seen:
                    text = f"{as_text(path)} is a duplicate path: it must be unique"
                    yield Problem(("sources", index, kind, "items", at, "path"), text)
                seen.add(path)


VOLUMES: tuple[Row, ...] = (
    ("volumes", unique("name", "volume name")),
    ("volumes[]", required("name")),
    ("volumes[].name", must(lambda value: value == "" or bool(_LABEL.fullmatch(value)), "is not a DNS label")),
    ("volumes[]", exactly_one(*_SOURCES, "ephemeral")),
    ("volumes[].secret", required("secretName")),
    ("volumes[].secret.defaultMode", _MODE),
    *_at("volumes[].secret.items[]", _items),
    ("volumes[].configMap", required("name")),
    ("volumes[].configMap.defaultMode", _MODE),
    *_at("volumes[].configMap.items[]", _items),
    ("volumes[].projected.defaultMode", _MODE),
    ("volumes[].projected", path_problems),
    ("volumes[].projected.sources[]", exactly_one("secret", "configMap", "serviceAccountToken", "downwardAPI")),
    ("volumes[].projected.sources[].secret", required("name")),
    *_at("volumes[].projected.sources[].secret.items[]", _items),
    ("volumes[].projected.sources[].configMap", required("name")),
    *_at("volumes[].projected.sources[].configMap.items[]", _items),
    ("volumes[].projected.sources[].serviceAccountToken", required("path")),
    ("volumes[].projected.sources[].serviceAccountToken.path", _local),
    ("volumes[].projected.sources[].serviceAccountToken.expirationSeconds", between(600, 2**32)),
    ("volumes[].projected.sources[].downwardAPI.items", must(bool, "must not be given: leave the key out")),
    ("volumes[].projected.sources[].downwardAPI.items[]", required("path")),
    ("volumes[].projected.sources[].downwardAPI.items[]", exactly_one("fieldRef", "resourceFieldRef")),
    ("volumes[].projected.sources[].downwardAPI.items[].path", _local),
    ("volumes[].projected.sources[].downwardAPI.items[].mode", _MODE),
    ("volumes[].emptyDir.medium", one_of("Memory")),
    ("volumes[].emptyDir.sizeLimit", must(is_amount, "is not a quantity of at least 0")),
)

MOUNTS: tuple[Row, ...] = (
    ("volumeMounts[]", required("mountPath")),
    ("volumeMounts[].mountPath", must(lambda value: _clean(value) not in _RESERVED_PATHS, "is a reserved path")),
    ("volumeMounts[].mountPath", must(lambda value: value[:1] in ("", "/"), "is not an absolute path")),
    ("volumeMounts", unique("mountPath", "path", _clean)),
    ("volumeMounts[].subPath", relative),
    (
        "volumeMounts[].mountPropagation",
        must(lambda value: value in _PROPAGATION, "is an invalid value"),
    ),
)


def mount_problems(pod: Mapping[str, Any]) -> Iterator[Problem]:
    """Yields volumes that no container mounts, and mounts of no volume; paths start at the pod's spec."""
    volumes = [volume.get("name") for volume in pod.get("volumes") or []]
    mounted = set[Any]()
    for kind in ("containers", "initContainers"):
        for index, container in enumerate(pod.get(kind) or []):
            for at, mount in enumerate(container.get("volumeMounts") or []):
                mounted.add(mount.get("name"))
                if mount.get("name") not in volumes:
                    text = f"{as_text(mount.get('name', ''))}: volumeMount has no matching volume"
                    yield Problem((kind, index, "volumeMounts", at, "name"), text)
    for index, name in enumerate(volumes):
        if name and name not in mounted:
            yield Problem(("volumes", index, "name"), f"{as_text(name)}: volume not mounted by any container")
