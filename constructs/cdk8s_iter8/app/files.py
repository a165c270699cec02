"""The values files that a command was given, all read before anything is said of one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cdk8s_iter8.app.conflicts import conflicts, controller_conflicts
from cdk8s_iter8.iter8.resource_type import HTTP_ROUTE_VERSION
from cdk8s_iter8.release.check import checked_source, load
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import PlacedProblem, Problem, ValuesError
from cdk8s_iter8.validation.source import STANDARD_INPUT, named, read

if TYPE_CHECKING:  # most commands are for releases alone, and then need not import it
    from cdk8s_iter8.controller.file import ControllerFile

T = TypeVar("T")


@dataclass(frozen=True)
class ValuesFiles:
    """What some files say, and what is wrong with them.

    Attributes:
        releases: The releases that can be made, by file.
        controllers: The controllers that can be made and can serve the releases, by file.
        problems: Everything that is wrong with any file, and with all of them as one app: names that two files take,
            a second controller, and why a controller cannot serve the releases.
    """

    releases: Mapping[Path, ResolvedRelease]
    controllers: "Mapping[Path, ControllerFile]"
    problems: tuple[PlacedProblem, ...]


def read_files(files: Iterable[Path], piped: str = "") -> ValuesFiles:
    """Reads releases and, from files named ``controller.yaml``, controllers, and checks them as one app.

    Args:
        files: The files; `STANDARD_INPUT` is the release that is piped into the program.
        piped: The name of that release.
    """
    problems: list[PlacedProblem] = []
    files = list(files)
    controllers = _made(_controller, [file for file in files if is_controller(file)], problems)
    versions = [controller.values.http_route_version for controller in controllers.values()]
    route_version = versions[0] if versions else HTTP_ROUTE_VERSION

    def release(file: Path) -> ResolvedRelease:
        if file == STANDARD_INPUT:
            return checked_source(read(file), piped, http_route_version=route_version)
        return load(file, http_route_version=route_version)

    releases = _made(release, [file for file in files if not is_controller(file)], problems)
    problems += conflicts(releases)
    unfit = {file: controller.problems(releases.values()) for file, controller in controllers.items()}
    fit = {file: controller for file, controller in controllers.items() if not unfit[file]}
    problems += chain.from_iterable(unfit.values())
    problems += controller_conflicts(controllers, releases)
    return ValuesFiles(releases, fit, tuple(problems))


def read_releases(files: Iterable[Path], piped: str = "") -> Mapping[Path, ResolvedRelease]:
    """Reads releases and leaves controllers out.

    Args:
        files: The files; `STANDARD_INPUT` is the release that is piped into the program.
        piped: The name of that release.

    Raises:
        ValuesError: Everything that is wrong with any of the files, a line each.
    """
    found = read_files((file for file in files if not is_controller(file)), piped)
    if found.problems:
        raise ValuesError(found.problems)
    return found.releases


def values_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yields files as given, and those of directories in alphabetical order: ``*.yaml`` and ``*.yml``, none hidden.

    Raises:
        ValuesError: A directory cannot be read.
    """
    for path in paths:
        yield from _inside(path) if path.is_dir() else [path]


def app_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yields the files of an app: those of `values_files`, and before them the ``controller.yaml`` beside a directory.

    Args:
        paths: Files and directories. A file that is named twice is yielded once.

    Raises:
        ValuesError: A directory cannot be read.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in (*(controller_beside(path) if path.is_dir() else ()), *values_files([path])):
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def controller_beside(directory: Path) -> list[Path]:
    """Returns the ``controller.yaml`` beside a directory of releases, if there is one."""
    beside = directory.parent / "controller.yaml"
    return [beside] if beside.exists() else []


def empty_directories(paths: Iterable[Path]) -> Iterator[str]:
    """Yields a line for each directory that holds no values file.

    Args:
        paths: Files and directories, as given to `values_files`.
    """
    for path in paths:
        if path.is_dir() and not _inside(path):
            yield f"{named(path)}: holds no values file (NAME.yaml)"


def unread_directories(paths: Iterable[Path]) -> Iterator[str]:
    """Yields a line for each directory inside a directory whose values files are not read.

    Args:
        paths: Files and directories, as given to `values_files`.
    """
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else []
        for directory in (each for each in inside if each.is_dir() and not each.name.startswith(".")):
            if any(file.is_file() for file in _inside(directory)):
                yield f"{named(directory)}: the values files in this directory are not read; to read them, name it"


def is_controller(file: Path) -> bool:
    """Tells whether a file is for the controller's values, by its name."""
    return file.stem == "controller"


def _inside(directory: Path) -> list[Path]:
    try:
        found = [file for file in directory.iterdir() if file.suffix.lower() in (".yaml", ".yml")]
    except OSError as error:
        problem = Problem((), f"cannot be read: {error.strerror or error}")
        raise ValuesError([PlacedProblem(named(directory), None, problem)]) from error
    return sorted(file for file in found if not file.name.startswith("."))


def _controller(file: Path) -> "ControllerFile":
    from cdk8s_iter8.controller.file import load_controller

    return load_controller(file)


def _made(make: Callable[[Path], T], files: Iterable[Path], problems: list[PlacedProblem]) -> dict[Path, T]:
    made: dict[Path, T] = {}
    for file in files:
        try:
            made[file] = make(file)
        except ValuesError as error:
            problems += error.problems
    return made
