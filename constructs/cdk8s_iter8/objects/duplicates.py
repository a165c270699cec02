"""Two objects of one name in an app: the last one applied would win, without a word."""

from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

import jsii
from cdk8s import ApiObject, Chart
from constructs import Construct, IConstruct, IValidation

Identity = tuple[str, str, str, str]
"""API group, kind, namespace and name."""

_by_app: WeakKeyDictionary[IConstruct, dict[Identity, ApiObject]] = WeakKeyDictionary()
_by_scope: WeakKeyDictionary[Construct, dict[Identity, ApiObject]] = WeakKeyDictionary()
"""The first object of each identity. A scope's are its app's: asking cdk8s for the app takes time."""
_doubles: WeakKeyDictionary[IConstruct, "_Doubles"] = WeakKeyDictionary()
"""By chart: its objects that have been added before."""


def watch(scope: Construct, manifest: Mapping[str, Any], added: ApiObject) -> ApiObject:
    """Makes the app invalid when it has an object twice.

    What is wrong is said when the app is synthesized, since only then all objects are there.

    Args:
        scope: Where the object was added.
        manifest: The object, with name and namespace.
        added: What was added.

    Returns:
        What was added.
    """
    if scope not in _by_scope:
        _by_scope[scope] = _by_app.setdefault(scope.node.root, {})
    metadata, (group, _, _) = manifest["metadata"], manifest["apiVersion"].rpartition("/")
    identity = (group, manifest["kind"], metadata.get("namespace", ""), metadata["name"])
    first = _by_scope[scope].setdefault(identity, added)
    if first is not added:
        chart = Chart.of(scope)
        if chart not in _doubles:
            _doubles[chart] = _Doubles()
            chart.node.add_validation(_doubles[chart])
        _doubles[chart].add(identity, added, first)
    return added


@jsii.implements(IValidation)
class _Doubles:
    """What cdk8s asks a chart when it synthesizes."""

    def __init__(self) -> None:
        self._found: list[tuple[Identity, ApiObject, ApiObject]] = []

    def add(self, identity: Identity, second: ApiObject, first: ApiObject) -> None:
        """Notes two objects of one identity."""
        self._found.append((identity, second, first))

    def validate(self) -> list[str]:
        """Returns the objects that are still there twice, a line for each chart that has them too."""
        objects: dict[str, list[str]] = {}
        for (_, kind, namespace, name), second, first in self._found:
            if in_tree(second) and in_tree(first):
                chart = Chart.of(first)
                also = "this chart" if chart is Chart.of(second) else f"chart {chart.node.path}"
                objects.setdefault(also, []).append(f"{kind} {'/'.join(filter(None, (namespace, name)))}")
        return [
            f"{', '.join(names)}: another construct adds the same to {also}, and the last one applied would win: "
            "use another name or namespace, or remove one"
            for also, names in objects.items()
        ]


def in_tree(added: IConstruct) -> bool:
    """Tells whether a construct is still in its app; ``node.try_remove_child`` takes it out."""
    scope = added.node.scope
    return scope is None or (scope.node.try_find_child(added.node.id) is not None and in_tree(scope))
