"""Data that cdk8s cannot write correctly.

cdk8s writes some strings so that the YAML reader of Kubernetes reads something else: other characters, a number, the
end of a line. Such a string could change the applied objects, so it is an error.
"""

import re
from collections.abc import Iterator, Mapping

from cdk8s_iter8.validation.problem import Path, Problem, as_text

_DEEPEST = 100
_EXACT = 2**53 - 1  # cdk8s uses JavaScript's numbers

# Written raw: characters that YAML forbids, line breaks of YAML 1.1 only, and the byte order mark.
_CHARACTERS = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# In a string with these characters, lines of blanks are lost.
_CONTROLS = re.compile("(?=[^\n]*\n)[^\0-\x08\x0b-\x1f]*([\0-\x08\x0b-\x1f])")
# Numbers for Go (without their underscores), but not for cdk8s, which writes them without quotes.
_GO_NUMBER = re.compile(
    r"[-+]?(0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][-+]?[01]+|[0-9]+|(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)"
)
_QUOTED = re.compile(
    r"[-+]?(0b[01_]+|0[0-7_]+|[0-9][0-9_]*|0x[0-9a-fA-F_]+|([0-9][0-9_]*)?(\.[0-9_]*)?[eE][-+]?[0-9]+"
    r"|([0-9][0-9_]*)?\.[0-9_]*)"
)
# Keys of every JavaScript object, and keys by which cdk8s' transport (jsii) marks its own objects.
_KEYS = re.compile(r"__proto__|constructor|<<|\$jsii\..*", re.DOTALL)


def unwritable(data: object, path: Path = ()) -> Iterator[Problem]:
    """Yields problems of data that cdk8s cannot write correctly.

    Args:
        data: Mappings, lists and scalars.
        path: The path of the data.
    """
    if len(path) > _DEEPEST:
        yield Problem(path[:_DEEPEST], f"has more than {_DEEPEST} levels")
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from unwritable_key(key, path)
            yield from unwritable(value, (*path, str(key)))
    elif isinstance(data, list | tuple):
        for index, item in enumerate(data):
            yield from unwritable(item, (*path, index))
    elif why := _unwritable_scalar(data):
        yield Problem(path, why)


def unwritable_key(key: object, path: Path = ()) -> Iterator[Problem]:
    """Yields problems of a key that cdk8s cannot write correctly.

    Args:
        key: The key.
        path: The path of the mapping.
    """
    if not isinstance(key, str):
        yield Problem(path, f"the key {as_text(key)} is not a string")
    elif _KEYS.fullmatch(key) or _misread(key):
        yield Problem((*path, key), "the key cannot be written by cdk8s; use another one")


def _unwritable_scalar(value: object) -> str | None:
    match value:
        case str():
            why = _misread(value)
            return f"{as_text(value)} {why}" if why else None
        case float() if value - value != 0:
            return f"{as_text(value)} is not a number that Kubernetes knows"
        case int() if abs(value) > _EXACT:
            return f"{as_text(value)} is too large: numbers are exact up to {_EXACT}"
        case int() | float() | None:
            return None
        case _:
            return f"{type(value).__name__} is not a mapping, a list, a string, a number, true, false or null"


def _misread(text: str) -> str | None:
    if match := _CHARACTERS.search(text):
        return f"has the character U+{ord(match[0]):04X}, which cannot be written"
    if match := _CONTROLS.match(text):
        return f"has several lines and the character U+{ord(match[1]):04X}, which cannot be written"
    if _loses_blanks(text):
        return "has several lines, the first with a tab in front or the last of blanks, which cannot be written"
    if text[:1] != "_" and _GO_NUMBER.fullmatch(text.replace("_", "")) and not _QUOTED.fullmatch(text):
        return "would be read as a number, since cdk8s writes it without quotes"
    return None


def _loses_blanks(text: str) -> bool:
    """Tells whether text of several lines loses blanks.

    A YAML reader takes a tab before the text for indentation, and drops blanks on a line without text.
    """
    if "\n" not in text:
        return False
    start, last = text.lstrip(" \n"), text.rpartition("\n")[2]
    return start.startswith("\t") or (not start and " " in text) or (last != "" and not last.strip(" \t"))
