"""Edit: one value gets another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from cdk8s_iter8.edits.changes import put, remove
from cdk8s_iter8.edits.document import Document, EditError
from cdk8s_iter8.edits.nodes import Composition, expanded, plain
from cdk8s_iter8.edits.versions import VERSIONS, position
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import Path, shown
from cdk8s_iter8.validation.source import parse

_STEP = re.compile(
    r"""
    \.?(?P<key>(?:[^.\[\]='"\\]|\\.)+)          # .key, a dot in it written \.
    | \[(?P<index>[0-9]{1,6})\]                 # [0]
    | \[(?:'(?P<one>[^']+)'|"(?P<two>[^"]+)")\] # ['iter8.tools/watch']
    | \[(?P<version>[a-z0-9][-a-z0-9/]*)\]      # [hello-v2], a version by its name
    """,
    re.VERBOSE,
)


class AssignmentError(ValueError):
    """Text that is no assignment."""


@dataclass(frozen=True)
class VersionName:
    """A step of a path: the version that has a name."""

    name: str


Step = str | int | VersionName


@dataclass(frozen=True)
class Assignment:
    """Another value at a path.

    Attributes:
        steps: The path.
        value: The value; null: the key goes.
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
            AssignmentError: It is no such text.

        Example:
            >>> Assignment.parsed("application.metadata.labels['a.b/c']=x").steps
            ('application', 'metadata', 'labels', 'a.b/c')
        """
        steps, end = _steps(text)
        if not steps or text[end : end + 1] != "=":
            raise AssignmentError(f"{shown(text)} is not PATH=VALUE, such as application.versions[1].weight=10")
        written = text[end + 1 :]
        if not written.strip():
            raise AssignmentError(f"{shown(text)} has no value; null takes a key out, '\"\"' is the empty string")
        source = parse(written, "VALUE")
        if source.problems:
            raise source.error(source.problems)
        root = Composition(written).root
        if root is None:
            raise AssignmentError(f"{shown(text)} has no value; quote what begins with #")
        return cls(steps, expanded(root))

    def applied(self, document: Document, release: ResolvedRelease | None) -> tuple[Document, str]:
        """Returns the document with the value.

        Args:
            document: The document.
            release: What it says; None: it is wrong.

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


def _steps(text: str) -> tuple[tuple[Step, ...], int]:
    steps: list[Step] = []
    end = 0
    while match := _STEP.match(text, end):
        if (match["key"] is not None) and (text[end] == ".") != bool(steps):
            break  # a dot in front, or none between keys
        end = match.end()
        if match["index"] is not None:
            steps.append(int(match["index"]))
        elif match["version"] is not None:
            steps.append(VersionName(match["version"]))
        else:
            steps.append(match["one"] or match["two"] or re.sub(r"\\(.)", r"\1", match["key"]))
    return tuple(steps), end
