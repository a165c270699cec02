"""Rules on plain data as tables: a row says where a value stands, and what is checked there.

A place is written as in errors: ``containers[].env[].name`` is the name of each variable of each container. What is
absent is not checked.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from typing import Any

from cdk8s_iter8.validation.problem import Path, Problem, as_text, below

Check = Callable[[Any], Iterator[Problem]]
"""Yields what is wrong with a value; paths start there."""

Row = tuple[str, Check]


def broken(rows: Iterable[Row], data: Any) -> Iterator[Problem]:
    """Yields what is wrong with data by the rows of a table; paths start at the data.

    Example:
        >>> [str(each) for each in broken([("ports[].number", at_least(1))], {"ports": [{"number": 0}]})]
        ['ports[0].number: 0 is out of bounds: expected at least 1']
    """
    for place, check in rows:
        for path, value in _values(data, _steps(place)):
            yield from below(path, check(value))


@cache
def _steps(place: str) -> tuple[str, ...]:
    return tuple(place.replace("[]", ".[]").strip(".").split(".")) if place else ()


def _values(data: Any, steps: tuple[str, ...]) -> list[tuple[Path, Any]]:
    for index, step in enumerate(steps):
        if data is None:
            return []
        if step == "[]":
            here, others = steps[:index], steps[index + 1 :]
            return [
                ((*here, number, *path), value)
                for number, item in enumerate(data)
                for path, value in _values(item, others)
            ]
        data = data.get(step)
    return [] if data is None else [(steps, data)]


def must(is_right: Callable[[Any], bool], words: str) -> Check:
    """Checks a value by a test; the words follow the value: ``'x' is not …``."""

    def check(value: Any) -> Iterator[Problem]:
        if not is_right(value):
            yield Problem((), f"{as_text(value)} {words}")

    return check


def at_least(least: int) -> Check:
    """Checks the lower bound of a number."""
    return must(lambda value: value >= least, f"is out of bounds: expected at least {least}")


def between(least: int, most: int) -> Check:
    """Checks both bounds of a number."""
    return must(lambda value: least <= value <= most, f"is out of bounds: expected {least} to {most}")


def one_of(*words: str) -> Check:
    """Checks that a text is one of some words; empty is as good as absent."""
    return must(lambda value: value in ("", *words), f"is an invalid value (known: {', '.join(words)})")


def empty(value: Any) -> Iterator[Problem]:
    """Checks that a text is empty, which is as good as absent."""
    if value != "":
        yield Problem((), f"{as_text(value)} must not be set: Knative does not allow it")


def given(value: Any) -> Iterator[Problem]:
    """Checks that a text is not empty."""
    if value == "":
        yield Problem((), "'' is a missing value: it must not be empty")


def required(*keys: str) -> Check:
    """Checks that a mapping has keys, and that they are not empty."""

    def check(value: Any) -> Iterator[Problem]:
        yield from (Problem((key,), "is missing") for key in keys if value.get(key) in (None, "", []))

    return check


def exactly_one(*keys: str) -> Check:
    """Checks that a mapping has one of some keys."""

    def check(value: Any) -> Iterator[Problem]:
        there = [key for key in keys if value.get(key) is not None]
        if not there:
            yield Problem((), f"expected exactly one, got neither of {', '.join(keys)}")
        yield from at_most_one(*keys)(value)

    return check


def at_most_one(*keys: str) -> Check:
    """Checks that a mapping has no two of some keys; an empty text is as good as absent."""

    def check(value: Any) -> Iterator[Problem]:
        there = [key for key in keys if value.get(key) not in (None, "")]
        if len(there) > 1:
            yield Problem((), f"expected exactly one, got both {' and '.join(there)}")

    return check


def unset(*keys: str) -> Check:
    """Checks that a mapping has none of some keys; false is as good as absent."""

    def check(value: Any) -> Iterator[Problem]:
        there = [key for key in keys if value.get(key) not in (None, False)]
        yield from (Problem((key,), "must not be set: Knative does not allow it") for key in there)

    return check


def unique(key: str, noun: str, normal: Callable[[Any], Any] = lambda value: value) -> Check:
    """Checks that no two items of a list have the same value of a key; items without a value are not compared."""

    def check(value: Any) -> Iterator[Problem]:
        seen: set[Any] = set()
        for index, item in enumerate(value):
            name = item.get(key)
            if name in (None, ""):
                continue
            if normal(name) in seen:
                yield Problem((index, key), f"{as_text(name)} is a duplicate {noun}: it must be unique")
            seen.add(normal(name))

    return check


def reserved(names: Collection[str], noun: str) -> Check:
    """Checks that a name is none that Knative keeps for itself."""
    return must(lambda value: value not in names, f"is a reserved {noun}: Knative sets it itself")
