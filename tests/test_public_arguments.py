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
from cdk8s_iter8.validation.argument_types import has_rule
from cdk8s_iter8.validation.model import Model

PUBLIC: dict[str, Any] = {name: getattr(cdk8s_iter8, name) for name in cdk8s_iter8.__all__}
# What a program makes or calls; values are made of fields, and errors are only caught.
CALLABLE: dict[str, Any] = {
    name: public
    for name, public in PUBLIC.items()
    if not isinstance(public, type) or not issubclass(public, Exception | Model)
}
FOREIGN = re.compile(r"Input should|Value error|\[type=|pydantic|typeguard|jsii|argument \w+ must", re.IGNORECASE)


class Junk:
    """What no argument takes."""

    def __repr__(self) -> str:
        return "junk"


JUNK: tuple[Any, ...] = (Junk(), Junk, [Junk()], {"a": Junk()}, {1: 2}, (), b"a", 1.5, -1, 10**30, "\n", "Not OK!", "")


def function(of: Any) -> Any:
    return vars(of)["__init__"] if isinstance(of, type) else of


def parameters(of: Any) -> list[str]:
    return [parameter for parameter in inspect.signature(function(of)).parameters if parameter != "self"]


def arguments() -> list[tuple[str, str]]:
    return [(name, parameter) for name, of in CALLABLE.items() for parameter in parameters(of)]


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
    hints = typing.get_type_hints(function(CALLABLE[name]), include_extras=True)
    assert has_rule(hints[argument])


@pytest.mark.parametrize("name", sorted({name for name, _ in arguments()}))
def test_every_wrong_argument_is_named_with_its_value_at_once(name: str, tmp_path: Path) -> None:
    chart = cdk8s.Chart(cdk8s.App(outdir=str(tmp_path)), "chart")
    wrong = {parameter: Junk() for parameter in parameters(CALLABLE[name])}
    right = {"scope": chart, "id": "part"} if "scope" in wrong else {}
    with pytest.raises(ValuesError) as error:
        CALLABLE[name](**(wrong | right))
    named = [re.fullmatch(r"[\w /]+: (\w+): junk is not \w.*", line) for line in error.value.lines]
    assert [problem and problem[1] for problem in named] == [parameter for parameter in wrong if parameter not in right]
    with pytest.raises(ValuesError) as error:
        CALLABLE[name](**wrong)
    assert len(error.value.lines) == len(wrong)


@pytest.mark.parametrize(("name", "argument"), arguments())
def test_no_wrong_argument_is_said_in_a_library_s_words(name: str, argument: str, tmp_path: Path) -> None:
    for value in JUNK:
        error = refusal(
            CALLABLE[name], **{parameter: Junk() for parameter in parameters(CALLABLE[name])} | {argument: value}
        )
        assert not FOREIGN.search(str(error))
        assert error is None or (error.__cause__ is None and error.__suppress_context__)


def models() -> dict[str, type[Model]]:
    """Every model of values, those inside others too."""
    accepted: dict[str, type[Model]] = {}

    def add(hint: Any) -> None:
        if isinstance(hint, type) and issubclass(hint, Model) and hint.__name__ not in accepted:
            accepted[hint.__name__] = hint
            for field in hint.model_fields.values():
                add(field.annotation)
        for inner in typing.get_args(hint):
            add(inner)

    add(cdk8s_iter8.ControllerValues)
    for name in environment_names():
        add(environment(name).values())
    return accepted


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


PORT = "is not a port (an integer from 1 to 65535)"
NAME = "is not a name for a Service (a DNS label"
VERSION = cdk8s_iter8.Version("v")
WRONG: dict[str, tuple[str, dict[str, Any], list[str]]] = {
    "two at once": (
        "DeploymentVersion",
        {"version": VERSION, "port": "80", "image": "a b"},
        ["image: 'a b' is not a container image", f"port: '80' {PORT}"],
    ),
    "a misspelt one": ("KnativeVersion", {"version": VERSION, "imag": "a"}, ["imag: is not a known key; did you mean"]),
    "a missing one": ("WeightConfig", {}, ["version: is missing"]),
    "a name": ("EntryService", {"name": "Not OK!"}, [f"name: 'Not OK!' {NAME}"]),
    "a port": ("ModelMeshEntry", {"name": "a", "port": 99999}, [f"port: 99999 {PORT}"]),
    "several": (
        "RouteGrant",
        {"version": "v", "application": "A", "namespace": "a.b"},
        ["version: 'v' is not a Version", f"application: 'A' {NAME}", "namespace: 'a.b' is not a namespace"],
    ),
    "versions": ("CanaryRoutemap", {"name": "a", "versions": ["a"]}, ["versions[0]: 'a' is not a Version"]),
    "one version": ("CanaryRoutemap", {"name": "a", "versions": "a"}, ["versions: 'a' is not a list"]),
    "an affinity": (
        "BlueGreenRoutemap",
        {"name": "a", "versions": [VERSION], "session_affinity": {"cookieName": "a"}},
        ["session_affinity: a mapping is not a SessionAffinity"],
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_with_the_construct_s_path(case: str, tmp_path: Path) -> None:
    name, given, lines = WRONG[case]
    chart = cdk8s.Chart(cdk8s.App(outdir=str(tmp_path)), "chart")
    with pytest.raises(ValuesError) as error:
        CALLABLE[name](chart, "part", **given)
    assert len(error.value.lines) == len(lines)
    for said, line in zip(error.value.lines, lines, strict=True):
        assert said.startswith(f"chart/part: {line}")


@pytest.mark.parametrize("scope", [None, "app", 3])
def test_a_scope_that_is_no_construct(scope: Any) -> None:
    with pytest.raises(ValuesError) as error:
        cdk8s_iter8.EntryService(scope, 3, name="a")  # type: ignore[arg-type]
    assert error.value.lines == (
        f"entry service: scope: {'null' if scope is None else repr(scope)} is not a Construct",
        "entry service: id: 3 is not an id (a string that is not empty)",
    )
