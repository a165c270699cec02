"""Reports two objects with one name in an app: the one that is applied last would win, without an error."""

from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

import jsii
from cdk8s import ApiObject, App, Chart
from constructs import Construct, IConstruct, IValidation

Identity = tuple[str, str, str, str]
"""API group, kind, namespace and name."""

_by_app: WeakKeyDictionary[IConstruct, dict[Identity, ApiObject]] = WeakKeyDictionary()
_by_scope: WeakKeyDictionary[Construct, dict[Identity, ApiObject]] = WeakKeyDictionary()
"""The first object of every identity. A scope has those of its app, because asking cdk8s for the app takes time."""
_doubles: WeakKeyDictionary[IConstruct, "_Doubles"] = WeakKeyDictionary()
"""The objects of a chart that another construct added before, by chart."""


def note_app(scope: Construct, parent: Construct) -> None:
    """Notes which app a construct is in, where that is plain: asking cdk8s takes two messages.

    Args:
        scope: The construct.
        parent: What it was added to.
    """
    if isinstance(parent, App):
        _by_scope[scope] = _by_app.setdefault(parent, {})


def watch(scope: Construct, manifest: Mapping[str, Any], added: ApiObject) -> ApiObject:
    """Makes the app invalid if it has an object twice.

    The error is raised when the app is synthesized, because only then all objects are known.

    Args:
        scope: The scope of the object.
        manifest: The object, with name and namespace.
        added: The construct of the object.

    Returns:
        The construct of the object.
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
    """The validation that cdk8s calls when it synthesizes a chart."""

    def __init__(self) -> None:
        self._found: list[tuple[Identity, ApiObject, ApiObject]] = []

    def add(self, identity: Identity, second: ApiObject, first: ApiObject) -> None:
        """Records two objects with one identity."""
        self._found.append((identity, second, first))

    def validate(self) -> list[str]:
        """Returns the objects that are still there twice, one line for every other chart that has them."""
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
