"""Two objects of one name in an app: the last one applied would win, without a word."""

from collections.abc import Mapping
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

import jsii
from cdk8s import ApiObject, Chart
from constructs import Construct, IConstruct, IValidation

Identity = tuple[str, str, str, str]
"""API group, kind, namespace and name."""

_first: WeakKeyDictionary[IConstruct, dict[Identity, Construct]] = WeakKeyDictionary()
"""By app: the construct that first added each object."""
_doubles: WeakKeyDictionary[IConstruct, "_Doubles"] = WeakKeyDictionary()
"""By chart: its objects that another construct has added before."""


def watch(part: Construct, kind: type[ApiObject], metadata: Mapping[str, Any]) -> None:
    """Makes the app invalid when two constructs add the same object.

    What is wrong is said when the app is synthesized, since only then all objects are there.

    Args:
        part: What has added the object.
        kind: The generated class of the object.
        metadata: The object's metadata, with name and namespace.
    """
    known = _first.setdefault(part.node.root, {})
    group, name = _type(kind)
    identity = (group, name, metadata["namespace"], metadata["name"])
    if (other := known.setdefault(identity, part)) is part:
        return
    chart = Chart.of(part)
    if chart not in _doubles:
        _doubles[chart] = _Doubles()
        chart.node.add_validation(_doubles[chart])
    _doubles[chart].add(identity, part, other)


@cache
def _type(kind: type[ApiObject]) -> tuple[str, str]:
    known: Any = kind
    return known.GVK.api_version.rpartition("/")[0], known.GVK.kind


@jsii.implements(IValidation)
class _Doubles:
    """What cdk8s asks a chart when it synthesizes."""

    def __init__(self) -> None:
        self._found: list[tuple[Identity, Construct, Construct]] = []

    def add(self, identity: Identity, part: Construct, other: Construct) -> None:
        """Notes that two constructs add one object."""
        self._found.append((identity, part, other))

    def validate(self) -> list[str]:
        """Returns the objects that are still there twice, a line for each chart that has them too."""
        objects: dict[str, list[str]] = {}
        for (_, kind, namespace, name), part, other in self._found:
            if _is_there(part) and _is_there(other):
                also = "this chart" if Chart.of(other) is Chart.of(part) else f"chart {Chart.of(other).node.path}"
                objects.setdefault(also, []).append(f"{kind} {namespace}/{name}")
        return [
            f"{', '.join(names)}: another construct adds the same to {also}, and the last one applied would win: "
            "use another name or namespace, or remove one"
            for also, names in objects.items()
        ]


def _is_there(part: IConstruct) -> bool:
    scope = part.node.scope
    return scope is None or (scope.node.try_find_child(part.node.id) is not None and _is_there(scope))
