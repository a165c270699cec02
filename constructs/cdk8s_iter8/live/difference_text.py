"""What an apply would do, as text for people and as data for programs."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cdk8s_iter8.live.kinds import kind_words
from cdk8s_iter8.live.object_difference import ABSENT, Action, FieldChange, ObjectDifference
from cdk8s_iter8.live.release_difference import ReleaseDifference, traffic_now
from cdk8s_iter8.live.route_rules import mapping
from cdk8s_iter8.live.spec_text import read_spec, spec_templates, spec_weights
from cdk8s_iter8.previews.aligned import aligned
from cdk8s_iter8.previews.release_preview import release_preview, title
from cdk8s_iter8.previews.traffic_change import changes
from cdk8s_iter8.traffic.percentages import percent_words
from cdk8s_iter8.validation.problem import as_text, dotted, printable

_MARKS = {Action.MADE: "+", Action.CHANGED: "~", Action.PRUNED: "-", Action.REFUSED: "!", Action.UNCHANGED: "="}
_LONGEST_LINE = 200


def difference_lines(difference: ReleaseDifference, width: int | None = None) -> Iterator[str]:
    """Yields the lines of a difference: the release, its objects, and the traffic now and then.

    Args:
        difference: The difference.
        width: The most characters in a line of the table; None: no limit.
    """
    yield title(difference.release)
    yield ""
    unchanged = 0
    for changed in difference.objects:
        if changed.action is Action.UNCHANGED and not changed.conflicts and not changed.owner:
            unchanged += 1
            continue
        yield from _object_lines(changed)
    if unchanged:
        yield f" = {unchanged} object{'s' if unchanged > 1 else ''} unchanged"
    yield from (f" ! {printable(problem)}" for problem in difference.problems)
    yield from (f" ? {printable(note)}" for note in difference.notes)
    if table := list(_traffic(difference, width)):
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
    """Yields what changes in a routemap: versions and weights by name, and how many lines of the templates.

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
            yield f"version {name}: {_weight(had[name])} → {as_text(has[name])}"
    if [name for name in had if name in has] != [name for name in has if name in had]:
        yield f"versions in another order: {', '.join(has)}"
    then, now = spec_templates(after), spec_templates(before)
    for name in dict.fromkeys((*now, *then)):
        if name not in then or name not in now:
            yield f"routing template {name}: {'new' if name in then else 'gone'}"
        elif then[name] != now[name]:
            lines = _unified(*(str(mapping(templates[name]).get("template")) for templates in (now, then)))
            more, less = (sum(line.startswith(sign) for line in lines) for sign in "+-")
            yield f"routing template {name}: {more} lines more, {less} fewer"


def _weight(weight: object) -> str:
    return "no weight" if weight is None else f"weight {as_text(weight)}"


def _value(value: object) -> str:
    return "absent" if value is ABSENT else as_text(value)


def _traffic(difference: ReleaseDifference, width: int | None) -> Iterator[str]:
    """Draws the percentages now, while all versions are ready, and at most, as previews of an edit have them."""
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
        cells = [tuple(map(printable, row)) for row in rows]
        chosen = any(requests for requests, _, _ in (*now, *told))
        yield from aligned(cells if chosen else [row[1:] for row in cells], width)


def _is_there(difference: ReleaseDifference, version: str) -> bool:
    return difference.now is not None and any(listed.name == version for listed in difference.now.versions)


def _requests(requests: Iterable[str]) -> str:
    return " or ".join(requests) or "all others"


def _named(version: str, *, mirrored: bool) -> str:
    return f"{version} (mirror)" if mirrored else version


def difference_json(difference: ReleaseDifference) -> dict[str, Any]:
    """Returns a difference as plain data.

    Args:
        difference: The difference.
    """
    application, now = difference.release.application, traffic_now(difference.now)
    return {
        "name": application.name,
        "namespace": application.namespace,
        "changes": difference.changes,
        "problems": list(difference.problems),
        "notes": list(difference.notes),
        "objects": [
            {
                **changed.key.as_data(),
                "action": changed.action.value,
                "changes": [
                    {"path": dotted(change.path)}
                    | ({} if change.before is ABSENT else {"before": change.before})
                    | ({} if change.after is ABSENT else {"after": change.after})
                    for change in changed.changes
                ],
                "conflicts": [{"field": one.field, "manager": one.manager} for one in changed.conflicts],
                "refusal": changed.refusal,
                "owner": changed.owner or None,
            }
            for changed in difference.objects
        ],
        "traffic": [
            {
                "requests": list(change.requests),
                "version": change.version,
                "mirrored": change.mirrored,
                "now": now.get((change.requests, change.version, change.mirrored)),
                "allReady": change.after.all_ready if change.after else None,
                "atMost": change.after.most if change.after else None,
            }
            for change in changes(None, release_preview(difference.release))
        ],
    }
