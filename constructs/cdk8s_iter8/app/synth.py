"""Synthesizes a directory of values files: every file becomes a Release, controller.yaml a controller."""

import sys
from collections.abc import Iterable
from pathlib import Path

from cdk8s_iter8 import ValuesError
from cdk8s_iter8.app.node_start import node_starting


def main(directory: Path) -> int:
    """Synthesizes every values file of a directory, and the controller.yaml beside it, if there is one.

    Args:
        directory: Where the values files are, `NAME.yaml` for the release NAME.

    Returns:
        The exit code: 0, or 1 when values are wrong or the controller could not serve the releases; then nothing is
        written.
    """
    with node_starting():  # cdk8s waits for Node, so the values are checked meanwhile
        from cdk8s_iter8.app.conflicts import controller_conflicts
        from cdk8s_iter8.app.files import read_files, values_files

        beside = directory.parent / "controller.yaml"
        try:
            found = read_files([*([beside] if beside.exists() else []), *values_files([directory])])
        except ValuesError as error:
            return _failed(error.lines)
    if problems := [*found.problems, *controller_conflicts(found.controllers, found.releases)]:
        return _failed(problems)

    from cdk8s import App

    from cdk8s_iter8 import Release

    app = App()
    for file, plan in found.releases.items():
        Release(app, file.stem, values=plan)
    for controller in found.controllers.values():
        from cdk8s_iter8.charts.engines import add_controller

        add_controller(app, controller.values)
    app.synth()
    return 0


def _failed(problems: Iterable[str]) -> int:
    sys.stderr.write("".join(f"{line}\n" for line in problems))
    return 1
