"""The environment of a container, from its Pod and the ConfigMaps and Secrets that it names."""

import base64
import re
from collections.abc import Callable, Mapping
from typing import Any

from tests.support.node.api import Object

Data = Mapping[str, str]
Read = Callable[[str, str], Data | None]
"""The data of a `configmaps` or `secrets` object of a name; None where there is none."""


class MissingReferenceError(Exception):
    """A container cannot start: what its environment names is not there."""


def environment(pod: Object, container: Object, read: Read, address: str) -> dict[str, str]:
    """The variables of a container; `address` is the Pod's, which its status may not say yet."""
    variables: dict[str, str] = {}
    for source in container.get("envFrom") or ():
        kind = "configmaps" if "configMapRef" in source else "secrets"
        reference = source.get("configMapRef") or source["secretRef"]
        prefix = source.get("prefix", "")
        data = read(kind, reference["name"])
        if data is None and not reference.get("optional"):
            raise MissingReferenceError(f"{kind} {reference['name']} not found")
        variables.update({prefix + name: value for name, value in (data or {}).items()})
    for item in container.get("env") or ():
        value = _value(pod, container, item, variables, read=read, address=address)
        if value is not None:
            variables[item["name"]] = value
    return variables


def _value(
    pod: Object, container: Object, item: Object, variables: Mapping[str, str], *, read: Read, address: str
) -> str | None:
    source = item.get("valueFrom")
    if not source:
        return expanded(item.get("value", ""), variables)
    if "fieldRef" in source:
        return field(pod, source["fieldRef"]["fieldPath"], address)
    if "resourceFieldRef" in source:
        return resource(container, source["resourceFieldRef"]["resource"])
    kind = "configmaps" if "configMapKeyRef" in source else "secrets"
    reference = source.get("configMapKeyRef") or source["secretKeyRef"]
    value = (read(kind, reference["name"]) or {}).get(reference["key"])
    if value is None and not reference.get("optional"):
        raise MissingReferenceError(f"{kind} {reference['name']} has no key {reference['key']}")
    return value


def expanded(text: str, variables: Mapping[str, str]) -> str:
    """A text with `$(NAME)` replaced by the variables so far; `$$` stands for one dollar.

    >>> expanded("http://$(HOST):80/$$(HOST)$(NONE)", {"HOST": "a"})
    'http://a:80/$(HOST)$(NONE)'
    """

    def replaced(match: re.Match[str]) -> str:
        if match[0] == "$$":
            return "$"
        return variables.get(match[1], match[0])

    return re.sub(r"\$\$|\$\(([^)]*)\)", replaced, text)


def field(pod: Object, path: str, address: str) -> str:
    """A field of the Pod, as the downward API gives it."""
    indexed = re.fullmatch(r"metadata\.(labels|annotations)\['(.*)'\]", path)
    if indexed:
        return str((pod["metadata"].get(indexed[1]) or {}).get(indexed[2], ""))
    if path in ("status.podIP", "status.podIPs"):
        return address
    if path in ("status.hostIP", "status.hostIPs"):
        return str(pod.get("status", {}).get("hostIP", ""))
    value: Any = pod
    for step in path.split("."):
        value = value.get(step, {})
    return str(value) if value != {} else ""


def resource(container: Object, path: str) -> str:
    """A limit or a request; without a limit Kubernetes says what the node has."""
    kind, _, name = path.partition(".")
    value = (container.get("resources", {}).get(kind) or {}).get(name)
    return str(value if value is not None else {"cpu": 2, "memory": 2**31}.get(name, 0))


def decoded(secret: Mapping[str, str]) -> dict[str, str]:
    """The data of a Secret as text."""
    return {name: base64.b64decode(value).decode(errors="replace") for name, value in secret.items()}
