import pytest
from pydantic import TypeAdapter, ValidationError

from cdk8s_iter8.validation.duration import Duration, seconds

ADAPTER: TypeAdapter[str] = TypeAdapter(Duration)


@pytest.mark.parametrize(
    ("text", "length"),
    [("15m", 900), ("1h30m", 5400), ("1.5h", 5400), ("90s", 90), ("1s", 1), ("1000ms", 1), ("+2m", 120), (".5m", 30)],
)
def test_takes_what_go_takes(text: str, length: int) -> None:
    assert ADAPTER.validate_python(text) == text
    assert seconds(text) == length


@pytest.mark.parametrize(
    "text", ["", "15", "15 m", "m", "1d", "-15m", "0", "0s", "10ms", "1h-30m", "15m\n", 15, None, "9999999h"]
)
def test_refuses_others(text: object) -> None:
    with pytest.raises(ValidationError):
        ADAPTER.validate_python(text)
