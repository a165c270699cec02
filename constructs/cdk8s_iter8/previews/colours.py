"""Whether a terminal is to get colours."""

import os


def coloured() -> bool:
    """Tells whether a terminal gets escape codes: those for colours and bold.

    The environment variable ``NO_COLOR`` turns them off (no-color.org), and so does the terminal ``dumb``.
    """
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
