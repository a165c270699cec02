"""A construct that adds one object: where the object is, and that no other has its name."""

from collections.abc import Mapping
from typing import Any

from cdk8s import ApiObject, Chart
from constructs import Construct

from cdk8s_iter8.objects.duplicates import watch
from cdk8s_iter8.objects.typed import add_object
from cdk8s_iter8.traffic.version import DefaultNamespace, Version
from cdk8s_iter8.validation.problem import ValuesError, shown

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
        try:
            super().__init__(scope, id)
        except RuntimeError as error:
            if "already a Construct" not in str(error):
                raise
            place = "/".join(filter(None, (scope.node.path, id)))
            text = f"{shown(id)} is the id of another construct of this scope too"
            raise ValuesError([f"{place}: id: {text}"]) from None
        if not Chart.is_chart(scope) and not any(map(Chart.is_chart, scope.node.scopes)):
            raise ValuesError([f"{self.node.path}: scope: is in no chart; add the construct to a cdk8s.Chart"])

    def add(self, kind: type[ApiObject], *, metadata: Mapping[str, Any], **fields: object) -> None:
        """Adds the object.

        Args:
            kind: The generated class of the object, such as ``KubeService``.
            metadata: The object's metadata as they are in YAML, with name and namespace.
            **fields: The other arguments of the class.
        """
        make: Any = kind
        make(self, RESOURCE, metadata=metadata, **fields)
        watch(self, kind, metadata)

    def add_data(self, kind: type[ApiObject], *, metadata: Mapping[str, Any], spec: Mapping[str, Any]) -> None:
        """Adds the object from plain data; the arguments are those of `cdk8s_iter8.objects.typed.add_object`."""
        add_object(self, RESOURCE, kind=kind, metadata=metadata, spec=spec)
        watch(self, kind, metadata)

    def namespace(self, given: str | None) -> str:
        """Returns where an object is: in the given namespace, else the chart's, else ``default``."""
        return given or Chart.of(self).namespace or "default"

    def placed(self, version: Version) -> Version:
        """Returns a version where its objects are: where it says itself, else as `namespace` says."""
        if not isinstance(version.namespace, DefaultNamespace):
            return version
        return version.in_namespace(self.namespace(None))
