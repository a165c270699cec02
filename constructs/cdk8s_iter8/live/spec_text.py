"""What the text of a routemap, ``strSpec``, says of versions and templates."""

from collections.abc import Mapping
from typing import Any

from cdk8s_iter8.engine.yaml_text import read_yaml
from cdk8s_iter8.live.route_rules import mapping, sequence
from cdk8s_iter8.validation.problem import ValuesError


def read_spec(text: object) -> Mapping[str, Any]:
    """Reads ``strSpec``; what is no mapping is empty."""
    try:
        return mapping(read_yaml(text, "strSpec").data) if isinstance(text, str) else {}
    except ValuesError:
        return {}


def spec_weights(spec: Mapping[str, Any]) -> dict[str, object]:
    """Returns the weight of each version by the name of its last object; None where the text has none.

    Example:
        >>> spec_weights({"versions": [{"resources": [{"name": "hello-0"}], "weight": 30}]})
        {'hello-0': 30}
    """
    versions = [mapping(version) for version in sequence(spec.get("versions"))]
    return {str(_last(version).get("name")): version.get("weight") for version in versions}


def spec_templates(spec: Mapping[str, Any]) -> Mapping[str, Any]:
    """Returns the routing templates by name."""
    return mapping(spec.get("routingTemplates"))


def _last(version: Mapping[str, Any]) -> Mapping[str, Any]:
    return mapping((sequence(version.get("resources")) or [None])[-1])
