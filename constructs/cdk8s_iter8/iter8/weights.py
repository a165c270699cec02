"""The weights that the controller gives a routing template (Iter8 controllers/routemap.go, `normalizeWeights`)."""

from collections.abc import Iterator, Sequence
from itertools import product


def weights(declared: Sequence[int], ready: Sequence[bool]) -> list[int]:
    """Returns the live weights, which the controller gives a routing template.

    Args:
        declared: The weight of each version: from its annotation, else from the routemap, else 1.
        ready: For each version, whether it is available.

    Returns:
        For each version its declared weight if it is ready, else 0. If all weights are 0, the primary gets 1.

    Example:
        >>> weights([30, 70], [True, False]), weights([30, 70], [False, False])
        ([30, 0], [1, 0])
    """
    live = [weight if available else 0 for weight, available in zip(declared, ready, strict=True)]
    return live if any(live) else [1, *live[1:]]


# 64 sets of 6 versions still fit a screen.
MOST_VERSIONS = 6


def ready_sets(versions: int) -> Iterator[tuple[bool, ...]]:
    """Yields sets of ready versions for a preview. In the first set all versions are ready.

    For up to `MOST_VERSIONS` versions: every set. For more: all ready, then one version unready at a time, then none
    ready.
    """
    if versions <= MOST_VERSIONS:
        yield from product((True, False), repeat=versions)
        return
    yield (True,) * versions
    for unready in range(versions):
        yield tuple(version != unready for version in range(versions))
    yield (False,) * versions
