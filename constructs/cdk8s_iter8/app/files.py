"""Reads the values files of a command. All files are read before any problem is reported."""

import pathlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from cdk8s_iter8.app.conflicts import conflicts
from cdk8s_iter8.iter8.resource_type import HTTP_ROUTE_VERSION
from cdk8s_iter8.release.check import load
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import ValuesError

if TYPE_CHECKING:  # imported only if there is a controller: most commands read releases only
    from cdk8s_iter8.controller.file import ControllerFile

T = TypeVar("T")


@dataclass(frozen=True)
class ValuesFiles:
    """Releases and controllers from files, and the problems of the files.

    Attributes:
        releases: The releases of valid files, by file.
        controllers: The controllers of valid files that can serve the releases, by file.
        problems: One line for every problem: of a file, of a name that two files share, and of a controller that
            cannot serve the releases.
    """

    releases: Mapping[pathlib.Path, ResolvedRelease]
    controllers: "Mapping[pathlib.Path, ControllerFile]"
    problems: tuple[str, ...]


def read_files(files: Iterable[pathlib.Path]) -> ValuesFiles:
    """Reads releases and, from files named ``controller.yaml``, controllers, and checks them together."""
    problems: list[str] = []
    files = list(files)
    controllers = _load_all(_controller, [file for file in files if is_controller(file)], problems)
    versions = [controller.values.http_route_version for controller in controllers.values()]
    route_version = versions[0] if versions else HTTP_ROUTE_VERSION
    releases = _load_all(
        lambda file: load(file, http_route_version=route_version),
        [file for file in files if not is_controller(file)],
        problems,
    )
    problems += conflicts(releases)
    unfit = {file: controller.problems(releases.values()) for file, controller in controllers.items()}
    fit = {file: controller for file, controller in controllers.items() if not unfit[file]}
    return ValuesFiles(releases, fit, (*problems, *chain.from_iterable(unfit.values())))


def read_releases(files: Iterable[pathlib.Path]) -> Mapping[pathlib.Path, ResolvedRelease]:
    """Reads releases; files of controllers are left out.

    Raises:
        ValuesError: All problems of the files, one line for each.
    """
    read = read_files(file for file in files if not is_controller(file))
    if read.problems:
        raise ValuesError(read.problems)
    return read.releases


def values_files(paths: Iterable[pathlib.Path]) -> Iterator[pathlib.Path]:
    """Yields the given files, and of directories the files ``*.yaml`` and ``*.yml`` in order, without hidden files.

    Raises:
        ValuesError: A directory has no such file, or cannot be read.
    """
    for path in paths:
        yield from _files_in(path) if path.is_dir() else [path]


def _files_in(directory: pathlib.Path) -> list[pathlib.Path]:
    try:
        candidates = [file for file in directory.iterdir() if file.suffix.lower() in (".yaml", ".yml")]
    except OSError as error:
        raise ValuesError([f"{directory}: cannot be read: {error.strerror or error}"]) from error
    files = sorted(file for file in candidates if not file.name.startswith("."))
    if not files:
        raise ValuesError([f"{directory}: holds no values file (NAME.yaml)"])
    return files


def is_controller(file: pathlib.Path) -> bool:
    """Tells whether a file is for a controller, by its name."""
    return file.stem == "controller"


def _controller(file: pathlib.Path) -> "ControllerFile":
    from cdk8s_iter8.controller.file import load_controller

    return load_controller(file)


def _load_all(
    load_file: Callable[[pathlib.Path], T], files: Iterable[pathlib.Path], problems: list[str]
) -> dict[pathlib.Path, T]:
    loaded: dict[pathlib.Path, T] = {}
    for file in files:
        try:
            loaded[file] = load_file(file)
        except ValuesError as error:
            problems += error.lines
    return loaded
