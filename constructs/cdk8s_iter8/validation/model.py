"""The base class of all models of values, and the words of their errors."""

from collections.abc import Iterator
from dataclasses import replace
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic.alias_generators import to_camel
from pydantic_core import ErrorDetails

from cdk8s_iter8.validation.misspelt import unknown_key
from cdk8s_iter8.validation.problem import Path, Problem, ValuesError, as_text


class Model(BaseModel):
    """The keys of one mapping in values: camelCase in YAML, snake_case in Python. Unknown keys are errors.

    A model cannot be changed.

    Raises:
        ValuesError: All problems of the arguments, one line for each.

    Example:
        >>> class Values(Model):
        ...     log_level: bool = False
        >>> Values(log_level="no")
        Traceback (most recent call last):
            ...
        cdk8s_iter8.validation.problem.ValuesError: Values: log_level: 'no' is not true or false
    """

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
    )

    if not TYPE_CHECKING:  # type checkers derive the constructor from the fields

        def __init__(self, /, **data: Any) -> None:
            try:
                super().__init__(**data)
            except ValidationError as error:
                wrong = [
                    replace(problem, path=_as_given(problem.path, data)) for problem in problems(error, type(self))
                ]
                name = type(self).__name__.partition("[")[0]
                raise ValuesError([f"{name}: {problem}" for problem in wrong]) from None

        # Without this mark pydantic calls the constructor for inner models too, and errors lose their paths.
        __init__.__pydantic_base_init__ = True

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, data: object) -> object:
        # As in Helm, a key without value counts as absent.
        if not isinstance(data, dict):
            return data
        known = {field.alias or name for name, field in cls.model_fields.items()}
        return {key: value for key, value in data.items() if value is not None or key not in known}


def _as_given(path: Path, data: Any) -> Path:
    """Returns a path with the spelling that the program used: a key or the name of a field."""
    own: list[str | int] = []
    for step in path:
        keys = data if isinstance(data, dict) else {}
        names = [key for key in keys if step not in keys and _letters(key) == _letters(str(step))]
        own.append(names[0] if names else step)
        in_data = own[-1] in keys or (isinstance(data, list) and isinstance(step, int))
        data = data[own[-1]] if in_data else None
    return tuple(own)


def _letters(key: object) -> str:
    return str(key).replace("_", "").replace("-", "").lower()


class ProblemsError(ValueError):
    """Several problems from one validator. Their paths start at the value that it validates."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


_NOUNS = {
    "string_type": "a string (quote numbers and true or false)",
    "int_type": "an integer",
    "bool_type": "true or false",
    "float_type": "a number",
    "list_type": "a list",
    "tuple_type": "a list",
    "sequence_str": "a list",
    "Sequence": "a list",
    "dict_type": "a mapping",
    "mapping_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}


def problems(error: ValidationError, model: type[BaseModel]) -> Iterator[Problem]:
    """Yields the problems of a validation, in the words of this project.

    Args:
        error: The error that pydantic raised.
        model: The model of the validated data.
    """
    for detail in error.errors(include_url=False):
        path: Path = detail["loc"]
        if path[1:] and path[-1] == "[key]" and path[-2] == detail["input"]:  # pydantic adds it for an error in a key
            path = path[:-1]
        cause = detail.get("ctx", {}).get("error")
        if isinstance(cause, ProblemsError):
            yield from (Problem((*path, *problem.path), problem.message) for problem in cause.problems)
        else:
            yield Problem(path, _message(detail, path, model))


def _message(error: ErrorDetails, path: Path, model: type[BaseModel]) -> str:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    match kind:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return unknown_key(str(path[-1]), _keys(model, path[:-1]))
        case "too_short":
            return "is empty: at least one is needed"
        case "too_long":
            return f"{as_text(value)} is too long: at most {context['max_length']} are possible"
        case "rule":
            return f"{as_text(value)} is not {context['rule']}"
        case _:
            noun = _NOUNS.get(kind) or _NOUNS.get(context.get("class", ""))
            unquoted = ": write it without quotes" if kind == "bool_type" and value in ("true", "false") else ""
            return f"{as_text(value)} is not {noun}{unquoted}" if noun else f"{as_text(value)} is not valid here"


def a(noun: str) -> str:
    """Puts the article before a noun.

    Example:
        >>> a("Version"), a("Application")
        ('a Version', 'an Application')
    """
    return f"{'an' if noun[:1] in 'AEIOU' else 'a'} {noun}"


def _keys(model: type[BaseModel], path: Path) -> list[str]:
    here: Any = model
    for step in path:
        here = _inside(here, step)
    model_here = _model(here)
    return [field.alias or name for name, field in model_here.model_fields.items()] if model_here else []


def _inside(annotation: Any, step: str | int) -> Any:
    model = _model(annotation)
    if model and isinstance(step, str):
        by_alias = {field.alias: field for field in model.model_fields.values()}
        return by_alias[step].annotation if step in by_alias else None
    items = [alternative for alternative in _alternatives(annotation) if get_args(alternative)]
    return get_args(items[0])[-1 if isinstance(step, str) else 0] if items else None


def _model(annotation: Any) -> type[BaseModel] | None:
    for alternative in _alternatives(annotation):
        if isinstance(alternative, type) and issubclass(alternative, BaseModel):
            return alternative
    return None


def _alternatives(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


def one_of(*keys: str, or_none: bool = False) -> dict[str, Any]:
    """Returns the part of a JSON schema that requires exactly one of several keys. The model must check this itself.

    Args:
        keys: The keys, spelled as in YAML.
        or_none: Whether all keys may be absent.

    Returns:
        The value for pydantic's ``json_schema_extra``. A key without value counts as absent.
    """
    null = {"type": "null"}
    present = [{"type": "object", "required": [key], "properties": {key: {"not": null}}} for key in keys]
    absent = {"type": "object", "properties": dict.fromkeys(keys, null)}
    return {"oneOf": [*present, *([absent] if or_none else [])]}
