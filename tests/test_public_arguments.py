"""No public class takes a wrong argument without a word, and no error is in the words of a library."""

import inspect
import re
import typing
from pathlib import Path
from typing import Any

import cdk8s
import pytest
from pydantic import BaseModel

import cdk8s_iter8
from cdk8s_iter8 import ValuesError
from cdk8s_iter8.environments import environment, environment_names
from cdk8s_iter8.validation.arguments import has_rule
from cdk8s_iter8.validation.model import Model

CLASSES: dict[str, Any] = {
    name: cls for name in cdk8s_iter8.__all__ if not issubclass(cls := getattr(cdk8s_iter8, name), Exception)
}
FOREIGN = re.compile(r"Input should|Value error|\[type=|pydantic|typeguard|jsii|argument \w+ must", re.IGNORECASE)


class Junk:
    """What no argument takes."""

    def __repr__(self) -> str:
        return "junk"


JUNK: tuple[Any, ...] = (Junk(), Junk, [Junk()], {"a": Junk()}, {1: 2}, (), b"a", 1.5, -1, 10**30, "\n", "Not OK!", "")


def parameters(cls: Any) -> list[str]:
    return [each for each in inspect.signature(cls.__init__).parameters if each != "self"]


def arguments() -> list[tuple[str, str]]:
    return [(name, each) for name, cls in CLASSES.items() if not issubclass(cls, Model) for each in parameters(cls)]


def refusal(make: Any, **given: Any) -> ValuesError | None:
    """What is said of arguments; None: they are taken."""
    try:
        make(**given)
    except ValuesError as error:
        return error
    return None


def test_there_are_arguments() -> None:
    assert ("EntryService", "name") in set(arguments())
    assert ("Release", "values") in set(arguments())
    assert ("Version", "weight") in set(arguments())


@pytest.mark.parametrize(("name", "argument"), arguments())
def test_every_argument_has_a_rule(name: str, argument: str) -> None:
    hints = typing.get_type_hints(CLASSES[name].__init__, include_extras=True)
    assert has_rule(hints[argument])


@pytest.mark.parametrize("name", sorted({name for name, _ in arguments()}))
def test_every_wrong_argument_is_named_with_its_value_at_once(name: str, tmp_path: Path) -> None:
    chart = cdk8s.Chart(cdk8s.App(outdir=str(tmp_path)), "chart")
    wrong = {each: Junk() for each in parameters(CLASSES[name])}
    right = {"scope": chart, "id": "part"} if "scope" in wrong else {}
    with pytest.raises(ValuesError) as error:
        CLASSES[name](**(wrong | right))
    named = [re.fullmatch(r"[\w /]+: (\w+): junk is not \w.*", line) for line in error.value.lines]
    assert [each and each[1] for each in named] == [each for each in wrong if each not in right]
    with pytest.raises(ValuesError) as error:
        CLASSES[name](**wrong)
    assert len(error.value.lines) == len(wrong)


@pytest.mark.parametrize(("name", "argument"), arguments())
def test_no_wrong_argument_is_said_in_a_library_s_words(name: str, argument: str, tmp_path: Path) -> None:
    for value in JUNK:
        error = refusal(CLASSES[name], **{each: Junk() for each in parameters(CLASSES[name])} | {argument: value})
        assert not FOREIGN.search(str(error))
        assert error is None or (error.__cause__ is None and error.__suppress_context__)


def models() -> dict[str, type[Model]]:
    """Every model of values, those inside others too."""
    found: dict[str, type[Model]] = {}

    def add(hint: Any) -> None:
        if isinstance(hint, type) and issubclass(hint, Model) and hint.__name__ not in found:
            found[hint.__name__] = hint
            for field in hint.model_fields.values():
                add(field.annotation)
        for inner in typing.get_args(hint):
            add(inner)

    add(cdk8s_iter8.ControllerValues)
    for name in environment_names():
        add(environment(name).values())
    return found


@pytest.mark.parametrize("name", sorted(models()))
def test_no_value_is_said_in_a_library_s_words(name: str) -> None:
    model = models()[name]
    for field in model.model_fields:
        for value in (*JUNK, "0", 0, [[]], [1], {"a": 1}, {"a": {}}):
            assert not FOREIGN.search(str(refusal(model, **{field: value}))), (field, value)


def test_a_model_says_what_is_wrong_by_the_names_that_a_program_used() -> None:
    with pytest.raises(ValuesError) as error:
        cdk8s_iter8.ControllerValues(log_level="loud", metrics={"badgerdb": {"storage_class_name": 1}}, replicaz=1)  # type: ignore[arg-type, call-arg]
    assert [line.split(": ")[:2] for line in error.value.lines] == [
        ["ControllerValues", "log_level"],
        ["ControllerValues", "metrics.badgerdb.storage_class_name"],
        ["ControllerValues", "replicaz"],
    ]
    assert isinstance(cdk8s_iter8.ControllerValues(), BaseModel)
