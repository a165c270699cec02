"""Lists the values files of a command, without reading any."""

import pathlib
from collections.abc import Iterable, Iterator

from cdk8s_iter8.validation.problem import PlacedProblem, Problem, ValuesError, printable


def values_files(paths: Iterable[pathlib.Path]) -> Iterator[pathlib.Path]:
    """Yields the given files, and of directories the files ``*.yaml`` and ``*.yml`` in order, without hidden files.

    Raises:
        ValuesError: A directory cannot be read.
    """
    for path in paths:
        yield from _files_in(path) if path.is_dir() else [path]


def app_files(paths: Iterable[pathlib.Path]) -> Iterator[pathlib.Path]:
    """Yields the files of an app: those of `values_files`, and before them the ``controller.yaml`` beside a directory.

    Args:
        paths: Files and directories. A file that is named twice is yielded once.

    Raises:
        ValuesError: A directory cannot be read.
    """
    seen: set[pathlib.Path] = set()
    for path in paths:
        for file in (*(controller_beside(path) if path.is_dir() else ()), *values_files([path])):
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def controller_beside(directory: pathlib.Path) -> list[pathlib.Path]:
    """Returns the ``controller.yaml`` beside a directory of releases, if there is one."""
    beside = directory.parent / "controller.yaml"
    return [beside] if beside.exists() else []


def empty_directories(paths: Iterable[pathlib.Path]) -> Iterator[str]:
    """Yields a line for every directory without a values file.

    Args:
        paths: Files and directories, as given to `values_files`.
    """
    for path in paths:
        if path.is_dir() and not _files_in(path):
            yield f"{_named(path)}: holds no values file (NAME.yaml)"


def unread_directories(paths: Iterable[pathlib.Path]) -> Iterator[str]:
    """Yields a line for every directory inside a directory, if it has values files, which are not read.

    Args:
        paths: Files and directories, as given to `values_files`.
    """
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else []
        for directory in (entry for entry in inside if entry.is_dir() and not entry.name.startswith(".")):
            if any(file.is_file() for file in _files_in(directory)):
                yield f"{_named(directory)}: the values files in this directory are not read; to read them, name it"


def is_controller(file: pathlib.Path) -> bool:
    """Tells whether a file is for a controller, by its name."""
    return file.stem == "controller"


def _files_in(directory: pathlib.Path) -> list[pathlib.Path]:
    try:
        candidates = [file for file in directory.iterdir() if file.suffix.lower() in (".yaml", ".yml")]
    except OSError as error:
        problem = Problem((), f"cannot be read: {error.strerror or error}")
        raise ValuesError([PlacedProblem(_named(directory), None, problem)]) from error
    return sorted(file for file in candidates if not file.name.startswith("."))


def _named(path: pathlib.Path) -> str:
    return printable(str(path))
