"""Versions of a layer laid over those below it: merged by name, added, or taken away."""

from collections.abc import Callable, Iterator, Sequence

from cdk8s_iter8.validation.misspelt import did_you_mean
from cdk8s_iter8.validation.problem import Path, PlacedProblem, Problem, ValuesError, as_text
from cdk8s_iter8.values.marked import Marked

VERSIONS: Path = ("application", "versions")

PATCH = "$patch"
"""The key by which a version is taken away, as in a strategic merge patch of Kubernetes: ``$patch: delete``."""

_DELETE = "delete"

Merge = Callable[[Marked, Marked, Path], Marked]
"""Lays a value over another one; both stand at a path."""


def merged_versions(lower: Sequence[Marked], upper: Sequence[Marked], merge: Merge) -> list[Marked] | None:
    """Lays a list of versions over another one.

    Versions with a name that is below are merged, others are added; one with ``$patch: delete`` is taken away.

    Args:
        lower: The versions below.
        upper: The versions over them.
        merge: Lays one version over another one.

    Returns:
        The versions; None: one has no name of its own, or two have the same, so the upper list replaces the lower one.

    Raises:
        ValuesError: Every ``$patch`` that is wrong or takes nothing away.
    """
    names, known = [_own_name(version) for version in upper], [_own_name(version) for version in lower]
    if problems := [problem for at, version in enumerate(upper) for problem in _patch_problems(version, at, known)]:
        raise ValuesError(problems)
    if not all(names) or len(set(names)) < len(names):
        return None
    over = dict(zip(names, upper, strict=True))
    merged = [
        merge(version, over[name], (*VERSIONS, index)) if name in over else version
        for index, (name, version) in enumerate(zip(known, lower, strict=True))
        if name not in over or not _goes(over[name])
    ]
    return [*merged, *(version for name, version in over.items() if name not in known)]


def _own_name(version: Marked) -> str | None:
    name = version.at("metadata", "name")
    return name.value if name and isinstance(name.value, str) else None


def _goes(version: Marked) -> bool:
    return PATCH in (version.entries() or {})


def _patch_problems(version: Marked, index: int, known: Sequence[str | None]) -> Iterator[PlacedProblem]:
    entries = version.entries() or {}
    if PATCH not in entries:
        return
    patch, path = entries[PATCH], (*VERSIONS, index)
    name = _own_name(version)
    names = [own for own in known if own]
    if patch.value != _DELETE:
        yield _placed(patch, (*path, PATCH), f"{as_text(patch.plain())} is not {_DELETE}, all that it can be")
    elif name is None:
        yield _placed(patch, (*path, PATCH), "takes a version away by its name: metadata.name is missing")
    elif name not in names:
        said = f"{as_text(name)} is no version of the layers below{did_you_mean(name, names)}"
        there = ", ".join(names) or "none with a name"
        yield _placed(version, (*path, "metadata", "name"), f"{said} (they have: {there})")
    for place, value in _beside(version, path):
        yield _placed(value, place, f"has no effect beside {PATCH}: {_DELETE}, which takes the version away")


def _beside(version: Marked, path: Path) -> Iterator[tuple[Path, Marked]]:
    """Yields the keys of a version beside its name and `PATCH`."""
    metadata = version.at("metadata")
    for key, value in (version.entries() or {}).items():
        if key not in (PATCH, "metadata"):
            yield (*path, key), value
    for key, value in ((metadata.entries() if metadata else None) or {}).items():
        if key != "name":
            yield (*path, "metadata", key), value


def _placed(value: Marked, path: Path, text: str) -> PlacedProblem:
    return PlacedProblem(value.mark.name, value.mark.line, Problem(path, text))
