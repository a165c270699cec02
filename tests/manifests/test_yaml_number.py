import pytest

from cdk8s_iter8.manifests.yaml_number import yaml_number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-8012, "-8012"),
        (0.0, "0"),
        (-0.0, "-0"),
        (30.0, "30"),
        (-1.5, "-1.5"),
        (123.456, "123.456"),
        (0.1, "0.1"),
        (1e-5, "0.00001"),
        (1.25e-6, "0.00000125"),
        (1e-7, "1e-7"),
        (1.25e-7, "1.25e-7"),
        (1e16, "10000000000000000"),
        (1.5e20, "150000000000000000000"),
        (1e21, "1e+21"),
        (-1.25e300, "-1.25e+300"),
        (5e-324, "5e-324"),
        (2**53, "9007199254740992"),
        (2**53 + 1, "9007199254740992"),
        (2**53 + 3, "9007199254740996"),
        (10**21, "1e+21"),
        (123456789012345678901, "123456789012345680000"),
    ],
)
def test_numbers_are_written_as_javascript_writes_doubles(value: float, text: str) -> None:
    assert yaml_number(value) == text


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan"), 10**400])
def test_a_number_must_be_finite(value: float) -> None:
    with pytest.raises(ValueError, match="not finite"):
        yaml_number(value)
