"""docs/strategies.md says which shares of users Iter8's SDK gives to weights; they are computed here."""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import prod, sqrt
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "strategies.md").read_text()
ROWS = [
    tuple([float(number) for number in re.findall(r"[0-9.]+", cell)] for cell in row.split("|")[1:4])
    for row in re.findall(r"^\| [0-9, ]+ \|.*%.*\|$", PAGE, re.MULTILINE)
]


def share(weights: Sequence[Fraction], index: int) -> Fraction:
    """The probability that weight times hash is largest for a version, the hashes being uniform and independent.

    With u for the version's own hash, another version j stays behind with probability min(1, w u / w_j); the product of
    these is integrated over u, piece by piece between the places where one of them reaches 1.
    """
    ratios = [weights[index] / other for place, other in enumerate(weights) if place != index]
    ends = sorted({Fraction(0), Fraction(1), *(1 / ratio for ratio in ratios if ratio > 1)})
    total = Fraction(0)
    for begin, end in pairwise(ends):
        behind = [ratio for ratio in ratios if ratio * end <= 1]
        power = len(behind) + 1
        total += prod(behind, start=Fraction(1)) * (end**power - begin**power) / power
    return total


def chosen(weights: Sequence[int], user: str) -> int:
    """What Iter8's rendezvousGet chooses, with another hash of 64 bits."""

    def score(index: int) -> float:
        digest = hashlib.blake2b(f"{user}signature{index}".encode(), digest_size=8).digest()
        return weights[index] / sum(weights) * int.from_bytes(digest, "big")

    return max(range(len(weights)), key=score)


def test_there_are_rows() -> None:
    assert [row[0] for row in ROWS] == [[50, 50], [30, 70], [10, 90], [70, 20, 10]]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_figures(row: tuple[list[float], list[float], list[float]]) -> None:
    declared, requests, users = row
    weights = [Fraction(weight) for weight in declared]
    assert requests == [float(100 * weight / sum(weights)) for weight in weights]
    exact = [share(weights, index) for index in range(len(weights))]
    assert sum(exact) == 1
    assert users == [round(float(100 * fraction), 1) for fraction in exact]


@pytest.mark.parametrize("weights", [(30, 70), (70, 20, 10)])
def test_what_iter8_does_comes_to_the_same(weights: tuple[int, ...]) -> None:
    users = 20_000
    seen = Counter(chosen(weights, f"user-{number}") for number in range(users))
    for index in range(len(weights)):
        expected = float(share([Fraction(weight) for weight in weights], index))
        assert abs(seen[index] / users - expected) < 4 * sqrt(expected * (1 - expected) / users)


@pytest.mark.parametrize("wanted", [Fraction(1, 2), Fraction(3, 10), Fraction(1, 100)])
def test_weights_for_a_share_of_the_users(wanted: Fraction) -> None:
    """The smaller of two gets half of its ratio to the larger."""
    assert share([2 * wanted, Fraction(1)], 0) == wanted
