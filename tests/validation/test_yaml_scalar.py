import math
from typing import Any

import pytest

from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.source import parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hello", "hello"),
        ("", None),
        ("~", None),
        ("null", None),
        ("yes", True),
        ("Off", False),
        ("TRUE", True),
        ("y", "y"),
        ("0", 0),
        ("-0", 0),
        ("+5", 5),
        ("1_000", 1000),
        ("0x1F", 31),
        ("0o17", 15),
        ("017", 15),
        ("-0b11", -3),
        ("08", 8.0),
        ("0o_", "0o_"),
        ("0x", "0x"),
        ("0b2", "0b2"),
        ("1.", 1.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("1e400", math.inf),
        ("2026-01-31", "2026-01-31"),
        ("12:30:45", "12:30:45"),
        ("=", "="),
        ("<<", "<<"),
        ("'8'", "8"),
        ("!!str 8", "8"),
        ("!!int '8'", 8),
        ("!!float 8", 8.0),
        ("!!float .inf", math.inf),
        ("!!bool 'no'", False),
        ("!!null x", None),
    ],
)
def test_a_scalar_means_what_helm_takes_it_for(text: str, value: object) -> None:
    data: Any = parse(f"a: {text}\n", "f.yaml").data

    assert data["a"] == value
    assert type(data["a"]) is type(value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("!!int x", "'x' is not a value of the tag !!int"),
        ("!!int ''", "'' is not a value of the tag !!int"),
        ("!!int 0x", "'0x' is not a value of the tag !!int"),
        ("!!float ''", "'' is not a value of the tag !!float"),
        ("!!bool maybe", "'maybe' is not a value of the tag !!bool"),
        ("!!timestamp x", "the tag '!!timestamp' is not known"),
        ("!!binary aGk=", "the tag '!!binary' is not known"),
        ("9" * 101, f"the number '{'9' * 59}…' has more than 100 digits"),
        ("0x" + "f" * 9000, f"the number '0x{'f' * 57}…' has more than 100 digits"),
    ],
)
def test_what_does_not_fit_its_tag(text: str, problem: str) -> None:
    with pytest.raises(ValuesError) as error:
        parse(f"a: {text}\n", "f.yaml")

    assert error.value.lines == (f"f.yaml:1: is not valid YAML: {problem}",)


def test_not_a_number() -> None:
    data: Any = parse("a: .nan\n", "f.yaml").data

    assert math.isnan(data["a"])
