"""The values files that a command was given, all read before anything is said of one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cdk8s_iter8.app.conflicts import conflicts
from cdk8s_iter8.iter8.resource_type import HTTP_ROUTE_VERSION
from cdk8s_iter8.release.check import load
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import ValuesError

if TYPE_CHECKING:  # most commands are for releases alone, and then need not import it
    from cdk8s_iter8.controller.file import ControllerFile

T = TypeVar("T")


@dataclass(frozen=True)
class ValuesFiles:
    """What some files say, and what is wrong with them.

    Attributes:
        releases: The releases that can be made, by file.
        controllers: The controllers that can be made and can serve the releases, by file.
        problems: Everything that is wrong with any file, names that two files take, and why a controller cannot serve
            the releases, a line each.
    """

    releases: Mapping[Path, ResolvedRelease]
    controllers: "Mapping[Path, ControllerFile]"
    problems: tuple[str, ...]


def read_files(files: Iterable[Path]) -> ValuesFiles:
    """Reads releases and, from files named ``controller.yaml``, controllers, and checks them together."""
    problems: list[str] = []
    files = list(files)
    controllers = _made(_controller, [file for file in files if is_controller(file)], problems)
    versions = [controller.values.http_route_version for controller in controllers.values()]
    route_version = versions[0] if versions else HTTP_ROUTE_VERSION
    releases = _made(
        lambda file: load(file, http_route_version=route_version),
        [file for file in files if not is_controller(file)],
        problems,
    )
    problems += conflicts(releases)
    unfit = {file: controller.problems(releases.values()) for file, controller in controllers.items()}
    fit = {file: controller for file, controller in controllers.items() if not unfit[file]}
    return ValuesFiles(releases, fit, (*problems, *chain.from_iterable(unfit.values())))


def read_releases(files: Iterable[Path]) -> Mapping[Path, ResolvedRelease]:
    """Reads releases and leaves controllers out.

    Raises:
        ValuesError: Everything that is wrong with any of the files, a line each.
    """
    found = read_files(file for file in files if not is_controller(file))
    if found.problems:
        raise ValuesError(found.problems)
    return found.releases


def values_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yields files as given, and those of directories in alphabetical order: ``*.yaml`` and ``*.yml``, none hidden.

    Raises:
        ValuesError: A directory holds no such file, or cannot be read.
    """
    for path in paths:
        yield from _inside(path) if path.is_dir() else [path]


def _inside(directory: Path) -> list[Path]:
    try:
        found = [file for file in directory.iterdir() if file.suffix.lower() in (".yaml", ".yml")]
    except OSError as error:
        raise ValuesError([f"{directory}: cannot be read: {error.strerror or error}"]) from error
    files = sorted(file for file in found if not file.name.startswith("."))
    if not files:
        raise ValuesError([f"{directory}: holds no values file (NAME.yaml)"])
    return files


def is_controller(file: Path) -> bool:
    """Tells whether a file is for the controller's values, by its name."""
    return file.stem == "controller"


def _controller(file: Path) -> "ControllerFile":
    from cdk8s_iter8.controller.file import load_controller

    return load_controller(file)


def _made(make: Callable[[Path], T], files: Iterable[Path], problems: list[str]) -> dict[Path, T]:
    made: dict[Path, T] = {}
    for file in files:
        try:
            made[file] = make(file)
        except ValuesError as error:
            problems += error.lines
    return made
