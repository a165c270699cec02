"""A routing template as data: YAML values, live weights, and parts with a guard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class LiveWeight:
    """The live weight of a version, a whole number.

    Attributes:
        version: The version's position in the routemap, 0 for the primary.
        at_most: The largest number that is written; default: no limit. An annotation can set a weight to any 32-bit
            number, and Istio refuses a route that mirrors 150 percent of the requests.
    """

    version: int
    at_most: int | None = None


@dataclass(frozen=True)
class Guard:
    """A list item, or a key with its value, that is written only while a version has weight.

    Attributes:
        versions: Positions of versions in the routemap. It is enough that one of these versions has weight.
        node: The list item, or the value of the key.

    Raises:
        ValueError: `versions` is empty.
    """

    versions: tuple[int, ...]
    node: "Node"

    def __post_init__(self) -> None:
        if not self.versions:
            raise ValueError("a guard names at least one version")


@dataclass(frozen=True)
class LiteralBlock:
    """Text that is written as a YAML literal block. Only for text of this project, never for text of a user.

    Attributes:
        lines: The text. It ends with a newline; its first line is not indented.
    """

    lines: str


PlainValue: TypeAlias = str | int | float | bool | None
Node: TypeAlias = PlainValue | LiteralBlock | LiveWeight | Guard | Mapping[str, "Node"] | Sequence["Node"]
Data: TypeAlias = PlainValue | dict[str, "Data"] | list["Data"]
