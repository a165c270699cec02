"""Reads the values files of a command. All files are read before any problem is reported."""

import pathlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from cdk8s_iter8.app.conflicts import conflicts, controller_conflicts
from cdk8s_iter8.app.listing import is_controller
from cdk8s_iter8.app.synthesis import ChartOf
from cdk8s_iter8.iter8.resource_type import HTTP_ROUTE_VERSION
from cdk8s_iter8.release.check import resolve_source
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import PlacedProblem, ValuesError
from cdk8s_iter8.validation.source import Source, read
from cdk8s_iter8.values.layers import Layers

if TYPE_CHECKING:  # imported only if there is a controller: most commands read releases only
    from cdk8s_iter8.app.controllers import CheckedController
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
        controller_charts: The charts of the controllers, by file; a chart's id is the name of its file in dist/.
    """

    releases: Mapping[pathlib.Path, ResolvedRelease]
    controllers: "Mapping[pathlib.Path, ControllerFile]"
    problems: tuple[PlacedProblem, ...]
    controller_charts: Mapping[pathlib.Path, ChartOf] = field(default_factory=dict)


def read_files(
    files: Iterable[pathlib.Path],
    names: Mapping[pathlib.Path, str] = NO_NAMES,
    layers: Layers = NO_LAYERS,
    seen: Callable[[pathlib.Path, ResolvedRelease], object] = lambda _, __: None,
) -> ValuesFiles:
    """Reads releases and, from files named ``controller.yaml``, controllers, and checks them as one app.

    Args:
        files: The files; `STANDARD_INPUT` is the release that is piped into the program.
        names: The names of releases that are not their files' names.
        layers: What is laid over each release's values.
        seen: Is called with each file whose release is valid by itself, as soon as it is read.
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
        read_release = resolve_source(source(file), name(file), http_route_version=route_version)
        seen(file, read_release)
        return read_release

    releases = _load_all(release, [file for file in files if not is_controller(file)], problems)
    problems += conflicts(releases, source)
    checked = {file: _checked(controller, releases) for file, controller in controllers.items()}
    problems += chain.from_iterable(controller.problems for controller in checked.values())
    problems += controller_conflicts(controllers, releases)
    fit = {file: controller for file, controller in controllers.items() if not checked[file].problems}
    charts = {file: (controller.values.app_name, checked[file].manifests) for file, controller in fit.items()}
    return ValuesFiles(releases, fit, tuple(dict.fromkeys(problems)), charts)  # a wrong layer is told once


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


def _checked(controller: "ControllerFile", releases: Mapping[pathlib.Path, ResolvedRelease]) -> "CheckedController":
    from cdk8s_iter8.app.controllers import checked_controller  # an app without controller does not pay for it

    return checked_controller(controller, releases.values())


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
