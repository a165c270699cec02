"""The cdk8s app: every file of releases/ becomes a Release."""

import sys
from pathlib import Path

from cdk8s import App

from cdk8s_iter8 import Release, ValuesError


def main(directory: Path) -> int:
    """Synthesizes every values file of a directory.

    Args:
        directory: Where the values files are, `NAME.yaml` for the release NAME.

    Returns:
        The exit code: 0, or 1 when values are wrong; then nothing is written.
    """
    app = App()
    problems: list[str] = []
    for file in sorted(directory.glob("*.y*ml")):
        try:
            Release(app, file.stem, values=file)
        except ValuesError as error:
            problems += error.lines
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    app.synth()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "releases")))
