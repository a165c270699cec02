"""Suggests the known word that is most similar to an unknown one."""

import difflib
from collections.abc import Iterable, Mapping
from typing import Any


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Returns the known word that is most similar to a misspelt word; None: no word is similar.

    Example:
        >>> nearest("wieght", ["weight", "match"])
        'weight'
    """
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Returns the question after an error: which known word was meant. Empty: no known word is similar.

    Example:
        >>> did_you_mean("bluegreen", ["none", "blue-green"])
        "; did you mean 'blue-green'?"
    """
    near = nearest(word, known)
    return f"; did you mean '{near}'?" if near else ""


def misspelt_keys(data: Mapping[Any, object], known: Iterable[str]) -> dict[str, str]:
    """Returns misspelt keys with the known key that is meant. Known keys that are present are not suggested.

    Args:
        data: The mapping with the keys.
        known: The known keys.

    Example:
        >>> misspelt_keys({"aplication": {}, "gateway": "a"}, ["application", "gateway"])
        {'aplication': 'application'}
    """
    absent = [key for key in known if key not in data]
    odd = [key for key in data if isinstance(key, str) and key not in list(known)]
    return {key: near for key in odd if (near := nearest(key, absent))}


def unknown_key(key: str, known: Iterable[str]) -> str:
    """Returns the error for an unknown key, with the most similar known key or with all known keys."""
    names = sorted(known)
    if meant := did_you_mean(key, names):
        return f"is not a known key{meant}"
    return f"is not a known key; known: {', '.join(names)}" if names else "is not a known key; there is none here"
