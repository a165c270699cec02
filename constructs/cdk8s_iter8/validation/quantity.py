"""Kubernetes quantities, such as ``250m`` and ``64Mi``."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

from cdk8s_iter8.validation.scalars import rule

_NUMBER = r"([0-9]+(\.[0-9]*)?|\.[0-9]+)"
_UNIT = "[numkMGTPE]|[KMGTPE]i"
_PATTERN = rf"^{_NUMBER}({_UNIT}|[eE][-+]?[0-9]{{1,2}})?$"
_SCALES = {
    **{unit: Decimal(1000) ** power for power, unit in enumerate(["n", "u", "m", "", *"kMGTPE"], -3)},
    **{unit: Decimal(1024) ** power for power, unit in enumerate(("Ki", "Mi", "Gi", "Ti", "Pi", "Ei"), 1)},
}


def _text(value: object) -> object:
    # The API takes numbers, too.
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


Quantity = Annotated[
    str,
    BeforeValidator(_text),
    StringConstraints(pattern=_PATTERN),
    rule("a quantity (a number with or without a unit, such as 250m, 64Mi or 1)"),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": _PATTERN}, {"type": "number", "minimum": 0}]}),
]


def is_quantity(text: str) -> bool:
    """Tells whether the API server reads a text as a quantity: one with a sign, too.

    Example:
        >>> [is_quantity(each) for each in ("-1", "64Mi", "64MiB")]
        [True, True, False]
    """
    return bool(re.fullmatch(f"[-+]?{_NUMBER}({_UNIT}|[eE][-+]?[0-9]{{1,9}})?", text))


def is_amount(quantity: object) -> bool:
    """Tells whether something is a quantity of at least 0 that has 64 bits, as text or as a number."""
    return is_quantity(str(quantity)) and 0 <= amount(str(quantity)) < 2**63


def amount(quantity: str) -> Decimal:
    """Returns a quantity as a number.

    Example:
        >>> amount("250m"), amount("1Ki"), amount("2e3")
        (Decimal('0.250'), Decimal('1024'), Decimal('2E+3'))
    """
    number = re.match(r"[-+]?[0-9.]+([eE][-+]?[0-9]+)?", quantity)
    if not number:
        raise ValueError(quantity)
    return Decimal(number[0]) * _SCALES[quantity[number.end() :]]
