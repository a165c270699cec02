"""What an edited values file is part of: the other files of its directory, and the app that is made of them."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from cdk8s_iter8.app.conflicts import conflicts
from cdk8s_iter8.app.files import is_controller, values_files
from cdk8s_iter8.release.check import load
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.routing.names import taken_names
from cdk8s_iter8.validation.problem import ValuesError

APP = "main.py"


def new_conflicts(file: Path, before: ResolvedRelease | None, after: ResolvedRelease) -> list[str]:
    """Returns a line for each name that an edit takes, although another file of the directory has it.

    The other files are read only when the edit takes names.

    Args:
        file: The edited file.
        before: What it said; None: it was wrong.
        after: What it is to say.
    """
    had = {each.identity for each in taken_names(before.routing)} if before else set()
    if {each.identity for each in taken_names(after.routing)} <= had:
        return []
    releases = dict(_neighbours(file))
    known = set(conflicts({**releases, file: before})) if before else set(conflicts(releases))
    return [str(problem) for problem in conflicts({**releases, file: after}) if problem not in known]


def _neighbours(file: Path) -> Iterator[tuple[Path, ResolvedRelease]]:
    for other in values_files([file.parent]):
        if other.name != file.name and not is_controller(other):
            try:
                yield other, load(other)
            except ValuesError:  # wrong by itself, whatever is edited here
                continue


def app_directory(file: Path) -> Path | None:
    """Returns the nearest directory above a values file that has a ``main.py``; None: there is none."""
    return next((each for each in file.resolve().parents if (each / APP).is_file()), None)


def synthesize(directory: Path) -> list[str]:
    """Runs ``python main.py`` in a directory.

    Returns:
        What it has printed as errors, line by line; empty: all went well.
    """
    found = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"  # where set-up puts Node
    done = subprocess.run(  # noqa: S603 - the user's own app, which the user asks for
        [sys.executable, APP], cwd=directory, env=os.environ | {"PATH": found}, stderr=subprocess.PIPE, check=False
    )
    lines = done.stderr.decode(errors="backslashreplace").splitlines()
    if done.returncode == 0:
        return []
    return lines or [f"{directory / APP}: exit code {done.returncode}"]
