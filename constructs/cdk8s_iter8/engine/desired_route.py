"""The route that a routing template makes for some weights, checked before it is applied."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.cluster.marks import MANIFEST_ANNOTATION, ROUTE_LABEL, TEMPLATE_ANNOTATION
from cdk8s_iter8.engine.routemap import Routemap, RouteTemplate
from cdk8s_iter8.engine.yaml_text import read_yaml
from cdk8s_iter8.template.template_error import TemplateError
from cdk8s_iter8.validation.problem import ValuesError, as_text

_NAME = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*")
_LONGEST_NAME = 253
_METADATA = {"name", "namespace", "labels", "annotations"}


class RouteError(ValueError):
    """A template that makes no route; the message says what the template gives and what would be right."""


@dataclass(frozen=True, slots=True)
class DesiredRoute:
    """A route as it is to be applied.

    Attributes:
        key: Its type, namespace and name.
        template: The name of the template that made it.
        manifest: All that is applied, the marks of this controller included.
        digest: Changes with the manifest.
        template_digest: Changes with the template's text.
    """

    key: ObjectKey
    template: str
    manifest: Object
    digest: str
    template_digest: str


def desired_route(routemap: Routemap, template: RouteTemplate, weights: Sequence[int]) -> DesiredRoute:
    """Executes a routing template.

    Args:
        routemap: The routemap that the template is of; the route is in its namespace and owned by it.
        template: The template.
        weights: The controller's weights.

    Raises:
        RouteError: The template cannot be executed, or gives something else than one route of its type.
    """
    if isinstance(template.template, TemplateError):
        raise RouteError(f"template {template.name}: {template.template}")
    try:
        output = template.template.execute(weights)
    except TemplateError as error:
        raise RouteError(f"template {template.name}: {error}") from error
    if not output.strip():
        raise RouteError(f"template {template.name} gives nothing for weights {list(weights)}")
    try:
        manifest = read_yaml(output, f"output of template {template.name}").data
    except ValuesError as error:
        raise RouteError(error.lines[0]) from error
    problem = next(_problems(manifest, routemap, template), None)
    if problem is not None or not isinstance(manifest, dict):
        raise RouteError(f"template {template.name} gives {problem}")
    return _marked(manifest, routemap, template)


def _problems(manifest: object, routemap: Routemap, template: RouteTemplate) -> Iterator[str]:
    if not isinstance(manifest, dict):
        yield f"{as_text(manifest)}, not an object"
        return
    wanted = template.gvr.api_version
    if manifest.get("apiVersion") != wanted:
        yield f"apiVersion {as_text(manifest.get('apiVersion'))}, but its type is of {wanted}"
    kind, metadata = manifest.get("kind"), manifest.get("metadata")
    if not isinstance(kind, str) or not kind:
        yield "an object without kind"
    if not isinstance(metadata, dict):
        yield "an object without metadata"
    else:
        yield from _metadata_problems(metadata, routemap)
    try:
        json.dumps(manifest, allow_nan=False)
    except ValueError:
        yield "a number that is not finite"


def _metadata_problems(metadata: Mapping[str, Any], routemap: Routemap) -> Iterator[str]:
    unknown = next((key for key in metadata if key not in _METADATA), None)
    if unknown is not None:
        yield f"metadata.{unknown}, which only the API server or this controller may set"
    name = metadata.get("name")
    if not isinstance(name, str) or len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        yield f"metadata.name {as_text(name)}, which is not a name of an object"
    namespace = metadata.get("namespace")
    if namespace not in (None, routemap.key.namespace):
        yield f"metadata.namespace {as_text(namespace)}, but routes are in their routemap's, {routemap.key.namespace}"
    for key in ("labels", "annotations"):
        if not _is_text_map(metadata.get(key) or {}):
            yield f"metadata.{key} that are not texts"


def _is_text_map(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _marked(manifest: Mapping[str, Any], routemap: Routemap, template: RouteTemplate) -> DesiredRoute:
    metadata = dict(manifest["metadata"])
    metadata["namespace"] = routemap.key.namespace
    metadata["labels"] = {**(metadata.get("labels") or {}), ROUTE_LABEL: "true"}
    annotations = {**(metadata.get("annotations") or {}), TEMPLATE_ANNOTATION: template.digest}
    metadata["ownerReferences"] = [
        {"apiVersion": "v1", "kind": "ConfigMap", "name": routemap.key.name, "uid": routemap.uid}
    ]
    whole: Object = {**manifest, "metadata": {**metadata, "annotations": annotations}}
    digest = hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()[:16]
    whole["metadata"]["annotations"] = {**annotations, MANIFEST_ANNOTATION: digest}
    key = ObjectKey(template.gvr, routemap.key.namespace, metadata["name"])
    return DesiredRoute(key, template.name, whole, digest, template.digest)
