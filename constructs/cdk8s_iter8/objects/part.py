"""A construct that adds one object: that cdk8s finds the object, and where it is."""

from collections.abc import Iterator
from contextlib import contextmanager

from cdk8s import Chart
from constructs import Construct

from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.objects.typed import add_manifest
from cdk8s_iter8.traffic.version import DefaultNamespace, Version
from cdk8s_iter8.validation.problem import ValuesError, printable, shown

RESOURCE = "Resource"
"""The id of a construct's only object: where cdk8s looks for a construct's default child."""


class Part(Construct):
    """A construct that adds one object, which ``cdk8s.ApiObject.of`` finds."""

    def __init__(self, scope: Construct, id: str) -> None:
        """Adds the construct, still without object.

        Args:
            scope: Where it is added, in a chart.
            id: Its id there.

        Raises:
            ValuesError: The scope is in no chart, or has a construct of this id.
        """
        with own_id(scope, id):
            super().__init__(scope, id)
        if not chart_of(scope):
            raise ValuesError([f"{self.node.path}: scope: is in no chart; add the construct to a cdk8s.Chart"])

    def add(self, manifest: Manifest) -> None:
        """Adds the object.

        Args:
            manifest: The object, with name and namespace.
        """
        add_manifest(self, manifest, RESOURCE)


@contextmanager
def own_id(scope: Construct, id: str) -> Iterator[None]:
    """Makes an error of one line when a construct is added whose id its scope has already.

    Args:
        scope: Where the construct is added.
        id: Its id there.

    Raises:
        ValuesError: The id is taken.
    """
    try:
        yield
    except RuntimeError as error:
        if "already a Construct" not in str(error):
            raise
        place = "/".join(filter(None, (scope.node.path, printable(id))))
        text = f"{shown(id)} is the id of another construct of this scope too"
        raise ValuesError([f"{place}: id: {text}"]) from None


def chart_of(scope: Construct) -> Chart | None:
    """Returns the chart that a construct is, or is in; None: it is in none."""
    if isinstance(scope, Chart):
        return scope
    return next((construct for construct in reversed(scope.node.scopes) if isinstance(construct, Chart)), None)


def default_namespace(scope: Construct) -> str:
    """Returns where objects are that name no namespace: in the chart's, else in ``default``."""
    chart = chart_of(scope)
    return (chart and chart.namespace) or "default"


def placed(version: Version, scope: Construct) -> Version:
    """Returns a version where its objects are: where it says itself, else in the default namespace of a scope."""
    if not isinstance(version.namespace, DefaultNamespace):
        return version
    return version.in_namespace(default_namespace(scope))
