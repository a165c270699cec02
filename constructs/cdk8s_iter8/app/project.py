"""The surroundings of an edited values file: the other files of its directory, and their app."""

import os
import pathlib
import subprocess
import sys
from collections.abc import Iterator

from cdk8s_iter8.app.conflicts import conflicts
from cdk8s_iter8.app.listing import is_controller, values_files
from cdk8s_iter8.release.check import load
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.routing.names import taken_names
from cdk8s_iter8.validation.problem import ValuesError

APP = "main.py"


def new_conflicts(file: pathlib.Path, before: ResolvedRelease | None, after: ResolvedRelease) -> list[str]:
    """Returns a line for every name that an edit adds although another file of the directory has it.

    The other files are read only if the edit adds names.

    Args:
        file: The edited file.
        before: The release before the edit; None: the file was wrong.
        after: The release after the edit.
    """
    had = {name.identity for name in taken_names(before.routing)} if before else set()
    if {name.identity for name in taken_names(after.routing)} <= had:
        return []
    releases = dict(_neighbours(file))
    known = set(conflicts({**releases, file: before})) if before else set(conflicts(releases))
    return [str(problem) for problem in conflicts({**releases, file: after}) if problem not in known]


def _neighbours(file: pathlib.Path) -> Iterator[tuple[pathlib.Path, ResolvedRelease]]:
    for other in values_files([file.parent]):
        if other.name != file.name and not is_controller(other):
            try:
                yield other, load(other)
            except ValuesError:  # an invalid file is reported elsewhere
                continue


def app_directory(file: pathlib.Path) -> pathlib.Path | None:
    """Returns the nearest directory above a values file that has a ``main.py``; None: there is none."""
    return next((parent for parent in file.resolve().parents if (parent / APP).is_file()), None)


def synthesize(directory: pathlib.Path) -> list[str]:
    """Runs ``python main.py`` in a directory.

    Returns:
        The lines that it printed to standard error; empty: synthesis succeeded.
    """
    path = f"{pathlib.Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"  # where set-up puts Node
    done = subprocess.run(  # noqa: S603 - the user's own app, which the user asks for
        [sys.executable, APP], cwd=directory, env=os.environ | {"PATH": path}, stderr=subprocess.PIPE, check=False
    )
    lines = done.stderr.decode(errors="backslashreplace").splitlines()
    if done.returncode == 0:
        return []
    return lines or [f"{directory / APP}: exit code {done.returncode}"]
