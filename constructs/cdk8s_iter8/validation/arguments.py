"""Checks what a program gives to a class, by the rules in the annotations of its constructor."""

import functools
import inspect
import re
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, ValidationError, create_model
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cdk8s_iter8.validation.model import a, problems
from cdk8s_iter8.validation.problem import ValuesError, printable, shown
from cdk8s_iter8.validation.scalars import Rule

C = TypeVar("C", bound=type)


class Arguments(BaseModel):
    """Arguments of one function: subclass it with a field for each.

    Example:
        >>> from cdk8s_iter8.validation.scalars import Name
        >>> class Named(Arguments):
        ...     name: Name
        >>> Named.check("chart/service", name="Not OK!")
        Traceback (most recent call last):
            ...
        cdk8s_iter8.validation.problem.ValuesError: chart/service: name: 'Not OK!' is not a name for a Service (a DNS \
label: at most 63 lower-case letters, digits and '-', starting with a letter, ending with a letter or digit)
    """

    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True, arbitrary_types_allowed=True)

    @classmethod
    def check(cls, place: str, **arguments: object) -> None:
        """Checks arguments.

        Args:
            place: What they were given to, such as a construct's path.
            **arguments: The arguments, by name.

        Raises:
            ValuesError: Everything that is wrong with them, a line each.
        """
        try:
            cls.model_validate(arguments)
        except ValidationError as error:
            raise ValuesError([f"{place}: {problem}" for problem in problems(error, cls)]) from None


@dataclass(frozen=True)
class OneOf:
    """What `one_of_types` puts into a type: the check of the class, and what an error says."""

    text: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Checks the class alone, also of models, which pydantic would make of a mapping."""
        classes = tuple(map(_class, _alternatives(source)))
        return core_schema.no_info_plain_validator_function(functools.partial(self._check, classes))

    def _check(self, classes: tuple[type, ...], value: object) -> object:
        if not self.takes(value, classes):
            raise PydanticCustomError("rule", "{rule}", {"rule": self.text})
        return self.convert(value)

    def takes(self, value: object, classes: tuple[type, ...]) -> bool:
        """Tells whether a value is of one of the classes."""
        return isinstance(value, classes)

    def convert(self, value: object) -> object:
        """Returns what the constructor gets of a value; may raise what `Problem`s it has."""
        return value


def one_of_types(text: str) -> OneOf:
    """Takes values of the classes of a union, none converted into another.

    Args:
        text: What they are, to follow "is not": ``a file or a mapping``.
    """
    return OneOf(text)


def checked(cls: C) -> C:
    """Makes a class check the arguments of its constructor, by the rules in their annotations.

    Type checkers see the plain types: ``name: Name`` takes a string. What is wrong is a `ValuesError`, a line each:
    where the object would be (a construct's path, or the class and its first argument), the argument, its value and
    what would be right.

    Args:
        cls: The class. A class is its own rule, as in ``version: Version``; text and numbers need one.

    Raises:
        TypeError: An argument has no rule.

    Example:
        >>> from cdk8s_iter8.validation.scalars import Name, Port
        >>> @checked
        ... class Listener:
        ...     def __init__(self, name: Name, *, port: Port = 80) -> None:
        ...         self.port = port
        >>> Listener("web", port=8080).port
        8080
        >>> Listener("web", port=0)
        Traceback (most recent call last):
            ...
        cdk8s_iter8.validation.problem.ValuesError: listener 'web': port: 0 is not a port (an integer from 1 to 65535)
    """
    init: Callable[..., None] = cls.__init__  # type: ignore[misc]
    hints = {name: hint for name, hint in typing.get_type_hints(init, include_extras=True).items() if name != "return"}
    parameters = list(inspect.signature(init).parameters.values())[1:]
    if without := [each.name for each in parameters if not has_rule(hints.get(each.name))]:
        raise TypeError(f"{cls.__name__}: no rule for {', '.join(without)}")
    positional = [each.name for each in parameters if each.kind is each.POSITIONAL_OR_KEYWORD]

    @functools.cache
    def model() -> type[Arguments]:  # when it is first needed: a program uses few of the classes
        fields: Any = {each.name: (_instances(hints[each.name]), _default(each)) for each in parameters}
        return create_model(cls.__name__, __base__=Arguments, **fields)

    @functools.wraps(init)
    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807
        named = dict(zip(positional, args, strict=False))
        if len(args) > len(positional) or named.keys() & kwargs.keys():
            init(self, *args, **kwargs)  # Python says what is wrong
        given = named | kwargs
        try:
            arguments = model().model_validate(given)
        except ValidationError as error:
            place = _place(cls.__name__, given, parameters[0].name)
            raise ValuesError([f"{place}: {problem}" for problem in problems(error, model())]) from None
        init(self, **{name: getattr(arguments, name) for name in arguments.model_fields_set})

    cls.__init__ = __init__  # type: ignore[misc]
    return cls


def has_rule(hint: Any) -> bool:
    """Tells whether a type says what a right value is, so that an error can.

    Example:
        >>> from cdk8s_iter8.validation.scalars import Port
        >>> has_rule(Port | None), has_rule(list[int])
        (True, False)
    """
    arguments, origin = get_args(hint), get_origin(hint)
    if origin is Annotated:
        return any(isinstance(each, Rule | OneOf) for each in hint.__metadata__) or has_rule(arguments[0])
    if origin in (Union, UnionType):  # of several alternatives pydantic would name the one that it tried
        others = [each for each in arguments if each is not NoneType]
        return len(others) == 1 and has_rule(*others)
    if origin:
        return all(has_rule(each) for each in arguments if each is not Ellipsis)
    return hint is bool or _is_own_rule(hint)


def _is_own_rule(hint: Any) -> bool:
    return isinstance(hint, type) and hint.__module__ not in ("builtins", "typing")


def _instances(hint: Any) -> Any:
    """Puts a class's rule wherever the class stands in a type: pydantic would convert mappings, in its own words."""
    arguments, origin = get_args(hint), get_origin(hint)
    if origin is Annotated and any(isinstance(each, OneOf) for each in hint.__metadata__):
        return hint
    if origin is Annotated:
        return Annotated[_instances(arguments[0]), *hint.__metadata__]
    if origin in (Union, UnionType):
        return Union[tuple(map(_instances, arguments))]  # noqa: UP007
    if origin is tuple:  # a list may stand for one
        return Annotated[origin[tuple(map(_instances, arguments))], Field(strict=False)]
    if origin not in (None, Literal):
        return origin[tuple(map(_instances, arguments))]
    return Annotated[hint, one_of_types(a(hint.__name__))] if _is_own_rule(hint) else hint


def _class(hint: Any) -> Any:
    """Returns the class of a type: of a generic one, also of a model, the class without its parameters."""
    of_model = getattr(hint, "__pydantic_generic_metadata__", {}).get("origin")
    return of_model or get_origin(hint) or hint


def _alternatives(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _default(parameter: inspect.Parameter) -> Any:
    return ... if parameter.default is parameter.empty else parameter.default


def _place(name: str, given: Mapping[str, Any], first: str) -> str:
    """Names what would have been made: a construct by its path, anything else by its class and first argument."""
    noun = re.sub("(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()
    if first != "scope":
        return f"{noun} {shown(given[first])}" if isinstance(given.get(first), str) else noun
    node, own = getattr(given.get("scope"), "node", None), given.get("id")
    path = [str(node.path) if node else "", printable(own) if isinstance(own, str) else ""]
    return "/".join(filter(None, path)) or noun
