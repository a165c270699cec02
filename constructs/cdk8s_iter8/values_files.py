"""The values files that a command was given, all read before anything is said of one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from cdk8s_iter8.release_check import load
from cdk8s_iter8.release_plan import ReleasePlan
from cdk8s_iter8.values.problem import ValuesError


def values_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yields files as given, and those of directories (``*.yaml``, ``*.yml``) in alphabetical order.

    Raises:
        ValuesError: A directory holds no such file.
    """
    for path in paths:
        found = sorted(path.glob("*.y*ml")) if path.is_dir() else [path]
        if not found:
            raise ValuesError([f"{path}: holds no values file (NAME.yaml)"])
        yield from found


def loaded(files: Iterable[Path]) -> dict[Path, ReleasePlan]:
    """Works out the release of each file.

    Raises:
        ValuesError: Everything that is wrong with any of the files, a line each.
    """
    releases: dict[Path, ReleasePlan] = {}
    problems: list[str] = []
    for file in files:
        try:
            releases[file] = load(file)
        except ValuesError as error:
            problems += error.lines
    if problems:
        raise ValuesError(problems)
    return releases
