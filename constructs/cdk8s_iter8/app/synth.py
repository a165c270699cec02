"""Synthesizes a directory of values files: every file becomes a Release, controller.yaml a controller."""

import pathlib
import sys
from collections.abc import Iterable

from cdk8s_iter8 import ValuesError
from cdk8s_iter8.app.node_start import node_starting


def main(directory: pathlib.Path) -> int:
    """Synthesizes the values files of a directory, and a controller.yaml beside the directory.

    Args:
        directory: The directory of the values files, `NAME.yaml` for the release NAME.

    Returns:
        The exit code: 0, or 1 if values are wrong or the controller cannot serve the releases. With 1, nothing is
        written.
    """
    with node_starting():  # cdk8s waits for Node, so the values are checked meanwhile
        from cdk8s_iter8.app.conflicts import controller_conflicts
        from cdk8s_iter8.app.files import read_files, values_files

        beside = directory.parent / "controller.yaml"
        try:
            read = read_files([*([beside] if beside.exists() else []), *values_files([directory])])
        except ValuesError as error:
            return _report(error.lines)
    if problems := [*read.problems, *controller_conflicts(read.controllers, read.releases)]:
        return _report(problems)

    from cdk8s import App

    from cdk8s_iter8 import Release

    app = App()
    for file, release in read.releases.items():
        Release(app, file.stem, values=release)
    for controller in read.controllers.values():
        from cdk8s_iter8.charts.engines import add_controller

        add_controller(app, controller.values)
    app.synth()
    return 0


def _report(problems: Iterable[str]) -> int:
    sys.stderr.write("".join(f"{line}\n" for line in problems))
    return 1
