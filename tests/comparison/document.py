"""All that a release is, for comparison: its objects, its routemap, and its routes for each set of ready versions."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from cdk8s_iter8.iter8.weights import ready_sets, weights
from cdk8s_iter8.template import parse_template
from tests.comparison.route import Object, RefusedError, route
from tests.support import yaml_readers
from tests.support.go_template import TemplateError, execute

KIND = "iter8.tools/kind"


@dataclass(frozen=True)
class Case:
    """A values file, as helm is given it, and what the chart renders from it, or its error."""

    name: str
    release: str
    namespace: str
    values: Object
    chart: Object | None = None
    error: str | None = None
    render: Callable[[Object], "Case"] | None = None
    """Renders the chart from other values; None where the chart is not at hand."""

    @property
    def strategy(self) -> str:
        """The strategy, `none` where there is none."""
        return str(self.values.get("application", {}).get("strategy") or "none")

    @property
    def environment(self) -> str:
        """The environment."""
        return str(self.values.get("environment"))


def ready_name(ready: Iterable[bool]) -> str:
    """A set of ready versions in a difference: `ready 1 - 3`."""
    return "ready " + " ".join(str(index) if is_ready else "-" for index, is_ready in enumerate(ready))


def document(objects: Sequence[Object]) -> Object:
    """A release by its objects, its routing templates executed as the controller does."""
    routemaps = [manifest for manifest in objects if manifest["metadata"].get("labels", {}).get(KIND) == "routemap"]
    others = [manifest for manifest in objects if manifest not in routemaps]
    return assembled(others, [_routemap(routemap) for routemap in routemaps])


def assembled(objects: Sequence[Object], routemaps: Sequence[Object]) -> Object:
    """A release by its objects and its routemaps, each routing template with its `routes`."""
    return {
        "objects": {_name(manifest): _clean(manifest) for manifest in objects},
        "routemaps": {_name(routemap): _compared(routemap) for routemap in routemaps},
    }


def _name(manifest: Object) -> str:
    metadata = manifest["metadata"]
    return f"{manifest.get('kind', 'Routemap')} {metadata.get('namespace', '')}/{metadata['name']}"


def _clean(value: Any) -> Any:
    """Null is as good as absent, and so are no annotations and no labels."""
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _clean(item)
        for key, item in value.items()
        if item is not None and not (key in ("annotations", "labels") and not item)
    }


def _routemap(config_map: Object) -> Object:
    spec = yaml_readers.as_the_controller(config_map["data"]["strSpec"])
    declared = [1 if version.get("weight") is None else version["weight"] for version in spec["versions"]]
    templates = {
        name: {"gvrShort": template["gvrShort"], "routes": list(_routes(template["template"], declared))}
        for name, template in (spec.get("routingTemplates") or {}).items()
    }
    return {"metadata": config_map["metadata"], "versions": spec["versions"], "routingTemplates": templates}


def _routes(template: str, declared: list[int]) -> Iterable[Object]:
    sets = list(ready_sets(len(declared)))
    live = [weights(declared, ready) for ready in sets]
    try:
        outputs = execute([(template, set_weights) for set_weights in live])
    except TemplateError as error:
        yield from ({"ready": ready, "refused": str(error)} for ready in sets)
        return
    parsed = parse_template(template)
    assert [parsed.execute(set_weights) for set_weights in live] == outputs, "our interpreter writes what Go writes"
    for ready, output in zip(sets, outputs, strict=True):
        try:
            yield {"ready": ready, "object": yaml_readers.as_the_controller(output)}
        except yaml.YAMLError as error:
            yield {"ready": ready, "refused": str(error).splitlines()[0]}


def _compared(routemap: Object) -> Object:
    templates = {
        name: {
            "gvrShort": template["gvrShort"],
            **{ready_name(one["ready"]): _route(one) for one in template["routes"]},
        }
        for name, template in routemap.get("routingTemplates", {}).items()
    }
    versions = [_clean(version) for version in routemap["versions"]]
    return {"metadata": _clean(routemap["metadata"]), "versions": versions, **templates}


def _route(executed: Object) -> Object:
    if "object" not in executed:
        return {"refused": executed["refused"]}
    try:
        return route(executed["object"])
    except (KeyError, TypeError, AttributeError, RefusedError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}


def differences(chart: Any, ours: Any, path: str = "") -> list[str]:
    """One line for each difference; labels that only we have are none, nor is the order of shares and of mirrors."""
    if isinstance(chart, dict) and isinstance(ours, dict):
        if path.endswith("metadata") and "labels" in ours:
            chart = {"labels": {}, **chart}
        keys = [*chart, *(key for key in ours if key not in chart and not path.endswith("metadata.labels"))]
        return [line for key in keys for line in _of_key(chart, ours, key, f"{path}.{key}".lstrip("."))]
    if isinstance(chart, list) and isinstance(ours, list) and len(chart) == len(ours):
        if path.endswith(("shares", "mirrors")):
            chart, ours = (sorted(side, key=lambda item: json.dumps(item, sort_keys=True)) for side in (chart, ours))
        pairs = enumerate(zip(chart, ours, strict=True))
        return [line for index, (one, other) in pairs for line in differences(one, other, f"{path}[{index}]")]
    return [] if chart == ours else [f"{path}: the chart has {chart!r}, we have {ours!r}"]


def _of_key(chart: Object, ours: Object, key: str, path: str) -> list[str]:
    if key not in ours:
        return [f"{path}: only the chart has {chart[key]!r}"]
    if key not in chart:
        return [f"{path}: only we have {ours[key]!r}"]
    return differences(chart[key], ours[key], path)
