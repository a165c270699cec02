"""Rows of text as lines with aligned columns."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

_GAP = "  "
_NARROWEST = 8


def aligned(rows: Sequence[Sequence[str]], width: int | None = None) -> Iterator[str]:
    """Yields rows as lines, each behind one space.

    Args:
        rows: The rows, of equal length.
        width: The most characters in a line; the widest columns are folded to fit. None: no limit.

    Example:
        >>> list(aligned([("requests", "gets"), ("header user = somebody", "100%")], 20))
        [' requests       gets', ' header user =  100%', ' somebody']
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    room = (width or 10_000) - 1 - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widest = widths.index(max(widths))
        widths[widest] = max(_NARROWEST, max(sorted(widths)[:-1], default=0) - 1, widths[widest] - (sum(widths) - room))
    for row in rows:
        folded = [_folded(cell, most) for cell, most in zip(row, widths, strict=True)]
        for cells in zip_longest(*folded, fillvalue=""):
            yield f" {_GAP.join(f'{cell:<{most}}' for cell, most in zip(cells, widths, strict=True))}".rstrip()


def _folded(cell: str, most: int) -> list[str]:
    return [cell] if len(cell) <= most else wrap(cell, most, break_on_hyphens=False)  # a name stays whole
