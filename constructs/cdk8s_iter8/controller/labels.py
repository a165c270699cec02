"""The labels of the controller's objects."""

from cdk8s_iter8.values.controller import INSTANCE_LABEL, NAME_LABEL, ControllerValues


def selector(values: ControllerValues) -> dict[str, str]:
    """Returns the labels that its pods, and only they, have in its namespace."""
    return {NAME_LABEL: "iter8-controller", INSTANCE_LABEL: values.name}


def labels(values: ControllerValues) -> dict[str, str]:
    """Returns the labels of all its objects."""
    return selector(values) | {"app.kubernetes.io/version": values.takes_version}
