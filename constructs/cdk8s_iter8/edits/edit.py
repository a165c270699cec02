"""Edits the text of a file and checks the result. Writes no file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Protocol

from cdk8s_iter8.edits.document import Document, EditError
from cdk8s_iter8.edits.nodes import Alias, same, within
from cdk8s_iter8.release.check import resolve_source
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import Path, ValuesError, printable
from cdk8s_iter8.validation.source import Source, parse, read_text


class Edit(Protocol):
    """An edit of a document, by a verb."""

    def applied(self, document: Document, release: ResolvedRelease) -> tuple[Document, str]:
        """Returns the edited document, and words about what was done and what comes next. Empty: no words are needed.

        Raises:
            EditError: The document does not allow the edit.
        """


class Repair(Protocol):
    """An edit of a document that may be wrong before the edit, by a verb."""

    def applied(self, document: Document, release: ResolvedRelease | None) -> tuple[Document, str]:
        """Returns the same as `Edit.applied`. The release is None if the document is wrong."""


@dataclass(frozen=True)
class Edited:
    """A file's text before and after an edit.

    Attributes:
        file: The file.
        before: The text before the edit.
        after: The text after the edit.
        release_before: The release before the edit; None: the file was wrong.
        release: The release after the edit.
        said: Words about what was done and what comes next; empty: no words are needed.
    """

    file: FilePath
    before: str
    after: str
    release_before: ResolvedRelease | None
    release: ResolvedRelease
    said: str


def edited(file: FilePath, edit: Edit) -> Edited:
    """Edits the text of a valid values file.

    Args:
        file: The file; its stem is the release's name.
        edit: The edit.

    Raises:
        ValuesError: The file is wrong, or would be, or does not allow the edit: a line for each reason.

    Example:
        >>> from cdk8s_iter8.edits.weights import Weights
        >>> done = edited(FilePath("releases/hello.yaml"), Weights({"hello-0": 90, "hello-1": 10}))
        >>> [version.weight for version in done.release.application.versions]
        [90, 10]
    """
    source = _read(file)
    release = resolve_source(source.source, file.stem)
    return _judged(source, release, lambda document: edit.applied(document, release))


def repaired(file: FilePath, repair: Repair) -> Edited:
    """Edits the text of a values file that may be wrong, as `edited` does. The edited text must be valid."""
    source = _read(file)
    try:
        release = resolve_source(source.source, file.stem)
    except ValuesError:
        return _judged(source, None, lambda document: repair.applied(document, None))
    return _judged(source, release, lambda document: repair.applied(document, release))


@dataclass(frozen=True)
class _Read:
    file: FilePath
    text: str
    source: Source


def _read(file: FilePath) -> _Read:
    name = printable(str(file))
    if file.stem == "controller":
        raise ValuesError([f"{name}:1: holds the controller's values, which have no versions; name a release's file"])
    if file.exists() and not file.is_file():
        raise ValuesError([f"{name}: is not a file; name one values file"])
    text = read_text(file)
    return _Read(file, text, parse(text, name))


def _judged(read: _Read, before: ResolvedRelease | None, apply: Callable[[Document], tuple[Document, str]]) -> Edited:
    """Reads the edited text and checks that it is a valid release with the data that the edit wants."""
    try:
        document, said = apply(Document.of(read.text))
        after = _read_back(document, read.source.name)
    except EditError as error:
        raise read.source.error([error.problem]) from error
    in_file = replace(after, lines=read.source.lines)  # what is wrong is told by the lines of the file as it is
    return Edited(read.file, read.text, document.text, before, resolve_source(in_file, read.file.stem), said)


def _read_back(document: Document, name: str) -> Source:
    try:
        source = parse(document.text, name)
    except ValuesError as error:
        raise EditError((), "cannot be edited as it is written: what came out would not be YAML") from error
    if same(source.data, document.data):
        return source
    place = _difference(document.data, source.data)
    if any(isinstance(node, Alias) for node in within(document.composition.root)):
        text = "would change too: it is an alias of what is edited, or merges it; write it out first"
        raise EditError(place, text)
    raise EditError(place, "cannot be edited as it is written; write it on lines of its own first")


def _difference(one: object, other: object) -> Path:
    """Returns the path where two data first differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in {**one, **other}:
            if key not in one or key not in other or not same(one[key], other[key]):
                return (key, *(_difference(one[key], other[key]) if key in one and key in other else ()))
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (left, right) in enumerate(zip(one, other, strict=True)):
            if not same(left, right):
                return (index, *_difference(left, right))
    return ()
