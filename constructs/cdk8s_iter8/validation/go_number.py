"""Numbers as Go's strconv reads them, which Knative does with annotations."""

import math
import re

_DIGITS = "[0-9](_?[0-9])*"
_HEX_DIGITS = "[0-9a-f](_?[0-9a-f])*"
_INTEGER = re.compile("[-+]?[0-9]+")
_DECIMAL = re.compile(rf"[-+]?({_DIGITS}\.?({_DIGITS})?|\.{_DIGITS})(e[-+]?{_DIGITS})?")
_HEXADECIMAL = re.compile(rf"[-+]?0x(_?{_HEX_DIGITS}\.?({_HEX_DIGITS})?|\.{_HEX_DIGITS})p[-+]?{_DIGITS}")
_WORD = re.compile("[-+]?(inf|infinity)|nan")


def parse_int(text: str, bits: int) -> int | None:
    """Returns a decimal integer as ``strconv.ParseInt`` does; None: it is none, or needs more bits.

    Example:
        >>> parse_int("+1", 32), parse_int("1.0", 32), parse_int("2147483648", 32)
        (1, None, None)
    """
    if len(text) > 64 or not _INTEGER.fullmatch(text):
        return None
    number = int(text)
    return number if -(2 ** (bits - 1)) <= number < 2 ** (bits - 1) else None


def parse_float(text: str) -> float | None:
    """Returns a number as ``strconv.ParseFloat`` does; None: it is none, or too large.

    Example:
        >>> parse_float("1e2"), parse_float("70%"), parse_float("1e999")
        (100.0, None, None)
    """
    lower = text.lower() if text.isascii() else ""
    if _WORD.fullmatch(lower):
        return float(lower)
    if _HEXADECIMAL.fullmatch(lower):
        try:
            return float.fromhex(lower.replace("_", ""))
        except OverflowError:
            return None
    number = float(lower) if _DECIMAL.fullmatch(lower) else math.inf
    return None if math.isinf(number) else number
