"""Edit: changes one value."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from cdk8s_iter8.edits.changes import put, remove
from cdk8s_iter8.edits.document import Document, EditError
from cdk8s_iter8.edits.nodes import Composition, expanded, plain
from cdk8s_iter8.edits.versions import VERSIONS, position
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import Path, as_text
from cdk8s_iter8.validation.source import parse
from cdk8s_iter8.values.value_path import AssignmentError, Step, VersionName, WrittenAssignment


@dataclass(frozen=True)
class Assignment:
    """A new value for a path.

    Attributes:
        steps: The path.
        value: The value; null: the key is removed.
    """

    steps: tuple[Step, ...]
    value: yaml.Node

    @classmethod
    def parsed(cls, text: str) -> "Assignment":
        r"""Reads ``PATH=VALUE``.

        Args:
            text: The path as errors write it, such as ``application.versions[1].weight``, a dot inside a key as
                ``\.`` or with the key as ``['KEY']``, a version by position or name; the value is YAML.

        Raises:
            AssignmentError: The text is not an assignment.

        Example:
            >>> Assignment.parsed("application.metadata.labels['a.b/c']=x").steps
            ('application', 'metadata', 'labels', 'a.b/c')
        """
        written = WrittenAssignment.parsed(text)
        source = parse(written.value, "VALUE")
        if source.problems:
            raise source.error(source.problems)
        root = Composition(written.value).root
        if root is None:
            raise AssignmentError(f"{as_text(text)} has no value; quote what begins with #")
        return cls(written.steps, expanded(root))

    def applied(self, document: Document, release: ResolvedRelease | None) -> tuple[Document, str]:
        """Returns the document with the value.

        Args:
            document: The document.
            release: The release of the document; None: the document is wrong.

        Raises:
            EditError: The path leads nowhere.
        """
        path = tuple(self._path(release))
        if plain(self.value) is not None:
            return put(document, path, self.value), ""
        if document.find(path) is None:
            raise EditError(path, "is not there, so it cannot be taken out")
        if isinstance(path[-1], int):
            raise EditError(path, "is an item of a list; null takes out keys only")
        return remove(document, path), ""

    def _path(self, release: ResolvedRelease | None) -> Iterator[str | int]:
        path: Path = ()
        for step in self.steps:
            if isinstance(step, VersionName):
                if path != VERSIONS:
                    raise EditError(path, f"[{step.name}] is for versions; write ['{step.name}'] for a key")
                if release is None:
                    raise EditError(path, f"which one is '{step.name}' is not clear while the file is wrong; use [0]")
                place: str | int = position(release, step.name)
            else:
                place = step
            path = (*path, place)
            yield place
