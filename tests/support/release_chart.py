"""The chart of a release in an app; importing it starts Node."""

from typing import Any

import cdk8s

from cdk8s_iter8 import Release
from tests.support.controller_releases import hello


def added_hello(app: cdk8s.App, **more: Any) -> Release:
    """Adds the chart of `hello` to an app."""
    resolved = hello(**more)
    return Release(app, resolved.application.name, values=resolved.values, namespace=resolved.application.namespace)
