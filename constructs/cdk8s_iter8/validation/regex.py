"""Regular expressions of Envoy, which are RE2's."""

import re

from pydantic_core import SchemaError, SchemaValidator, core_schema

_REPETITION = r"(?:[*+?]|\{\d+(?:,\d*)?\})"
_ESCAPES_AND_CLASSES = re.compile(
    r"\\[pPx]\{[^}]*\}|\\[^uUb]|\\b(?!\{)|\[\^?\]?(?:\\.|\[:\^?[a-z]+:\]|[^\]\\])*\]", re.DOTALL
)
# What Rust's syntax has and RE2's has not.
_NOT_RE2 = re.compile(rf"\\[uUb]|\(\?[A-Za-z-]*[xRu]|{_REPETITION}(?:\?{_REPETITION}|(?!\?){_REPETITION})")
_COUNTS = re.compile(r"\{(\d+)(?:,(\d*))?\}")
_LITERAL_BRACE = re.compile(r"(\\[pPx]\{|\\.)|\{(?!\d+(?:,\d*)?\})", re.DOTALL)
_MOST_REPETITIONS = 1000


def is_re2(pattern: str) -> bool:
    r"""Tells whether a pattern is a regular expression in RE2's syntax.

    There is no RE2 at hand, but the expressions of pydantic are nearly the same; what they have beside RE2's is
    refused here. Of what RE2 has beside them only ``\Q…\E`` and octal characters are refused too.

    Example:
        >>> is_re2("/api/v[12](/.*)?"), is_re2("(?=looks-ahead)")
        (True, False)
    """
    plain = _ESCAPES_AND_CLASSES.sub("a", pattern)
    counts = (int(count) for bounds in _COUNTS.findall(plain) for count in bounds if count)
    if _NOT_RE2.search(plain) or any(count > _MOST_REPETITIONS for count in counts):
        return False
    try:
        SchemaValidator(core_schema.str_schema(pattern=_LITERAL_BRACE.sub(lambda brace: brace[1] or r"\{", pattern)))
    except SchemaError:
        return False
    return True
