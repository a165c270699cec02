"""What an apply has done, as plain data for programs."""

from collections.abc import Iterable
from typing import Any

from cdk8s_iter8.applying.step import Done
from cdk8s_iter8.cluster.releases import ReleaseKey


def apply_json(key: ReleaseKey, steps: Iterable[Done], *, dry_run: bool = False) -> dict[str, Any]:
    """Returns what was done to a release as plain data.

    Args:
        key: The release.
        steps: What was done, or would be.
        dry_run: Whether nothing was changed.

    Example:
        >>> from cdk8s_iter8.cluster.keys import CONFIG_MAPS, ObjectKey
        >>> made = Done("configmap default/a: created", ObjectKey(CONFIG_MAPS, "default", "a"), "created")
        >>> apply_json(ReleaseKey("default", "hello"), [made])["objects"]
        [{'type': 'v1/configmaps', 'namespace': 'default', 'name': 'a', 'action': 'created'}]
    """
    steps = list(steps)
    weights = [step.weights for step in steps if step.weights is not None]
    return {
        "name": key.name,
        "namespace": key.namespace,
        "dryRun": dry_run,
        "objects": [{**step.key.as_data(), "action": step.action} for step in steps if step.key],
        "weights": dict(weights[-1]) if weights else None,
    }
