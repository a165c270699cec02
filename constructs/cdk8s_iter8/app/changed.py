"""Remembers, outside the project, what the last synthesis was made from, so that the next one can leave it alone.

A file is left alone only if nothing can be different: its values, the controller's, this project, every installed
package and what is in the output directory are as they were, byte by byte. The record says nothing about what the
objects are; if it is lost, or wrong, everything is synthesized.
"""

import json
import os
import pathlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import entry_points
from importlib.util import find_spec
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # where nothing has changed, they are not imported
    from cdk8s_iter8.app.files import ValuesFiles
    from cdk8s_iter8.release.resolved import ResolvedRelease

Names = frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class Made:
    """What a file of the output directory was made from.

    Attributes:
        values: The digest of the values file.
        output: The digest of the file that was written.
        names: The names that its objects take; empty for a controller.
    """

    values: str
    output: str
    names: Names


@dataclass(frozen=True)
class Record:
    """What a directory of values files was synthesized to.

    Attributes:
        place: The record's file.
        output: The output directory.
        key: The digest of all that every file depends on: the controller's values, this project and its packages.
        made: What was made by the last synthesis, by the values file's name; empty where it was made otherwise.
        controllers: The digests of the controllers' files in the output directory, by their names.
        auto: Whether a controller's file follows from the releases.
    """

    place: pathlib.Path
    output: pathlib.Path
    key: str
    made: Mapping[str, Made]
    controllers: Mapping[str, str]
    auto: bool

    @classmethod
    def read(cls, directory: pathlib.Path, output: pathlib.Path, controllers: Iterable[pathlib.Path]) -> "Record":
        """Reads the record of a directory; it is empty if there is none, or it cannot be read.

        Args:
            directory: The directory of the values files.
            output: The output directory.
            controllers: The files of controllers.
        """
        place = _place(directory, output)
        key = _digest(*_project(), *(_digest_of(file).encode() for file in controllers))
        try:
            data = json.loads(place.read_text(encoding="utf-8"))
            if data["key"] == key:
                made = {name: _made(each) for name, each in data["made"].items()}
                return cls(place, output, key, made, dict(data["controllers"]), bool(data["auto"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            pass
        return cls(place, output, key, {}, {}, auto=False)

    def forgotten(self) -> "Record":
        """Returns the record as if nothing had been made: for a synthesis of everything."""
        return replace(self, made={}, controllers={}, auto=False)

    def unchanged(self, files: Iterable[pathlib.Path]) -> list[pathlib.Path]:
        """Returns the files that need not be synthesized again.

        Args:
            files: The values files, without controllers.
        """
        files = list(files)
        stay = [file for file in files if self._is_unchanged(file)]
        follows = self.auto and not len(stay) == len(files) == len(self.made)
        wrong = any(self._output_digest(name) != digest for name, digest in self.controllers.items())
        return [] if follows or wrong else stay

    def takes(self, files: Iterable[pathlib.Path], releases: "Iterable[ResolvedRelease]") -> bool:
        """Tells whether a name of the releases is taken by one of the files that were left alone.

        Args:
            files: The files that were left alone.
            releases: The releases that were read.
        """
        taken = frozenset[tuple[str, ...]]().union(*(self.made[file.name].names for file in files))
        return any(names_of(release) & taken for release in releases)

    def write(self, files: Iterable[pathlib.Path], read: "ValuesFiles") -> None:
        """Writes the record of a synthesis that has ended well; it stays away if it cannot be written.

        Args:
            files: All values files, without controllers.
            read: The files that were synthesized; the others were left alone.
        """
        made = {file.name: self._made_of(file, read) for file in files}
        controllers, auto = self.controllers, self.auto
        if not self.made:
            names = [f"{each.values.app_name}.k8s.yaml" for each in read.controllers.values()]
            controllers = {name: self._output_digest(name) for name in names}
            auto = any(each.values.explicit_types is None for each in read.controllers.values())
        data = {
            "key": self.key,
            "made": {name: _data(each) for name, each in made.items()},
            "controllers": controllers,
            "auto": auto,
        }
        with suppress(OSError):
            self.place.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("w", dir=self.place.parent, delete=False, encoding="utf-8") as unfinished:
                json.dump(data, unfinished)
            pathlib.Path(unfinished.name).replace(self.place)

    def _made_of(self, file: pathlib.Path, read: "ValuesFiles") -> Made:
        if release := read.releases.get(file):
            return Made(_digest_of(file), self._output_digest(_output_name(file)), names_of(release))
        return self.made[file.name]

    def _is_unchanged(self, file: pathlib.Path) -> bool:
        made = self.made.get(file.name)
        if made is None:
            return False
        return (made.values, made.output) == (_digest_of(file), self._output_digest(_output_name(file)))

    def _output_digest(self, name: str) -> str:
        return _digest_of(self.output / name)


def _output_name(file: pathlib.Path) -> str:
    return f"{file.stem}.k8s.yaml"


def _digest_of(file: pathlib.Path) -> str:
    """Returns a file's digest; empty: it cannot be read."""
    try:
        return _digest(file.read_bytes())
    except OSError:
        return ""


def names_of(release: "ResolvedRelease") -> Names:
    """Returns the names that a release's objects take."""
    from cdk8s_iter8.routing.names import taken_names

    return frozenset(name.identity for name in taken_names(release.routing))


def _made(data: Sequence[Any]) -> Made:
    values, output, names = data
    return Made(str(values), str(output), frozenset(tuple(map(str, each)) for each in names))


def _data(made: Made) -> list[Any]:
    return [made.values, made.output, sorted(made.names)]


def _place(directory: pathlib.Path, output: pathlib.Path) -> pathlib.Path:
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    name = _digest(str(directory.resolve()).encode(), str(output.resolve()).encode())
    return cache / "cdk8s-iter8" / f"{name}.json"


def _project() -> Iterator[bytes]:
    """Yields all that decides what is written, but the values: Python, its packages, and the program's own files."""
    yield sys.version.encode()
    for directory in map(pathlib.Path, sys.path):
        if directory.is_dir():
            yield from sorted(each.name.encode() for each in directory.glob("*-info"))
    # An installed package has the version in its name. What is installed from a work tree may change without one.
    programs = {root for package in set(_packages()) for root in _roots(package)}
    for file in sorted(file for root in programs for file in root.rglob("*") if "__pycache__" not in file.parts):
        state = file.stat()
        yield f"{file} {state.st_size} {state.st_mtime_ns}".encode()


def _packages() -> Iterator[str]:
    """Yields this project's packages, and those of all environments."""
    own = __name__.partition(".")[0]
    yield from (own, f"{own}_crds")
    yield from (point.module.partition(".")[0] for point in entry_points(group=f"{own}.environments"))


def _roots(package: str) -> Iterator[pathlib.Path]:
    spec = find_spec(package)
    yield from (pathlib.Path(each) for each in (spec and spec.submodule_search_locations) or ())
    if spec and spec.origin and not spec.submodule_search_locations:
        yield pathlib.Path(spec.origin)


def _digest(*parts: bytes) -> str:
    digest = sha256()
    for each in parts:
        digest.update(len(each).to_bytes(8, "big"))
        digest.update(each)
    return digest.hexdigest()
