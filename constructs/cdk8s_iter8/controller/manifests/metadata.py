"""The metadata of a controller's objects."""

from typing import Any

from cdk8s_iter8.controller.labels import labels
from cdk8s_iter8.values.any_controller import AnyControllerValues


def metadata(values: AnyControllerValues, suffix: str = "") -> dict[str, Any]:
    """Returns name, namespace and labels of an object of a controller.

    Args:
        values: The controller's values.
        suffix: What follows the controller's name in the object's.
    """
    return {"name": values.name + suffix, "namespace": values.namespace, "labels": labels(values)}
