"""The weights that the controller gives a routing template (Iter8 controllers/routemap.go, `normalizeWeights`)."""

from collections.abc import Iterator, Sequence
from itertools import product


def weights(declared: Sequence[int], ready: Sequence[bool]) -> list[int]:
    """Returns the controller's weights.

    Args:
        declared: Each version's weight: its annotation if there is one, else the routemap's, else 1.
        ready: Whether each version is available.

    Returns:
        The declared weight of each ready version and 0 for the others; if all are 0, the primary gets 1.

    Example:
        >>> weights([30, 70], [True, False]), weights([30, 70], [False, False])
        ([30, 0], [1, 0])
    """
    live = [weight if available else 0 for weight, available in zip(declared, ready, strict=True)]
    return live if any(live) else [1, *live[1:]]


# 64 sets of 6 versions still fit a screen.
MOST_VERSIONS = 6


def ready_sets(versions: int) -> Iterator[tuple[bool, ...]]:
    """Yields the sets of ready versions to show, all ready first.

    Every set for up to `MOST_VERSIONS` versions; beyond it all ready, each one unready, and none ready.
    """
    if versions <= MOST_VERSIONS:
        yield from product((True, False), repeat=versions)
        return
    yield (True,) * versions
    for unready in range(versions):
        yield tuple(version != unready for version in range(versions))
    yield (False,) * versions
