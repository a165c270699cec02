"""Executes routing templates as the Iter8 controller does (Iter8 controllers/routemap.go, `reconcile`)."""

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cdk8s_iter8.template.syntax import Call, Expression, If, Index, Number, Piece, Place, PlainText
from cdk8s_iter8.template.template_error import TemplateError

_Value: TypeAlias = int | bool
_Weights: TypeAlias = Sequence[int]

_ORDERS: dict[str, Callable[[int, int], bool]] = {
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed routing template (see `cdk8s_iter8.template.parsing.parse_template`).

    Attributes:
        parts: Its parts, in order.
    """

    parts: tuple[Piece, ...]

    def execute(self, weights: Sequence[int]) -> str:
        """Executes the template.

        Args:
            weights: The controller's weights, one for each version: unsigned numbers of 32 bits.

        Returns:
            What Go's html/template writes for these weights.

        Raises:
            TemplateError: A version does not exist, or a comparison has operands that cannot be compared.

        Example:
            >>> from cdk8s_iter8.template import parse_template
            >>> parse_template("weight: {{ index .Weights 1 }}").execute([30, 70])
            'weight: 70'
        """
        output: list[str] = []
        _write(self.parts, weights, output)
        return "".join(output)


def _write(parts: tuple[Piece, ...], weights: _Weights, output: list[str]) -> None:
    for part in parts:
        if isinstance(part, PlainText):
            output.append(part.text)
        elif isinstance(part, If):
            _write(_choose(part, weights), weights, output)
        else:
            value = _value(part.expression, weights)
            output.append(str(value).lower() if isinstance(value, bool) else str(value))


def _choose(condition: If, weights: _Weights) -> tuple[Piece, ...]:
    for branch in condition.branches:
        if _value(branch.condition, weights):
            return branch.parts
    return condition.otherwise


def _value(expression: Expression, weights: _Weights) -> _Value:
    if isinstance(expression, Number):
        return expression.value
    if isinstance(expression, Index):
        return _weight(expression, weights)
    if expression.function in ("and", "or"):
        return _evaluate_until_decided(expression, weights)
    return _call_function(expression, [_value(argument, weights) for argument in expression.arguments])


def _call_function(call: Call, values: list[_Value]) -> bool:
    match call.function:
        case "not":
            return not values[0]
        case "eq":
            return _equal_any(values, call.place)
        case "ne":
            return not _equal_any(values, call.place)
    if any(isinstance(value, bool) for value in values):
        raise _error(call.place, f"{call.function} compares numbers, not true or false")
    return _ORDERS[call.function](*values)


def _weight(expression: Index, weights: _Weights) -> int:
    version = _value(expression.version, weights)
    if isinstance(version, bool):
        raise _error(expression.place, f"{str(version).lower()} is no version's position")
    if not 0 <= version < len(weights):
        versions = f"{len(weights)} version{'s' if len(weights) != 1 else ''}"
        raise _error(expression.place, f"no version has position {version}: the routemap has {versions}, from 0")
    return weights[version]


def _evaluate_until_decided(expression: Call, weights: _Weights) -> _Value:
    """Returns the first value that decides `and` or `or`, else the last. Later arguments are not evaluated."""
    value: _Value = False
    for argument in expression.arguments:
        value = _value(argument, weights)
        if bool(value) == (expression.function == "or"):
            break
    return value


def _equal_any(values: list[_Value], place: Place) -> bool:
    first, *others = values
    for other in others:
        if isinstance(first, bool) != isinstance(other, bool):
            raise _error(place, "a number is compared with true or false")
        if first == other:
            return True
    return False


def _error(place: Place, reason: str) -> TemplateError:
    return TemplateError(place.line, place.action, reason)
