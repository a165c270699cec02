import pytest

from cdk8s_iter8.validation.arguments import Arguments
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.scalars import Port, Weight


class Two(Arguments):
    port: Port
    weight: Weight


def test_right_arguments() -> None:
    Two.check("chart/v", port=80, weight=0)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(ValuesError) as error:
        Two.check("chart/v", port=0, weight="1")

    assert error.value.lines == (
        "chart/v: port: 0 is not a port (an integer from 1 to 65535)",
        "chart/v: weight: '1' is not a relative weight (an integer from 0 to 1000000)",
    )
