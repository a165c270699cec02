from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any

import pytest

from cdk8s_iter8.validation.arguments import Arguments, checked
from cdk8s_iter8.validation.model import Model
from cdk8s_iter8.validation.one_of_types import one_of_types
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.scalars import LabelKey, LabelValue, Name, Port, Weight


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


class Values(Model):
    port: Port = 80


@checked
@dataclass(frozen=True)
class Part:
    name: Name
    port: Port = 80
    labels: Mapping[LabelKey, LabelValue] = field(default_factory=dict)
    on: bool = False


@checked
class FirstWhole:
    """Has a part, others, and values of several kinds."""

    def __init__(
        self,
        part: Part,
        others: Sequence[Part] = (),
        *,
        values: Annotated[Values | Mapping[str, Any] | Path | None, one_of_types("values or a file of them")] = None,
    ) -> None:
        """Keeps them.

        Args:
            part: A part.
            others: Others.
            values: Values.
        """
        self.given = part, others, values


def lines(make: Any, *args: Any, **kwargs: Any) -> tuple[str, ...]:
    with pytest.raises(ValuesError) as error:
        make(*args, **kwargs)
    assert error.value.__suppress_context__, "the traceback would be pydantic's too"
    return error.value.lines


def test_a_class_takes_what_its_annotations_say() -> None:
    part, values = Part("a", 1, labels={"b": "c"}), Values()
    assert (part, part.on) == (Part(name="a", labels={"b": "c"}, port=1), False)
    assert replace(part, on=True).on
    assert FirstWhole(part, [part], values=values).given == (part, [part], values)
    assert FirstWhole(part, others=(part,), values={"port": 0}).given == (part, (part,), {"port": 0})
    assert FirstWhole.__init__.__doc__
    assert FirstWhole.__init__.__name__ == "__init__"


def test_what_it_does_not_take_is_said_at_once_with_place_value_and_rule() -> None:
    assert lines(Part, "a", port="80", labels={"b": 1}, on=1) == (
        "part 'a': port: '80' is not a port (an integer from 1 to 65535)",
        (
            "part 'a': labels.b: 1 is not a label value (a string of at most 63 letters, digits, '-', '_' or '.'; "
            "quote numbers and true or false)"
        ),
        "part 'a': on: 1 is not true or false",
    )
    assert lines(FirstWhole, "a", ["b", Part("c")], values=3) == (
        "first whole 'a': part: 'a' is not a Part",
        "first whole 'a': others[0]: 'b' is not a Part",
        "first whole 'a': values: 3 is not values or a file of them",
    )


@pytest.mark.parametrize("others", ["b", Part("b"), {"a": Part("b")}, iter(()), None])
def test_what_is_no_list(others: object) -> None:
    (line,) = lines(FirstWhole, Part("a"), others)
    assert line.startswith("first whole: others: ")
    assert line.endswith(" is not a list")


def test_arguments_that_are_missing_or_unknown() -> None:
    assert lines(Part, prot=80) == (
        "part: name: is missing",
        "part: prot: is not a known key; did you mean 'port'?",
    )


def test_what_a_function_call_itself_has_wrong_is_for_python_to_say() -> None:
    with pytest.raises(TypeError, match="multiple values"):
        Part("a", name="b")  # type: ignore[misc]
    with pytest.raises(TypeError, match="positional"):
        FirstWhole(Part("a"), (), Values())  # type: ignore[call-arg]


@pytest.mark.parametrize("hint", [str, int, Any, list[str], Sequence[Any], Part | Values, dict[Name, int], object])
def test_an_argument_without_rule_is_refused_where_the_class_is_made(hint: Any) -> None:
    with pytest.raises(TypeError, match=r"^Forgotten: no rule for value$"):

        @checked
        class Forgotten:
            def __init__(self, name: Name, value: hint) -> None:
                pass


def test_an_argument_without_annotation_is_refused_too() -> None:
    with pytest.raises(TypeError, match=r"^Forgotten: no rule for value$"):

        @checked
        class Forgotten:
            def __init__(self, value) -> None:  # type: ignore[no-untyped-def]
                pass
