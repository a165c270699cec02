"""A routing template as data: plain YAML values in which some leaves are live weights and some parts are guarded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class LiveWeight:
    """The live weight of a version, a whole number.

    Attributes:
        version: The version's position in the routemap, 0 for the primary.
        at_most: The largest number to write, whatever the weight is; none by default. A weight that somebody
            annotates may be any 32-bit number, and Istio refuses a whole route for a mirror of 150 percent.
    """

    version: int
    at_most: int | None = None


@dataclass(frozen=True)
class Guard:
    """A list item, or the value of a key, that is there only while one of some versions has weight.

    Attributes:
        versions: Positions in the routemap; one of them with weight is enough.
        node: What is there then.

    Raises:
        ValueError: No version is named.
    """

    versions: tuple[int, ...]
    node: "Node"

    def __post_init__(self) -> None:
        if not self.versions:
            raise ValueError("a guard names at least one version")


@dataclass(frozen=True)
class LiteralBlock:
    """Lines this project wrote itself, shown as a literal block: never anything a user wrote.

    Attributes:
        lines: The text; it ends with a newline and its first line is not indented.
    """

    lines: str


Scalar: TypeAlias = str | int | float | bool | None
Node: TypeAlias = Scalar | LiteralBlock | LiveWeight | Guard | Mapping[str, "Node"] | Sequence["Node"]
Data: TypeAlias = Scalar | dict[str, "Data"] | list["Data"]
