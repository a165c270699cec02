"""Digests of files, and of this project with all its packages."""

import pathlib
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import entry_points
from importlib.util import find_spec


def digest_of(file: pathlib.Path) -> str:
    """Returns a file's digest; empty: it cannot be read."""
    try:
        return digest(file.read_bytes())
    except OSError:
        return ""


def project_parts() -> Iterator[bytes]:
    """Yields what decides the output apart from the values: Python, its packages, and the program's own files."""
    yield sys.version.encode()
    for directory in map(pathlib.Path, sys.path):
        if directory.is_dir():
            yield from sorted(path.name.encode() for path in directory.glob("*-info"))
    # An installed package has its version in the name. One that is installed from a work tree may change without it.
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
    yield from (pathlib.Path(place) for place in (spec and spec.submodule_search_locations) or ())
    if spec and spec.origin and not spec.submodule_search_locations:
        yield pathlib.Path(spec.origin)


def digest(*parts: bytes) -> str:
    """Returns a digest that changes with every part, and with the number of parts."""
    made = sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()
