"""The weights of a release before and after an apply, as the controller reads them."""

import re
from collections.abc import Mapping
from typing import Any

from cdk8s_iter8.applying.live_routing import routemap_of
from cdk8s_iter8.applying.preparation import Declared, Prepared
from cdk8s_iter8.applying.shift_order import Weighing
from cdk8s_iter8.cluster.keys import ObjectKey
from cdk8s_iter8.cluster.marks import WEIGHT_ANNOTATION
from cdk8s_iter8.engine.routemap import Routemap, RoutemapError
from cdk8s_iter8.iter8.routemap_spec import holds_routemap


def weight_configs(prepared: Prepared) -> dict[str, Declared]:
    """Returns the weight-configs among a release's objects, by `weighed`."""
    return {
        weighed(declared.key): declared
        for declared in prepared.declared
        if declared.key.gvr.resource == "configmaps" and _weight(declared.manifest) is not None
    }


def weighed(key: ObjectKey) -> str:
    """Returns what a weight-config is called among the others."""
    return f"{key.namespace}/{key.name}"


def weighing_after(prepared: Prepared) -> Weighing:
    """Returns the weights that the values declare."""
    listed = tuple(
        f"{version.resources[0].namespace}/{version.resources[0].name}"
        for version in prepared.release.routemap_versions()
    )
    weights = {name: _weight(config.manifest) or 0 for name, config in weight_configs(prepared).items()}
    return Weighing(listed, weights)


def weighing_before(prepared: Prepared) -> Weighing | None:
    """Returns the weights in the cluster; None: there is no routemap that can be read, so nothing is routed."""
    live = next((answer.live for answer in prepared.declared if answer.live and holds_routemap(answer.live)), None)
    if live is None:
        return None
    try:
        routemap = routemap_of(live)
    except RoutemapError:
        return None
    there = {weighed(key): raw for key, raw in prepared.going.items()}
    return weighing_of(
        routemap, there | {weighed(declared.key): declared.live for declared in prepared.declared if declared.live}
    )


def weighing_of(routemap: Routemap, live: Mapping[str, Mapping[str, Any]]) -> Weighing:
    """Returns the weights of a routemap: those of its weight-configs' annotations, else its own.

    Args:
        routemap: The routemap.
        live: Objects in the cluster, by `weighed`; of those that are not among them the routemap's weight counts.
    """
    weights: dict[str, int] = {}
    for index, version in enumerate(routemap.versions):
        key = version.weight_config or version.main
        name = weighed(key) if key else f"versions[{index}]"  # by hand: a version without objects is always ready
        annotated = _weight(live[name]) if name in live else None
        weights[name] = version.weight if annotated is None else annotated
    return Weighing(tuple(weights), weights)


def _weight(raw: Mapping[str, Any]) -> int | None:
    """Returns the weight of an annotation; None: there is no annotation, or it is not a weight."""
    text = str((raw["metadata"].get("annotations") or {}).get(WEIGHT_ANNOTATION, ""))
    return int(text) if re.fullmatch("[0-9]{1,10}", text, re.ASCII) else None
