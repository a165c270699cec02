"""Where a release in the cluster differs from its values file, as far as reading alone can tell."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.cluster.marks import WEIGHT_ANNOTATION
from cdk8s_iter8.engine.differences import differing
from cdk8s_iter8.live.kinds import kind_words
from cdk8s_iter8.live.observation import Observation
from cdk8s_iter8.live.route_rules import mapping
from cdk8s_iter8.live.spec_text import read_spec, spec_templates, spec_weights
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.validation.problem import as_text, dotted
from cdk8s_iter8.validation.quantity import amount

_MOST = 5


def values_differences(manifests: Iterable[Manifest], observation: Observation) -> Iterator[str]:
    """Yields where the objects of a release are not what its values file makes, a line each.

    It compares the routemap and the objects of the versions: all that was read. What Kubernetes adds is no difference.

    Args:
        manifests: The objects that the values file makes.
        observation: What was read of the release.
    """
    raws = {(key.gvr.api_version, key.namespace, key.name): (key, raw) for key, raw in observation.found.items() if raw}
    for manifest in manifests:
        metadata = manifest["metadata"]
        if "strSpec" in (manifest.get("data") or {}):
            yield from _routemap_differences(manifest, observation.config_map)
        elif (key_and_raw := raws.get((manifest["apiVersion"], metadata["namespace"], metadata["name"]))) is not None:
            yield from _object_differences(manifest, *key_and_raw)


def _routemap_differences(manifest: Manifest, config_map: Object) -> Iterator[str]:
    then, now = (read_spec(mapping(side.get("data")).get("strSpec")) for side in (manifest, config_map))
    wanted, has = spec_weights(then), spec_weights(now)
    for name in wanted:
        if name not in has:
            yield f"version {name} is not in the cluster's routemap"
        elif wanted[name] != has[name]:
            yield f"version {name} has weight {_weight(wanted[name])} in the file, {_weight(has[name])} in the cluster"
    yield from (f"version {name} is not in the file" for name in has if name not in wanted)
    if set(wanted) == set(has) and list(wanted) != list(has):
        yield f"the primary is {next(iter(wanted))} in the file, {next(iter(has))} in the cluster"
    templates, theirs = spec_templates(then), spec_templates(now)
    if set(templates) != set(theirs):
        yield f"the strategy is {_strategy(templates)} in the file, {_strategy(theirs)} in the cluster"
    elif templates != theirs and set(wanted) == set(has):
        yield "the routing template differs: other requests, hosts or addresses"
    version, label = (_label(side) for side in (manifest, config_map))
    if version != label:
        yield f"the routemap is for iter8.tools/version {as_text(version)} in the file, {as_text(label)} in the cluster"


def _object_differences(manifest: Manifest, key: ObjectKey, raw: Object) -> Iterator[str]:
    lines = [
        f"{dotted(path)} is {as_text(then)} in the file, {'absent' if now is None else as_text(now)} in the cluster"
        for path, now, then in differing(raw, manifest)
        if not _same(now, then) and path[-1] != WEIGHT_ANNOTATION  # which is told with the weights
    ]
    named = f"{kind_words(key.gvr)} {key.name}"
    yield from (f"{named}: {line}" for line in lines[:_MOST])
    if len(lines) > _MOST:
        yield f"{named}: and {len(lines) - _MOST} more"


def _same(now: object, then: object) -> bool:
    """Tells whether two values are the same for the API server: it drops empty values, and writes 1000m as 1."""
    if now is None and (then is None or then in ({}, [])):
        return True
    try:
        return isinstance(now, str) and isinstance(then, str) and amount(now) == amount(then)
    except (ValueError, ArithmeticError, LookupError):
        return False


def _weight(weight: object) -> str:
    return "none" if weight is None else as_text(weight)


def _strategy(templates: Mapping[str, Any]) -> str:
    return ", ".join(map(str, templates)) or "none"


def _label(config_map: Mapping[str, Any]) -> object:
    return mapping(mapping(config_map.get("metadata")).get("labels")).get("iter8.tools/version")
