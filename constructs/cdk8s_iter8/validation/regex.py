"""Regular expressions in RE2's syntax, which Envoy uses."""

import re

from pydantic_core import SchemaError, SchemaValidator, core_schema

_REPETITION = r"(?:[*+?]|\{\d+(?:,\d*)?\})"
_ESCAPES_AND_CLASSES = re.compile(
    r"\\[pPx]\{[^}]*\}|\\[^uUb]|\\b(?!\{)|\[\^?\]?(?:\\.|\[:\^?[a-z]+:\]|[^\]\\])*\]", re.DOTALL
)
# Syntax that Rust has and RE2 does not have.
_NOT_RE2 = re.compile(rf"\\[uUb]|\(\?[A-Za-z-]*[xRu]|{_REPETITION}(?:\?{_REPETITION}|(?!\?){_REPETITION})")
_COUNTS = re.compile(r"\{(\d+)(?:,(\d*))?\}")
_LITERAL_BRACE = re.compile(r"(\\[pPx]\{|\\.)|\{(?!\d+(?:,\d*)?\})", re.DOTALL)
_MOST_REPETITIONS = 1000


def is_re2(pattern: str) -> bool:
    r"""Tells whether a pattern is a regular expression in RE2's syntax.

    The check uses pydantic's regular expressions (Rust's), which are nearly the same, and refuses the syntax that only
    Rust has. Of RE2's own syntax it refuses ``\Q…\E`` and octal characters, too.

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
