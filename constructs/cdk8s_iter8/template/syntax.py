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
        version: What gives the version's position in the routemap.
        place: The action.
    """

    version: "Expression"
    place: Place


@dataclass(frozen=True, slots=True)
class Call:
    """A call of any other function.

    Attributes:
        function: The function's name.
        arguments: As many as the function takes.
        place: The action.
    """

    function: str
    arguments: tuple["Expression", ...]
    place: Place


Expression: TypeAlias = Number | Index | Call


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text that is written as it is here.

    Attributes:
        text: The text, with what the HTML escaper makes of `<`.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Output:
    """`{{ expression }}`: the value is written.

    Attributes:
        expression: What gives the value.
    """

    expression: Expression


@dataclass(frozen=True, slots=True)
class Branch:
    """What is written if a condition is true: anything but 0 and false.

    Attributes:
        condition: The condition of `if` or `else if`.
        parts: What is written.
    """

    condition: Expression
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class If:
    """`if` to its `end`.

    Attributes:
        branches: `if` and every `else if`; the first true one is written.
        otherwise: The parts of `else`, written if no condition is true.
    """

    branches: tuple[Branch, ...]
    otherwise: tuple["Part", ...]


Part: TypeAlias = PlainText | Output | If
