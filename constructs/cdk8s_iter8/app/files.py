"""Reads the values files of a command. All files are read before any problem is reported."""

import pathlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from cdk8s_iter8.app.conflicts import conflicts, controller_conflicts
from cdk8s_iter8.iter8.resource_type import HTTP_ROUTE_VERSION
from cdk8s_iter8.release.check import resolve_source
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import PlacedProblem, Problem, ValuesError
from cdk8s_iter8.validation.source import Source, named, read
from cdk8s_iter8.values.layers import Layers

if TYPE_CHECKING:  # imported only if there is a controller: most commands read releases only
    from cdk8s_iter8.controller.file import ControllerFile

T = TypeVar("T")

NO_NAMES: Mapping[pathlib.Path, str] = MappingProxyType({})
NO_LAYERS = Layers()


@dataclass(frozen=True)
class ValuesFiles:
    """Releases and controllers from files, and the problems of the files.

    Attributes:
        releases: The releases of valid files, by file.
        controllers: The controllers of valid files that can serve the releases, by file.
        problems: All problems: of a file, of names that two files share, of a second controller, and of a controller
            that cannot serve the releases.
    """

    releases: Mapping[pathlib.Path, ResolvedRelease]
    controllers: "Mapping[pathlib.Path, ControllerFile]"
    problems: tuple[PlacedProblem, ...]


def read_files(
    files: Iterable[pathlib.Path], names: Mapping[pathlib.Path, str] = NO_NAMES, layers: Layers = NO_LAYERS
) -> ValuesFiles:
    """Reads releases and, from files named ``controller.yaml``, controllers, and checks them as one app.

    Args:
        files: The files; `STANDARD_INPUT` is the release that is piped into the program.
        names: The names of releases that are not their files' names.
        layers: What is laid over each release's values.
    """
    problems: list[PlacedProblem] = []
    files = list(files)
    controllers = _load_all(_controller, [file for file in files if is_controller(file)], problems)
    versions = [controller.values.http_route_version for controller in controllers.values()]
    route_version = versions[0] if versions else HTTP_ROUTE_VERSION

    def name(file: pathlib.Path) -> str:
        return names.get(file, file.stem)

    def source(file: pathlib.Path) -> Source:
        return layers.over(read(file), name(file))

    def release(file: pathlib.Path) -> ResolvedRelease:
        return resolve_source(source(file), name(file), http_route_version=route_version)

    releases = _load_all(release, [file for file in files if not is_controller(file)], problems)
    problems += conflicts(releases, source)
    unfit = {file: controller.problems(releases.values()) for file, controller in controllers.items()}
    fit = {file: controller for file, controller in controllers.items() if not unfit[file]}
    problems += chain.from_iterable(unfit.values())
    problems += controller_conflicts(controllers, releases)
    return ValuesFiles(releases, fit, tuple(dict.fromkeys(problems)))  # a wrong layer is told once


def read_releases(
    files: Iterable[pathlib.Path], names: Mapping[pathlib.Path, str] = NO_NAMES, layers: Layers = NO_LAYERS
) -> Mapping[pathlib.Path, ResolvedRelease]:
    """Reads releases; files of controllers are left out.

    Args:
        files: The files; `STANDARD_INPUT` is the release that is piped into the program.
        names: The names of releases that are not their files' names.
        layers: What is laid over each release's values.

    Raises:
        ValuesError: All problems of the files.
    """
    values = read_files((file for file in files if not is_controller(file)), names, layers)
    if values.problems:
        raise ValuesError(values.problems)
    return values.releases


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
            yield f"{named(path)}: holds no values file (NAME.yaml)"


def unread_directories(paths: Iterable[pathlib.Path]) -> Iterator[str]:
    """Yields a line for every directory inside a directory, if it has values files, which are not read.

    Args:
        paths: Files and directories, as given to `values_files`.
    """
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else []
        for directory in (entry for entry in inside if entry.is_dir() and not entry.name.startswith(".")):
            if any(file.is_file() for file in _files_in(directory)):
                yield f"{named(directory)}: the values files in this directory are not read; to read them, name it"


def is_controller(file: pathlib.Path) -> bool:
    """Tells whether a file is for a controller, by its name."""
    return file.stem == "controller"


def _files_in(directory: pathlib.Path) -> list[pathlib.Path]:
    try:
        candidates = [file for file in directory.iterdir() if file.suffix.lower() in (".yaml", ".yml")]
    except OSError as error:
        problem = Problem((), f"cannot be read: {error.strerror or error}")
        raise ValuesError([PlacedProblem(named(directory), None, problem)]) from error
    return sorted(file for file in candidates if not file.name.startswith("."))


def _controller(file: pathlib.Path) -> "ControllerFile":
    from cdk8s_iter8.controller.file import load_controller

    return load_controller(file)


def _load_all(
    load_file: Callable[[pathlib.Path], T], files: Iterable[pathlib.Path], problems: list[PlacedProblem]
) -> dict[pathlib.Path, T]:
    loaded: dict[pathlib.Path, T] = {}
    for file in files:
        try:
            loaded[file] = load_file(file)
        except ValuesError as error:
            problems += error.problems
    return loaded
