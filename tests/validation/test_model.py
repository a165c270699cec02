from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import Field, ValidationError, model_validator

from cdk8s_iter8.environments import environment, environment_names
from cdk8s_iter8.validation.model import Model, ProblemsError, problems
from cdk8s_iter8.validation.problem import Problem
from cdk8s_iter8.validation.scalars import rule


class Leaf(Model):
    size: Annotated[int, Field(ge=0), rule("a size (an integer of at least 0)")] = 0
    text: str = ""
    on: bool = False

    @model_validator(mode="after")
    def _fits(self) -> "Leaf":
        if self.size == 13:
            raise ProblemsError([Problem(("size",), "is bad luck"), Problem((), "needs another size")])
        return self


class Tree(Model):
    first_leaf: Leaf
    leaves: list[Leaf] = Field(default=[], max_length=2)
    named: dict[str, Leaf] = Field(default={})
    numbers: list[int] = Field(default=[1], min_length=1)


def lines(data: object) -> list[str]:
    with pytest.raises(ValidationError) as error:
        Tree.model_validate(data, by_name=False)
    return [str(problem) for problem in problems(error.value, Tree)]


def test_keys_are_as_in_yaml_and_in_python_as_in_python() -> None:
    assert Tree.model_validate({"firstLeaf": {}}, by_name=False) == Tree(first_leaf=Leaf())
    assert lines({"first_leaf": {}}) == [
        "firstLeaf: is missing",
        "first_leaf: is not a known key; did you mean 'firstLeaf'?",
    ]


def test_values_cannot_be_changed() -> None:
    leaf: Any = Leaf()

    with pytest.raises(ValidationError, match="frozen"):
        leaf.size = 3


def test_a_key_without_value_is_absent() -> None:
    data = {"firstLeaf": {"size": None, "text": None}, "leaves": None, "named": None}

    assert Tree.model_validate(data, by_name=False) == Tree(first_leaf=Leaf())
    assert lines({"firstLeaf": None}) == ["firstLeaf: is missing"]


LEAF: dict[str, Any] = {"firstLeaf": {}}


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ([], ["an empty list is not a mapping"]),
        (LEAF | {"leaves": {}}, ["leaves: an empty mapping is not a list"]),
        (LEAF | {"leaves": [1]}, ["leaves[0]: 1 is not a mapping"]),
        (LEAF | {"leaves": [{}] * 3}, ["leaves: a list of 3 is too long: at most 2 are possible"]),
        (LEAF | {"numbers": []}, ["numbers: is empty: at least one is needed"]),
        (LEAF | {"numbers": ["1"]}, ["numbers[0]: '1' is not an integer"]),
        (LEAF | {"numbers": [True]}, ["numbers[0]: true is not an integer"]),
        (LEAF | {"numbers": [1.0]}, ["numbers[0]: 1.0 is not an integer"]),
        ({"firstLeaf": {"text": 1}}, ["firstLeaf.text: 1 is not a string (quote numbers and true or false)"]),
        ({"firstLeaf": {"on": "yes"}}, ["firstLeaf.on: 'yes' is not true or false"]),
        ({"firstLeaf": {"size": -1}}, ["firstLeaf.size: -1 is not a size (an integer of at least 0)"]),
        (
            {"firstLeaf": {"size": 10**30 * -1}},
            [f"firstLeaf.size: -1{'0' * 30} is not a size (an integer of at least 0)"],
        ),
        (
            LEAF | {"named": {"a.b": {"size": "x", "sise": 1}}},
            [
                "named['a.b'].size: 'x' is not a size (an integer of at least 0)",
                "named['a.b'].sise: is not a known key; did you mean 'size'?",
            ],
        ),
        (
            LEAF | {"leaves": [{"size": 13}]},
            ["leaves[0].size: is bad luck", "leaves[0]: needs another size"],
        ),
        (LEAF | {"colour": 1}, ["colour: is not a known key; known: firstLeaf, leaves, named, numbers"]),
        (LEAF | {"named": {"[key]": {"x": 1}}}, ["named['[key]'].x: is not a known key; known: on, size, text"]),
    ],
)
def test_what_is_wrong(data: object, found: list[str]) -> None:
    assert lines(data) == found


def _models(of: type[Model]) -> Iterator[type[Model]]:
    for model in of.__subclasses__():
        yield model
        yield from _models(model)


def test_every_field_is_described() -> None:
    for name in environment_names():
        environment(name).values()
    ours = [
        model for model in _models(Model) if model.__module__.startswith("cdk8s_iter8.") and model.__name__[0] != "_"
    ]

    assert len(ours) > 20
    assert [
        f"{model.__name__}.{name}"
        for model in ours
        for name, field in model.model_fields.items()
        if not field.description or not field.description.endswith(".")
    ] == []
