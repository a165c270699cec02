"""Strings as cdk8s writes them: without quotes where it can, in quotes, or as a block of lines.

The rules are those of the npm library `yaml`, version 2 (`stringifyString`), for YAML 1.1 and lines of any length. They
are repeated where they are wrong, too; `unwritable` says what a reader would take for something else.
"""

import re
from functools import lru_cache

from cdk8s_iter8.manifests.yaml_double_quoted import double_quoted

# Only double quotes have escapes.
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

# What begins something other than a plain string, and what cuts or ends one.
_START = re.compile(r"""[\t ,[\]{}#&*!|>'"%@`]|[?-]([ \t]|\Z)""")
_CUT = re.compile(r":[ \t]|[ \t]#|[ \t:]\Z")

# Plain strings that YAML 1.1 reads as something else: null, booleans, numbers, also of base 60, and points in time.
# The library has no rule for `<<` and `=`.
_OTHERWISE = re.compile(
    r"""
      (~|[Nn]ull|NULL)?
    | [Yy]|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON
    | [Nn]|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF
    | [-+]?0b[01_]+
    | [-+]?0x[0-9a-fA-F_]+
    | [-+]?[0-9][0-9_]*
    | [-+]?([0-9][0-9_]*)?\.[0-9_]*
    | [-+]?([0-9][0-9_]*)?(\.[0-9_]*)?[eE][-+]?[0-9]+
    | [-+]?\.(inf|Inf|INF) | \.nan|\.NaN|\.NAN
    | [-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}
      (([tT]|[ \t]+)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?([ \t]*(Z|[-+][012]?[0-9](:[0-9]{2})?))?)?
    """,
    re.VERBOSE,
)

_BREAK = re.compile(r"\n(?!\n|\Z)")
_LEADING = re.compile(r"[ \n]*")


def yaml_string(text: str, indent: str) -> str:
    r"""Returns a string as the value of a key or an item of a list.

    Args:
        text: The string.
        indent: Blanks in front of the lines after the first; at least two.

    Example:
        >>> print(yaml_string("hello", "  "), yaml_string("yes", "  "), yaml_string('a: "b"', "  "))
        hello "yes" 'a: "b"'
        >>> print(yaml_string("{{- if .Weights }}\nweight: 1\n{{- end }}\n", "  "))
        |
          {{- if .Weights }}
          weight: 1
          {{- end }}
    """
    if _CONTROL.search(text):
        return double_quoted(text, indent)
    if "\n" in text:
        return _block(text, indent)
    return _line(text)


@lru_cache(maxsize=1024)
def yaml_key(text: str) -> str:
    r"""Returns a string as a key, which stands on one line.

    Args:
        text: The key. The top-level keys of a document must be names of fields: there, `---` is not quoted.

    Example:
        >>> print(yaml_key("iter8.tools/weight"), yaml_key("y"), yaml_key("two\nlines"))
        iter8.tools/weight "y" "two\nlines"
    """
    return double_quoted(text, None) if "\n" in text or _CONTROL.search(text) else _line(text)


def _line(text: str) -> str:
    """Writes a string that has no line ends and no control characters."""
    if _START.match(text) or _CUT.search(text) or _OTHERWISE.fullmatch(text):
        return f"'{text}'" if '"' in text and "'" not in text else double_quoted(text, None)
    return text


def _block(text: str, indent: str) -> str:
    """Writes several lines as a block: `|`, two signs that say what is ambiguous, and the lines."""
    last = text.rpartition("\n")[2]
    if last and not last.strip("\t "):
        return double_quoted(text, indent)
    body = text.rstrip("\n\t ")
    keep = _chomping(body, text[len(body) :])
    leading = _LEADING.match(body)
    deep = "2" if leading and " " in leading[0] else ""
    lines = _BREAK.sub(f"\n{indent}", text.removesuffix("\n"))
    return f"|{deep}{keep}\n{indent}{lines}"


def _chomping(body: str, end: str) -> str:
    """Returns the sign for the line ends at the end of a block: none of them `-`, one no sign, all `+`."""
    if "\n" not in end:
        return "-"
    return "" if body and end.index("\n") == len(end) - 1 else "+"
