"""The labels of a controller's objects."""

from cdk8s_iter8.values.any_controller import INSTANCE_LABEL, NAME_LABEL, AnyControllerValues


def selector(values: AnyControllerValues) -> dict[str, str]:
    """Returns the labels that select exactly the controller's pods in its namespace."""
    return {NAME_LABEL: values.app_name, INSTANCE_LABEL: values.name}


def labels(values: AnyControllerValues) -> dict[str, str]:
    """Returns the labels of all objects of the controller."""
    return selector(values) | {"app.kubernetes.io/version": values.takes_version}
