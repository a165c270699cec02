"""The path to a value, as users write it in ``PATH=VALUE``."""

import re
from dataclasses import dataclass

from cdk8s_iter8.validation.problem import as_text

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
class WrittenAssignment:
    """``PATH=VALUE``, its value not yet read.

    Attributes:
        path: The path as it is written.
        steps: The steps of the path, at least one.
        value: The value as it is written, not empty.
    """

    path: str
    steps: tuple[Step, ...]
    value: str

    @classmethod
    def parsed(cls, text: str) -> "WrittenAssignment":
        r"""Reads ``PATH=VALUE``.

        Args:
            text: The path as errors write it, such as ``application.versions[1].weight``, a dot inside a key as
                ``\.`` or with the key as ``['KEY']``, a version by position or name; the value is any text.

        Raises:
            AssignmentError: It is no such text.

        Example:
            >>> WrittenAssignment.parsed("application.metadata.labels['a.b/c']=x").steps
            ('application', 'metadata', 'labels', 'a.b/c')
        """
        steps, end = _steps(text)
        if not steps or text[end : end + 1] != "=":
            raise AssignmentError(f"{as_text(text)} is not PATH=VALUE, such as application.versions[1].weight=10")
        written = text[end + 1 :]
        if not written.strip():
            raise AssignmentError(f"{as_text(text)} has no value; null takes a key out, '\"\"' is the empty string")
        return cls(text[:end], steps, written)


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
