"""Tables as text: for a terminal with its width and colours, else in whole lines."""

from rich.console import Console, RenderableType

from cdk8s_iter8.previews.colours import coloured

# Lines that go into a pipe are not folded, so that they can be searched.
_UNFOLDED = 10_000


def to_text(part: RenderableType, width: int | None = None) -> str:
    """Returns the text of a part for standard output, with colours if that is a terminal.

    ``NO_COLOR`` and a terminal that is ``dumb`` leave out all escape codes: those for bold, too.

    Args:
        part: What to print.
        width: Characters in a line; default: the terminal's width, without a terminal no limit.
    """
    console = Console(highlight=False, width=width, color_system="auto" if coloured() else None)
    if not console.is_terminal and not width:
        console = Console(highlight=False, width=_UNFOLDED)
    with console.capture() as capture:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())
