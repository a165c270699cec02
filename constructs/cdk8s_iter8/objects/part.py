"""The base class of constructs that add one object, and the place of an object: its chart, its namespace."""

from collections.abc import Iterator
from contextlib import contextmanager

from cdk8s import Chart
from constructs import Construct

from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.objects.typed import add_manifest
from cdk8s_iter8.traffic.version import DefaultNamespace, Version
from cdk8s_iter8.validation.problem import ValuesError, as_text, printable

RESOURCE = "Resource"
"""The id of a construct's only object. cdk8s looks for a construct's default child under this id."""


class Part(Construct):
    """A construct that adds one object, which ``cdk8s.ApiObject.of`` finds."""

    def __init__(self, scope: Construct, id: str) -> None:
        """Adds the construct, without its object.

        Args:
            scope: Where the construct is added, in a chart.
            id: The id of the construct in its scope.

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
    """Turns cdk8s' error about an id that is taken into an error of one line.

    Args:
        scope: Where the construct is added.
        id: The id of the construct in its scope.

    Raises:
        ValuesError: The id is taken.
    """
    try:
        yield
    except RuntimeError as error:
        if "already a Construct" not in str(error):
            raise
        place = "/".join(filter(None, (scope.node.path, printable(id))))
        text = f"{as_text(id)} is the id of another construct of this scope too"
        raise ValuesError([f"{place}: id: {text}"]) from None


def chart_of(scope: Construct) -> Chart | None:
    """Returns the chart of a construct, which may be the construct itself; None: it is in no chart."""
    if isinstance(scope, Chart):
        return scope
    return next((construct for construct in reversed(scope.node.scopes) if isinstance(construct, Chart)), None)


def default_namespace(scope: Construct) -> str:
    """Returns the namespace of objects that name no namespace: the chart's, else ``default``."""
    chart = chart_of(scope)
    return (chart and chart.namespace) or "default"


def placed(version: Version, scope: Construct) -> Version:
    """Returns a version with its namespace. If it names no namespace, it gets the default namespace of the scope."""
    if not isinstance(version.namespace, DefaultNamespace):
        return version
    return version.in_namespace(default_namespace(scope))
