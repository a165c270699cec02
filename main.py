"""The cdk8s app: every file of releases/ becomes a Release."""

import sys
from pathlib import Path

from cdk8s_iter8 import ValuesError
from cdk8s_iter8.node_start import node_starting


def main(directory: Path) -> int:
    """Synthesizes every values file of a directory.

    Args:
        directory: Where the values files are, `NAME.yaml` for the release NAME.

    Returns:
        The exit code: 0, or 1 when values are wrong; then nothing is written.
    """
    releases = []
    problems: list[str] = []
    with node_starting():  # cdk8s waits for Node, so the values are checked meanwhile
        from cdk8s_iter8.release_check import load

        for file in sorted(directory.glob("*.y*ml")):
            try:
                releases.append((file.stem, load(file).values))
            except ValuesError as error:
                problems += error.lines
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1

    from cdk8s import App

    from cdk8s_iter8 import Release

    app = App()
    for name, values in releases:
        Release(app, name, values=values)
    app.synth()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "releases")))
