"""What a terminal gets beside the text: colours, and lines that fit. Pipes and files get neither."""

import re
import shutil
import sys
from collections.abc import Iterable
from textwrap import wrap

import typer

from cdk8s_iter8.previews.colours import coloured

_STYLES: tuple[tuple[str, dict[str, str | bool]], ...] = (
    (r" +! ", {"fg": "red", "bold": True}),
    (r" \+ |  {6}\+|\+(?!\+\+ )", {"fg": "green"}),
    (r" - |  {6}-|-(?!-- )", {"fg": "red"}),
    (r" ~ ", {"fg": "yellow"}),
    (r" = ", {"dim": True}),
    (r"\S.* in .*: |\+\+\+ |--- ", {"bold": True}),
)


def terminal_width() -> int | None:
    """Returns the characters in a line of the terminal; None: standard output is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def painted(lines: Iterable[str]) -> str:
    """Returns the lines of a difference as text, in a terminal folded and with colours: + - ~ ! by their own.

    The environment variable ``NO_COLOR`` turns colours off (no-color.org).

    Args:
        lines: The lines, without control characters.
    """
    width = terminal_width()
    if width is None:
        return "\n".join(lines)
    return "\n".join(_styled(_folded(line, width), _style(line) if coloured() else {}) for line in lines)


def fitted(line: str) -> str:
    """Returns a line for standard output: in a terminal, one that does not fit goes on below, further to the right.

    Args:
        line: The line, without control characters.
    """
    return _folded(line, terminal_width() or len(line))


def _folded(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    indent = len(line) - len(line.lstrip())
    return "\n".join(
        wrap(line, width, subsequent_indent=" " * (indent + 2), drop_whitespace=False, break_on_hyphens=False)
    )


def _style(line: str) -> dict[str, str | bool]:
    return next((style for pattern, style in _STYLES if re.match(pattern, line)), {})


def _styled(text: str, style: dict[str, str | bool]) -> str:
    return "\n".join(typer.style(part, **style) for part in text.split("\n")) if style else text  # type: ignore[arg-type]
