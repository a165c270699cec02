"""The steps of an apply, of a deletion, or of a change of weights: a line for people, and data for programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cdk8s_iter8.cluster.keys import ObjectKey


@dataclass(frozen=True)
class Done:
    """Something that is done, or would be.

    Attributes:
        text: The line for people.
        key: The object that it is done to; None: none alone.
        action: What is done to the object: ``created``, ``changed``, ``unchanged``, ``deleted`` or ``takenOver``.
        weights: The weights that the route has, by version; None: this step does not say.

    Example:
        >>> print(Done("configmap default/a: created", action="created"))
        configmap default/a: created
    """

    text: str
    key: ObjectKey | None = None
    action: str = ""
    weights: Mapping[str, int] | None = None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Waits:
    """What is waited for at a moment; the next moment's takes its place.

    Attributes:
        lines: What is waited for, a line each; at least one.
    """

    lines: tuple[str, ...]


Step: TypeAlias = Done | Waits
