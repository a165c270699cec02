"""A process that synthesizes: reads slices of charts as lines of JSON, and answers with a line when a slice is written.

`Workers` starts it with ``python -O``, which leaves out cdk8s's checks of types in Python, a third of its time. The
schemas of the objects have checked the same data, and Node checks it again.
"""

import json
import pathlib
import sys

from cdk8s_iter8.app.synthesis import synthesize


def main(directory: str) -> None:
    """Synthesizes what standard input holds, until it ends.

    Args:
        directory: Where the files are written.
    """
    import cdk8s_plus_27.k8s  # noqa: F401 - starts Node, while the first values are still read

    for line in sys.stdin:
        synthesize(json.loads(line), pathlib.Path(directory))
        sys.stdout.write("written\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
