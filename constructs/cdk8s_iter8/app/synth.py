"""Synthesizes a directory of values files: every file becomes a Release, controller.yaml a controller."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from cdk8s_iter8 import ValuesError
from cdk8s_iter8.app.node_start import node_starting

RELEASES = Path("releases")


def run(arguments: Sequence[str]) -> int:
    """Runs ``main.py``.

    Args:
        arguments: The command's arguments: the directory of the values files, or none for ``releases``, which may be
            absent where there is no release.

    Returns:
        The exit code.

    Raises:
        SystemExit: The arguments are wrong (2), or help was asked for (0).
    """
    if not arguments:
        return main(RELEASES)
    from argparse import ArgumentParser

    parser = ArgumentParser(
        prog="main.py",
        description="Synthesizes values files into $CDK8S_OUTDIR (dist by default). Files named NAME.k8s.yaml there "
        "that it does not write are removed.",
    )
    text = "where the values files are, NAME.yaml for the release NAME; default: releases"
    parser.add_argument("directory", metavar="DIR", nargs="?", type=Path, default=RELEASES, help=text)
    directory: Path = parser.parse_args(arguments).directory
    if not directory.is_dir():
        return _failed([f"{directory}: is not a directory"])
    return main(directory)


def main(directory: Path) -> int:
    """Synthesizes every values file of a directory, and the controller.yaml beside it, if there is one.

    Args:
        directory: Where the values files are, `NAME.yaml` for the release NAME. An absent one has no releases: git
            keeps no empty directories.

    Returns:
        The exit code: 0, or 1 when values are wrong or the controller could not serve the releases; then nothing is
        written.
    """
    with node_starting():  # cdk8s waits for Node, so the values are checked meanwhile
        from cdk8s_iter8.app.files import (
            app_files,
            controller_beside,
            empty_directories,
            read_files,
            unread_directories,
        )

        try:
            files = app_files([directory]) if directory.exists() else controller_beside(directory)
            found = read_files(files)
            _say([*empty_directories([directory]), *unread_directories([directory])])
        except ValuesError as error:
            return _failed(error.lines)
    if found.problems:
        return _failed(map(str, found.problems))

    from cdk8s import App

    from cdk8s_iter8 import Release
    from cdk8s_iter8.app.output import replacing

    output = Path(os.environ.get("CDK8S_OUTDIR") or "dist")
    try:
        with replacing(output) as unfinished:
            app = App(outdir=str(unfinished))
            for file, plan in found.releases.items():
                Release(app, file.stem, values=plan)
            for controller in found.controllers.values():
                from cdk8s_iter8.charts.engines import add_controller

                add_controller(app, controller.values)
            app.synth()
    except OSError as error:
        return _failed([f"{output}: cannot be written: {error.strerror or error}"])
    return 0


def _failed(problems: Iterable[str]) -> int:
    _say(problems)
    return 1


def _say(lines: Iterable[str]) -> None:
    sys.stderr.write("".join(f"{line}\n" for line in lines))
