"""Numbers as JavaScript, and so cdk8s, writes them."""

import math
from decimal import Decimal

_EXACT = 2**53
# JavaScript writes out numbers from 1e-6 to below 1e21, and others with an exponent.
_MOST_DIGITS, _MOST_ZEROS = 21, 6


def yaml_number(value: float) -> str:
    """Returns a number as the npm library `yaml` writes it.

    Args:
        value: An integer, which becomes the nearest double where it is not one, or a float.

    Raises:
        ValueError: The number is infinite, not a number, or too large for a double.

    Example:
        >>> [yaml_number(value) for value in (30, 30.0, 0.5, -0.0, 1e20, 1e21, 1e-7)]
        ['30', '30', '0.5', '-0', '100000000000000000000', '1e+21', '1e-7']
    """
    if isinstance(value, int) and -_EXACT <= value <= _EXACT:
        return str(value)
    try:
        double = float(value)
    except OverflowError:
        double = math.inf
    if not math.isfinite(double):
        raise ValueError("a number that is not finite cannot be written")
    return _javascript(double)


def _javascript(double: float) -> str:
    """Writes a double by ECMA-262's Number::toString, with the same shortest digits as Python's."""
    sign, figures, exponent = Decimal(repr(double)).normalize().as_tuple()
    digits, minus = "".join(map(str, figures)), "-" if sign else ""
    if double == 0:
        return f"{minus}0"
    point = len(digits) + int(exponent)  # the value is 0.digits * 10 ** point
    if len(digits) <= point <= _MOST_DIGITS:
        return minus + digits.ljust(point, "0")
    if 0 < point <= _MOST_DIGITS:
        return f"{minus}{digits[:point]}.{digits[point:]}"
    if -_MOST_ZEROS < point <= 0:
        return f"{minus}0.{'0' * -point}{digits}"
    fraction = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{minus}{digits[0]}{fraction}e{point - 1:+d}"
