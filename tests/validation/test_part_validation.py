from pydantic import Field, model_validator

from cdk8s_iter8.validation.model import Model, ProblemsError
from cdk8s_iter8.validation.part_validation import touches, validate_parts
from cdk8s_iter8.validation.problem import Problem


class Part(Model):
    size: int
    color: str = "blue"


class Whole(Model):
    parts: dict[str, Part] = Field(default={})
    most: int = 9
    least: int = 0

    @model_validator(mode="after")
    def _ordered(self) -> "Whole":
        if self.least > self.most:
            raise ProblemsError([Problem(("least",), "is more than most")])
        return self


def found(data: object) -> list[str]:
    return [str(problem) for problem in validate_parts(data, Whole)[1]]


def test_right_data_has_no_problem() -> None:
    values, problems = validate_parts({"parts": {"a": {"size": 1}}}, Whole)
    assert values == Whole(parts={"a": Part(size=1)})
    assert problems == []


def test_the_whole_is_checked_although_a_part_is_wrong() -> None:
    assert found({"parts": {"a": {"size": "x"}}, "least": 5, "most": 3}) == [
        "parts.a.size: 'x' is not an integer",
        "least: is more than most",
    ]


def test_the_whole_is_checked_although_a_part_is_missing() -> None:
    assert found({"parts": {"a": {}}, "least": 5, "most": 3}) == [
        "parts.a.size: is missing",
        "least: is more than most",
    ]


def test_a_wrong_part_does_not_count_in_the_whole() -> None:
    assert found({"least": 10, "most": "many"}) == ["most: 'many' is not an integer", "least: is more than most"]
    assert found({"least": "few", "most": -1}) == ["least: 'few' is not an integer"]


def test_values_are_those_without_the_wrong_parts() -> None:
    values, _ = validate_parts({"parts": {"a": {"size": 1, "color": 7}}, "most": "many"}, Whole)
    assert values == Whole(parts={"a": Part(size=1)})


def test_touches_what_is_at_in_or_around_a_path() -> None:
    assert touches(("a", 1), [("a", 1)])
    assert touches(("a", 1, "b"), [("a", 1)])
    assert touches(("a",), [("a", 1)])
    assert not touches(("a", 2), [("a", 1)])
    assert not touches(("b",), [()])
