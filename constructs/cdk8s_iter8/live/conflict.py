"""Fields that somebody else has applied: which an apply takes over, and which only if it is told to."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from cdk8s_iter8.cluster.api_error import FieldConflict
from cdk8s_iter8.cluster.marks import FIELD_MANAGER, WEIGHT_ANNOTATION

CLIENT_SIDE_APPLY: Final = "kubectl-client-side-apply"

# A plain `kubectl apply` before or after does no harm; an object without managers has this one, and what this
# project's own patches set is its own.
_TAKEN = (CLIENT_SIDE_APPLY, "before-first-apply", FIELD_MANAGER)
_OVERRIDE = f".metadata.annotations.{WEIGHT_ANNOTATION}"


def refused(conflicts: Iterable[FieldConflict], taken: Collection[str] = ()) -> tuple[FieldConflict, ...]:
    """Returns the conflicts because of which an object is not applied.

    Taken over without being told are fields of ``kubectl apply``, of this project, and the annotation
    ``iter8.tools/weight``, whoever has set it: the next apply restores the declared weight.

    Args:
        conflicts: The conflicts.
        taken: Further field managers whose fields are taken over.

    Example:
        >>> theirs = FieldConflict(".data.a", '"kubectl-client-side-apply" using v1')
        >>> refused([theirs, FieldConflict(".data.b", '"ed" using v1')])
        (FieldConflict(field='.data.b', manager='"ed" using v1'),)
    """
    return tuple(each for each in conflicts if each.field != _OVERRIDE and manager(each) not in {*_TAKEN, *taken})


def manager(conflict: FieldConflict) -> str:
    """Returns the name of the field manager alone; the server says more, such as the API version."""
    found = re.match(r'"([^"]*)"', conflict.manager)
    return found[1] if found else conflict.manager
