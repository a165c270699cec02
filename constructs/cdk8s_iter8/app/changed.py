"""Remembers, outside the project, what the last synthesis was made from. The next one skips what is the same.

A file is left alone only if nothing can be different: its values, the controller's values, this project, every
installed package and the output are as they were, byte by byte. The record holds digests and names, no objects. If it
is lost or wrong, everything is synthesized.
"""

import json
import os
import pathlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

from cdk8s_iter8.app.digests import digest, digest_of, project_parts

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
        made: What the last synthesis made, by the values file's name; empty if it was made without a record.
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
        key = digest(*project_parts(), *(digest_of(file).encode() for file in controllers))
        try:
            data = json.loads(place.read_text(encoding="utf-8"))
            if data["key"] == key:
                made = {name: _made(record) for name, record in data["made"].items()}
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
        """Tells whether a file that was left alone takes a name of the releases.

        Args:
            files: The files that were left alone.
            releases: The releases that were read.
        """
        taken = frozenset[tuple[str, ...]]().union(*(self.made[file.name].names for file in files))
        return any(names_of(release) & taken for release in releases)

    def write(self, files: Iterable[pathlib.Path], read: "ValuesFiles") -> None:
        """Writes the record of a synthesis that has succeeded. If it cannot be written, there is none.

        Args:
            files: All values files, without controllers.
            read: The files that were synthesized; the others were left alone.
        """
        made = {file.name: self._made_of(file, read) for file in files}
        controllers, auto = self.controllers, self.auto
        if not self.made:
            names = [f"{controller.values.app_name}.k8s.yaml" for controller in read.controllers.values()]
            controllers = {name: self._output_digest(name) for name in names}
            auto = any(controller.values.explicit_types is None for controller in read.controllers.values())
        data = {
            "key": self.key,
            "made": {name: _data(record) for name, record in made.items()},
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
            return Made(digest_of(file), self._output_digest(_output_name(file)), names_of(release))
        return self.made[file.name]

    def _is_unchanged(self, file: pathlib.Path) -> bool:
        made = self.made.get(file.name)
        if made is None:
            return False
        return (made.values, made.output) == (digest_of(file), self._output_digest(_output_name(file)))

    def _output_digest(self, name: str) -> str:
        return digest_of(self.output / name)


def _output_name(file: pathlib.Path) -> str:
    return f"{file.stem}.k8s.yaml"


def names_of(release: "ResolvedRelease") -> Names:
    """Returns the names that a release's objects take."""
    from cdk8s_iter8.routing.names import taken_names

    return frozenset(name.identity for name in taken_names(release.routing))


def _made(data: Sequence[Any]) -> Made:
    values, output, names = data
    return Made(str(values), str(output), frozenset(tuple(map(str, pair)) for pair in names))


def _data(made: Made) -> list[Any]:
    return [made.values, made.output, sorted(made.names)]


def _place(directory: pathlib.Path, output: pathlib.Path) -> pathlib.Path:
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    name = digest(str(directory.resolve()).encode(), str(output.resolve()).encode())
    return cache / "cdk8s-iter8" / f"{name}.json"
