"""Synthesizes a directory of values files: every file becomes a Release, controller.yaml a controller."""

import os
import pathlib
import sys
from collections.abc import Iterable, Sequence

from cdk8s_iter8 import ValuesError
from cdk8s_iter8.app.node_start import node_starting

RELEASES = pathlib.Path("releases")


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
    parser.add_argument("directory", metavar="DIR", nargs="?", type=pathlib.Path, default=RELEASES, help=text)
    directory: pathlib.Path = parser.parse_args(arguments).directory
    if not directory.is_dir():
        return _failed([f"{directory}: is not a directory"])
    return main(directory)


def main(directory: pathlib.Path) -> int:
    """Synthesizes the values files of a directory, and a controller.yaml beside the directory.

    Args:
        directory: The directory of the values files, `NAME.yaml` for the release NAME. It may be absent, if there are
            no releases: git keeps no empty directories.

    Returns:
        The exit code: 0, or 1 if values are wrong or the controller cannot serve the releases. With 1, nothing is
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
            read = read_files(files)
            _say([*empty_directories([directory]), *unread_directories([directory])])
        except ValuesError as error:
            return _failed(error.lines)
    if read.problems:
        return _failed(map(str, read.problems))

    from cdk8s import App

    from cdk8s_iter8 import Release
    from cdk8s_iter8.app.output import replacing

    output = pathlib.Path(os.environ.get("CDK8S_OUTDIR") or "dist")
    try:
        with replacing(output) as unfinished:
            app = App(outdir=str(unfinished))
            for file, release in read.releases.items():
                Release(app, file.stem, values=release)
            for controller in read.controllers.values():
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
