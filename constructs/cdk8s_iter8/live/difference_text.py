"""What an apply would do, as text for people and as data for programs."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cdk8s_iter8.live.kinds import kind_words
from cdk8s_iter8.live.object_difference import ABSENT, Action, FieldChange, ObjectDifference
from cdk8s_iter8.live.release_difference import ReleaseDifference, traffic_now
from cdk8s_iter8.live.route_rules import mapping
from cdk8s_iter8.live.spec_text import read_spec, spec_templates, spec_weights
from cdk8s_iter8.previews.release_preview import release_preview, title
from cdk8s_iter8.previews.rows import percent_words
from cdk8s_iter8.previews.traffic_change import changes
from cdk8s_iter8.validation.problem import dotted, printable, shown

_MARKS = {Action.MADE: "+", Action.CHANGED: "~", Action.PRUNED: "-", Action.REFUSED: "!", Action.UNCHANGED: "="}
_LONGEST_LINE = 200


def difference_lines(difference: ReleaseDifference) -> Iterator[str]:
    """Yields the lines of a difference: the release, its objects, and the traffic now and then.

    Args:
        difference: The difference.
    """
    yield title(difference.release)
    yield ""
    unchanged = 0
    for each in difference.objects:
        if each.action is Action.UNCHANGED and not each.conflicts and not each.owner:
            unchanged += 1
            continue
        yield from _object_lines(each)
    if unchanged:
        yield f" = {unchanged} object{'s' if unchanged > 1 else ''} unchanged"
    yield from (f" ! {printable(problem)}" for problem in difference.problems)
    if table := list(_traffic(difference)):
        yield ""
        yield from table


def _object_lines(difference: ObjectDifference) -> Iterator[str]:
    key = difference.key
    refusal = f": {difference.refusal}" if difference.refusal else ""
    yield printable(f" {_MARKS[difference.action]} {kind_words(key.gvr)} {key.name}{refusal}")
    for change in difference.changes:
        yield from (printable(f"     {line}") for line in change_lines(change))
    if difference.owner:
        yield printable(f"     ! belongs to {difference.owner}; `apply` leaves it alone without --adopt")
    for conflict in difference.conflicts:
        yield printable(f"     ! {conflict.field.removeprefix('.')} belongs to field manager {conflict.manager}")


def change_lines(change: FieldChange) -> Iterator[str]:
    """Yields a changed field as lines; texts of several lines as their difference.

    Example:
        >>> list(change_lines(FieldChange(("data", "a"), "1", ABSENT)))
        ["data.a: '1' → absent"]
    """
    place = dotted(change.path)
    before, after = change.before, change.after
    if change.path == ("data", "strSpec"):
        yield from spec_lines(read_spec(before), read_spec(after))
    elif isinstance(before, str) and isinstance(after, str) and "\n" in before + after:
        yield f"{place}:"
        for line in _unified(before, after):
            yield f"  {printable(line)[:_LONGEST_LINE]}"
    else:
        yield f"{place}: {_value(before)} → {_value(after)}"


def _unified(before: str, after: str) -> list[str]:
    return list(difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1))[2:]


def spec_lines(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """Yields what changes in a routemap: versions and their weights by name, and how much of the routing templates.

    Args:
        before: ``strSpec`` now, read.
        after: ``strSpec`` then.

    Example:
        >>> now = {"versions": [{"resources": [{"name": "hello-0"}], "weight": 30}]}
        >>> list(spec_lines(now, {"versions": [{"resources": [{"name": "hello-0"}], "weight": 70}]}))
        ['version hello-0: weight 30 → 70']
    """
    had, has = spec_weights(before), spec_weights(after)
    for name in dict.fromkeys((*had, *has)):
        if name not in has:
            yield f"version {name}: gone"
        elif name not in had:
            yield f"version {name}: new, {_weight(has[name])}"
        elif had[name] != has[name]:
            yield f"version {name}: {_weight(had[name])} → {shown(has[name])}"
    if [each for each in had if each in has] != [each for each in has if each in had]:
        yield f"versions in another order: {', '.join(has)}"
    then, now = spec_templates(after), spec_templates(before)
    for name in dict.fromkeys((*now, *then)):
        if name not in then or name not in now:
            yield f"routing template {name}: {'new' if name in then else 'gone'}"
        elif then[name] != now[name]:
            lines = _unified(*(str(mapping(each[name]).get("template")) for each in (now, then)))
            more, less = (sum(line.startswith(sign) for line in lines) for sign in "+-")
            yield f"routing template {name}: {more} lines more, {less} fewer"


def _weight(weight: object) -> str:
    return "no weight" if weight is None else f"weight {shown(weight)}"


def _value(value: object) -> str:
    return "absent" if value is ABSENT else shown(value)


def _traffic(difference: ReleaseDifference) -> Iterator[str]:
    """The percentages now, then while all versions are ready, and at most, as the previews of an edit have them."""
    now, then = traffic_now(difference.now), changes(None, release_preview(difference.release))
    rows: list[tuple[str, ...]] = [("requests", "version", "now", "all ready", "at most")]
    told = set()
    for change in then:
        key = (change.requests, change.version, change.mirrored)
        told.add(key)
        after = (percent_words(share) for share in (change.after.all_ready, change.after.most)) if change.after else ()
        before = percent_words(now[key]) if key in now else ("0%" if _is_there(difference, change.version) else "new")
        rows.append((_requests(change.requests), _named(change.version, mirrored=change.mirrored), before, *after))
    for key, percent in now.items():
        if key not in told:
            requests, version, mirrored = key
            rows.append(
                (_requests(requests), _named(version, mirrored=mirrored), percent_words(percent), "gone", "gone")
            )
    if len(rows) > 1:
        yield from _aligned(rows if any(requests for requests, _, _ in (*now, *told)) else [row[1:] for row in rows])


def _is_there(difference: ReleaseDifference, version: str) -> bool:
    return difference.now is not None and any(each.name == version for each in difference.now.versions)


def _requests(requests: Iterable[str]) -> str:
    return " or ".join(requests) or "all others"


def _named(version: str, *, mirrored: bool) -> str:
    return f"{version} (mirror)" if mirrored else version


def _aligned(rows: list[tuple[str, ...]]) -> Iterator[str]:
    rows = [tuple(map(printable, row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield f" {'  '.join(f'{cell:<{width}}' for cell, width in zip(row, widths, strict=True))}".rstrip()


def difference_json(difference: ReleaseDifference) -> dict[str, Any]:
    """Returns a difference as plain data.

    Args:
        difference: The difference.
    """
    application = difference.release.application
    return {
        "name": application.name,
        "namespace": application.namespace,
        "changes": difference.changes,
        "problems": list(difference.problems),
        "objects": [
            {
                "type": f"{each.key.gvr.api_version}/{each.key.gvr.resource}",
                "namespace": each.key.namespace,
                "name": each.key.name,
                "action": each.action.value,
                "changes": [
                    {"path": dotted(change.path)}
                    | ({} if change.before is ABSENT else {"before": change.before})
                    | ({} if change.after is ABSENT else {"after": change.after})
                    for change in each.changes
                ],
                "conflicts": [{"field": one.field, "manager": one.manager} for one in each.conflicts],
                "refusal": each.refusal,
                "owner": each.owner or None,
            }
            for each in difference.objects
        ],
        "traffic": [
            {
                "requests": list(change.requests),
                "version": change.version,
                "mirrored": change.mirrored,
                "now": traffic_now(difference.now).get((change.requests, change.version, change.mirrored)),
                "allReady": change.after.all_ready if change.after else None,
                "atMost": change.after.most if change.after else None,
            }
            for change in changes(None, release_preview(difference.release))
        ],
    }
