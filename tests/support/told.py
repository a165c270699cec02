"""What steps tell people."""

from collections.abc import Iterable

from cdk8s_iter8.applying.step import Done, Step


def told(steps: Iterable[Step]) -> list[str]:
    """The lines of what is done; what is waited for is left out."""
    return [str(step) for step in steps if isinstance(step, Done)]
