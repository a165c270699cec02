"""Strings in double quotes, as the npm library `yaml` writes them: JSON with the escapes and line ends of YAML."""

import re

# What JSON escapes, runs of line ends, and a blank that a reader would drop in front of one.
_ESCAPED = re.compile(r'[\0-\x09\x0b-\x1f"\\' + "\ud800-\udfff]|\n+|[ ](?=\n)")
_ESCAPES = {"\b": r"\b", "\t": r"\t", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\", " ": r"\ "}
_ESCAPES |= {"\0": r"\0", "\a": r"\a", "\v": r"\v", "\x1b": r"\e"}  # YAML's own, longer in JSON
_JSON_LENGTHS = dict.fromkeys('\b\t\n\f\r"\\', 2)
_JSON_ESCAPED = re.compile('[\0-\x1f"\\\\\ud800-\udfff]')
# From this length on, of the string as JSON, line ends stay line ends in double quotes.
_LONG = 40
_BMP = "\uffff"


def double_quoted(text: str, indent: str | None) -> str:
    r"""Returns a string in double quotes.

    Args:
        text: The string.
        indent: Blanks in front of the lines after the first; None: the string must stay on one line.

    Example:
        >>> print(double_quoted("a\nb\x1b", "  "))
        "a\nb\e"
        >>> print(double_quoted("the first of the lines\nthe last of them\x1b", "  "))
        "the first of the lines
        <BLANKLINE>
          the last of them\e"
    """
    lines = None if indent is None or _json_length(text) < _LONG else indent

    def escape(match: re.Match[str]) -> str:
        if not match[0].startswith("\n"):
            return _ESCAPES.get(match[0]) or _code(match[0])
        return _line_ends(match, lines)

    return f'"{_ESCAPED.sub(escape, text)}"'


def utf16_length(text: str) -> int:
    """Returns the length of a string as JavaScript counts it: characters beyond U+FFFF are two.

    Example:
        >>> utf16_length("\U0001f600!")
        3
    """
    return len(text) if text.isascii() else len(text) + sum(character > _BMP for character in text)


def _line_ends(match: re.Match[str], indent: str | None) -> str:
    """Writes a run of line ends. YAML reads a single line end as a space, so one more is written than is meant."""
    count = len(match[0])
    if indent is None:
        return r"\n" * count
    escaped = 1 if match.end() == len(match.string) else 0
    if escaped == count:
        return r"\n"
    blank_next = match.string.startswith(" ", match.end())
    return "\n" * (count - escaped + 1) + indent + ("\\" if blank_next else "") + r"\n" * escaped


def _code(character: str) -> str:
    number = ord(character)
    return f"\\x{number:02x}" if number <= 0xFF else f"\\u{number:04x}"


def _json_length(text: str) -> int:
    escaped = _JSON_ESCAPED.findall(text)
    return utf16_length(text) + sum(_JSON_LENGTHS.get(character, 6) - 1 for character in escaped) + len('""')
