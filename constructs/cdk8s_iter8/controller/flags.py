"""The chart values that a controller needs for releases, if it is installed with Iter8's chart."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from cdk8s_iter8.controller.resolved import namespaces, used_types
from cdk8s_iter8.iter8.resource_type import SHIPPED, ResourceType
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import ValuesError


@dataclass(frozen=True)
class ControllerFlags:
    """Values for Iter8's chart `controller`.

    Attributes:
        values: The values to set in addition to the chart's own; empty: no values are needed.
    """

    values: Mapping[str, Any]

    def settings(self) -> list[str]:
        """Returns each value as Helm's ``--set`` takes it.

        Example:
            >>> ControllerFlags({"resourceTypes": {"ksvc": {"conditions": ["Ready"]}}}).settings()
            ['resourceTypes.ksvc.conditions[0]=Ready']
        """
        return list(_settings("", self.values))

    def command_line(self) -> str:
        """Returns the options for ``helm upgrade --install``, one on each line, quoted for a shell."""
        return " \\\n".join(f"--set {_quoted(setting)}" for setting in self.settings())

    def values_file(self) -> str:
        """Returns a values file for ``helm upgrade --install --values``."""
        return yaml.safe_dump(dict(self.values), sort_keys=False) if self.values else ""


def controller_flags(releases: Iterable[ResolvedRelease]) -> ControllerFlags:
    """Returns the chart values that a controller needs for releases.

    They are the types that the chart does not have or has otherwise, and ``clusterScoped`` if the objects of the
    releases are in several namespaces.

    Args:
        releases: The releases.

    Raises:
        ValuesError: Two releases need different types of one short name.
    """
    types: dict[str, ResourceType] = {}
    seen: dict[str, None] = {}
    clashes: list[str] = []
    for release in releases:
        seen |= dict.fromkeys(namespaces(release))
        for name, used in used_types(release).items():
            if types.setdefault(name, used.type) != used.type:
                where = f"{release.application.namespace}/{release.application.name}"
                clashes.append(f"release {where} uses {name} as {used.type}, another release as {types[name]}")
    if clashes:
        raise ValuesError(list(dict.fromkeys(clashes)))
    values: dict[str, Any] = {"clusterScoped": True} if len(seen) > 1 else {}
    differing = {name: entry for name, kind in types.items() if (entry := _differing(kind, SHIPPED.get(name)))}
    return ControllerFlags(values | ({"resourceTypes": differing} if differing else {}))


def _differing(needed: ResourceType, shipped: ResourceType | None) -> dict[str, Any]:
    """Returns the keys that differ from the chart's type, because Helm merges values key by key."""
    return {
        key: value
        for key, value in _entry(needed).items()
        if (key != "conditions" or value) and (not shipped or _entry(shipped)[key] != value)
    }


def _entry(kind: ResourceType) -> dict[str, Any]:
    return {
        "Group": kind.group,
        "Version": kind.version,
        "Resource": kind.resource,
        "conditions": list(kind.conditions),
    }


def _settings(path: str, value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            escaped = re.sub(r"([.,=\[\]\\])", r"\\\1", str(key))
            yield from _settings(f"{path}.{escaped}" if path else escaped, inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _settings(f"{path}[{index}]", inner)
    else:
        text = str(value).lower() if isinstance(value, bool) else re.sub(r"([,\\])", r"\\\1", str(value))
        yield f"{path}={text}"


def _quoted(setting: str) -> str:
    # For a shell, brackets are a pattern.
    if re.fullmatch(r"[-A-Za-z0-9_./=:]+", setting):
        return setting
    return '"' + re.sub(r'(["\\$`])', r"\\\1", setting) + '"'
