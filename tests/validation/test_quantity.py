from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from cdk8s_iter8.validation.quantity import Quantity, amount

ADAPTER: TypeAdapter[str] = TypeAdapter(Quantity)


@pytest.mark.parametrize(
    ("given", "text"),
    [("250m", "250m"), (1, "1"), (0.5, "0.5"), ("64Mi", "64Mi"), (".5", ".5"), ("1.", "1."), ("1e3", "1e3"), (0, "0")],
)
def test_takes_what_kubernetes_takes(given: object, text: str) -> None:
    assert ADAPTER.validate_python(given) == text


@pytest.mark.parametrize("given", ["", "m", "1Mb", "64 Mi", "-1", "1KI", True, "1e", "0x10", "1m\n", None, [1]])
def test_refuses_others(given: object) -> None:
    with pytest.raises(ValidationError):
        ADAPTER.validate_python(given)


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        ("500m", "0.5"),
        ("128Mi", str(128 * 2**20)),
        ("1k", "1000"),
        ("1Ki", "1024"),
        ("1E", "1e18"),
        ("1e3", "1000"),
        ("1n", "1e-9"),
        ("1Ei", str(2**60)),
        ("2.", "2"),
    ],
)
def test_amounts(quantity: str, expected: str) -> None:
    assert amount(quantity) == Decimal(expected)
