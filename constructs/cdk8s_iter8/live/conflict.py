"""Which fields of others an apply takes over by itself, and which only if it is told to."""

import re
from collections.abc import Collection, Iterable
from typing import Any, Final

from cdk8s_iter8.cluster.api_error import FieldConflict
from cdk8s_iter8.cluster.keys import Object
from cdk8s_iter8.cluster.marks import FIELD_MANAGER, WEIGHT_ANNOTATION

CLIENT_SIDE_APPLY: Final = "kubectl-client-side-apply"

# A plain `kubectl apply` before or after an apply does no harm. `before-first-apply` stands for an object without
# managers. What this project's patches have set is its own.
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
    return tuple(
        conflict for conflict in conflicts if conflict.field != _OVERRIDE and manager(conflict) not in {*_TAKEN, *taken}
    )


def contested(conflicts: Iterable[FieldConflict], now: Object | None, after: Object) -> tuple[FieldConflict, ...]:
    """Returns the conflicts about fields that an apply would really change.

    The API server also reports others. It compares what is applied with the object after its defaults: so a list that
    is one field, such as the containers of a Knative Service, is in conflict with the same list.

    Args:
        conflicts: The conflicts.
        now: The object in the cluster; None: there is none.
        after: What a forced apply would make of it.

    Example:
        >>> theirs = FieldConflict(".data.a", '"ed" using v1')
        >>> contested([theirs], {"data": {"a": "1", "b": "2"}}, {"data": {"a": "1"}})
        ()
    """
    return tuple(conflict for conflict in conflicts if _at(conflict.field, now) != _at(conflict.field, after))


def _at(field: str, node: Any) -> Any:
    """The value of a field, such as ``.spec.ports[port=80].name``; for a field inside a list, the whole list."""
    while field.startswith(".") and isinstance(node, dict):
        names = [name for name in node if re.match(rf"\.{re.escape(name)}(?=[.\[]|$)", field)]
        if not names:
            return None
        name = max(names, key=len)  # a name may have dots, as those of annotations have
        node, field = node[name], field[len(name) + 1 :]
    return node


def manager(conflict: FieldConflict) -> str:
    """Returns the name of the field manager alone; the server says more, such as the API version."""
    quoted = re.match(r'"([^"]*)"', conflict.manager)
    return quoted[1] if quoted else conflict.manager
