"""What an apply cannot do."""

from collections.abc import Iterable

from cdk8s_iter8.validation.problem import printable


class ApplyError(Exception):
    """What cannot be applied as it is; `lines` say why."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(map(printable, dict.fromkeys(lines)))
        super().__init__("\n".join(self.lines))


class RefusedError(ApplyError):
    """Fields of an object belong to other field managers."""
