"""The parts of a routing template that a controller executes, as immutable data."""

from dataclasses import dataclass
from typing import TypeAlias

FUNCTIONS = ("index", "and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge")
"""The functions of Go's text/template that routing templates call."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an action stands.

    Attributes:
        line: The line of the template where the action begins, from 1.
        action: The text of the action, from `{{` to `}}`.
    """

    line: int
    action: str


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number of 64 bits, as Go's `int` is.

    Attributes:
        value: The number.
    """

    value: int


@dataclass(frozen=True, slots=True)
class Index:
    """`index .Weights N`: the live weight of a version.

    Attributes:
        version: The expression of the version's position in the routemap.
        place: The action.
    """

    version: "Expression"
    place: Place


@dataclass(frozen=True, slots=True)
class Call:
    """A call of any other function.

    Attributes:
        function: The function's name.
        arguments: Its arguments, as many as the function takes.
        place: The action.
    """

    function: str
    arguments: tuple["Expression", ...]
    place: Place


Expression: TypeAlias = Number | Index | Call


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text that is written unchanged.

    Attributes:
        text: The text, its `<` as `&lt;`, which the HTML escaper writes.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Insertion:
    """`{{ expression }}`: the value of an expression is written.

    Attributes:
        expression: The expression.
    """

    expression: Expression


@dataclass(frozen=True, slots=True)
class Branch:
    """Parts that are written if a condition is true. Every value but 0 and false is true.

    Attributes:
        condition: The condition of `if` or `else if`.
        parts: The parts.
    """

    condition: Expression
    parts: tuple["Piece", ...]


@dataclass(frozen=True, slots=True)
class If:
    """An `if` up to its `end`.

    Attributes:
        branches: `if` and every `else if`; only the first branch with a true condition is written.
        otherwise: The parts of `else`, which are written if no condition is true.
    """

    branches: tuple[Branch, ...]
    otherwise: tuple["Piece", ...]


Piece: TypeAlias = PlainText | Insertion | If
