"""A single value over a document: what ``--set PATH=VALUE`` says."""

from collections.abc import Sequence
from typing import NoReturn

from cdk8s_iter8.validation.misspelt import did_you_mean
from cdk8s_iter8.validation.problem import Path, PlacedProblem, Problem, ValuesError, as_text
from cdk8s_iter8.validation.source import parse
from cdk8s_iter8.values.marked import Mark, Marked, all_marked
from cdk8s_iter8.values.value_path import AssignmentError, Step, VersionName, WrittenAssignment


def assigned(tree: Marked, text: str, layer: int, name: str) -> Marked:
    """Puts a value into a document. Keys that are missing on the way are added; an item may be added behind a list.

    Args:
        tree: The document.
        text: ``PATH=VALUE``.
        layer: The position of the assignment among the layers, from 0.
        name: The release's name, after which versions without names are named.

    Raises:
        ValuesError: It is no assignment, or its path leads nowhere.
    """
    try:
        written = WrittenAssignment.parsed(text)
    except AssignmentError as error:
        _fail("--set", (), str(error))
    mark = Mark(layer, f"--set {written.path}", None)
    value = all_marked(_read(written.value, mark.name), mark)

    def put(here: Marked | None, steps: Sequence[Step], path: Path) -> Marked:
        if not steps:
            return value
        step, rest = steps[0], steps[1:]
        if isinstance(step, VersionName):
            step = _position(tree, path, step.name, name, mark)
        if isinstance(step, int):
            items = (here.items() if here else None) or []
            if step > len(items):
                count = f"{len(items)} item{'' if len(items) == 1 else 's'}"
                _fail(mark.name, path, f"[{step}] is not there: the list has {count}")
            item = put(items[step] if step < len(items) else None, rest, (*path, step))
            return Marked([*items[:step], item, *items[step + 1 :]], here.mark if here and items else mark)
        entries = (here.entries() if here else None) or {}
        entry = put(entries.get(step), rest, (*path, step))
        return Marked({**entries, step: entry}, here.mark if here and entries else mark)

    return put(tree, written.steps, ())


def _read(text: str, place: str) -> object:
    try:
        read = parse(text, place)
    except ValuesError as error:  # the line is one of the value, which is not in a file
        raise ValuesError([PlacedProblem(place, None, placed.problem) for placed in error.problems]) from error
    if read.problems:
        raise ValuesError([PlacedProblem(place, None, problem) for problem in read.problems])
    return read.data


def _position(tree: Marked, path: Path, version: str, name: str, mark: Mark) -> int:
    """Returns the position of a version; one without a name is named after the application and its position."""
    if path != ("application", "versions"):
        _fail(mark.name, path, f"[{version}] is for versions; write ['{version}'] for a key")
    given = tree.at("application", "metadata", "name")
    application = str(given.value) if given and given.value else name
    versions = tree.at(*map(str, path))
    names = [
        str(own.value) if (own := declared.at("metadata", "name")) and own.value else f"{application}-{index}"
        for index, declared in enumerate((versions.items() if versions else None) or ())
    ]
    if version not in names:
        text = f"{as_text(version)} is not a version of {application}{did_you_mean(version, names)}"
        _fail(mark.name, path, f"{text} (its versions: {', '.join(names)})")
    return names.index(version)


def _fail(place: str, path: Path, text: str) -> NoReturn:
    raise ValuesError([PlacedProblem(place, None, Problem(path, text))])
