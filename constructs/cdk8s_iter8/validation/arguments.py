"""Checks the arguments of a class or a function, by the rules in their annotations."""

import functools
import inspect
import re
import typing
from collections.abc import Callable, Mapping
from typing import Any, ParamSpec, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from cdk8s_iter8.validation.argument_types import has_rule, with_class_rules
from cdk8s_iter8.validation.model import problems
from cdk8s_iter8.validation.problem import ValuesError, as_text, printable

C = TypeVar("C", bound=type)
P = ParamSpec("P")
R = TypeVar("R")


class Arguments(BaseModel):
    """The arguments of one function. Subclasses have a field for every argument.

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
            place: Where the arguments were given, such as a construct's path.
            **arguments: The arguments, by name.

        Raises:
            ValuesError: All problems of the arguments, one line for each.
        """
        try:
            cls.model_validate(arguments)
        except ValidationError as error:
            raise ValuesError([f"{place}: {problem}" for problem in problems(error, cls)]) from None


def checked(cls: C) -> C:
    """Makes a class check the arguments of its constructor, by the rules in their annotations.

    Type checkers see the plain types: ``name: Name`` takes a string. Wrong arguments raise a `ValuesError`, with one
    line for each problem: the place (a construct's path, or the class and its first argument), the argument, its value
    and what would be right.

    Args:
        cls: The class. An argument whose type is a class, such as ``version: Version``, needs no rule; text and
            numbers need one.

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
    check = _check(init, cls.__name__, 1)

    @functools.wraps(init)
    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: N807
        init(self, **check((self, *args), kwargs))

    cls.__init__ = __init__  # type: ignore[misc]
    return cls


def checked_call(function: Callable[P, R]) -> Callable[P, R]:
    """Makes a function check its arguments, as `checked` does for a class.

    Args:
        function: The function.

    Raises:
        TypeError: An argument has no rule.

    Example:
        >>> from cdk8s_iter8.validation.scalars import Name
        >>> @checked_call
        ... def greeting(name: Name) -> str:
        ...     return f"Hello {name}"
        >>> greeting("hello")
        'Hello hello'
    """
    check = _check(function, function.__name__, 0)

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        plain: Callable[..., R] = function
        return plain(**check(args, kwargs))

    return call


def _check(
    function: Callable[..., object], name: str, unchecked: int
) -> Callable[[tuple[Any, ...], Mapping[str, Any]], dict[str, Any]]:
    """Returns a function that checks arguments and returns them by name.

    Args:
        function: The function whose arguments are checked.
        name: The name of the function, or of the class that it constructs.
        unchecked: How many arguments are skipped at the start: 1 for ``self``.
    """
    signature = inspect.signature(function)
    hints = typing.get_type_hints(function, include_extras=True)
    parameters = list(signature.parameters.values())[unchecked:]
    if without := [parameter.name for parameter in parameters if not has_rule(hints.get(parameter.name))]:
        raise TypeError(f"{name}: no rule for {', '.join(without)}")
    positional = [parameter.name for parameter in parameters if parameter.kind is parameter.POSITIONAL_OR_KEYWORD]

    @functools.cache
    def model() -> type[Arguments]:  # made at the first call: a program uses few of the classes
        fields: Any = {
            parameter.name: (with_class_rules(hints[parameter.name]), _default(parameter)) for parameter in parameters
        }
        return create_model(name, __base__=Arguments, **fields)

    def check(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> dict[str, Any]:
        named = dict(zip(positional, args[unchecked:], strict=False))
        if len(args) > len(positional) + unchecked or named.keys() & kwargs.keys():
            signature.bind(*args, **kwargs)  # raises Python's own error
        given = named | dict(kwargs)
        try:
            arguments = model().model_validate(given)
        except ValidationError as error:
            place = _place(name, given, parameters[0].name)
            raise ValuesError([f"{place}: {problem}" for problem in problems(error, model())]) from None
        return {name: getattr(arguments, name) for name in arguments.model_fields_set}

    return check


def _default(parameter: inspect.Parameter) -> Any:
    return ... if parameter.default is parameter.empty else parameter.default


def _place(name: str, given: Mapping[str, Any], first: str) -> str:
    """Returns the place of an error: the path of a construct, else the class and its first argument."""
    noun = re.sub("(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()
    if first != "scope":
        return f"{noun} {as_text(given[first])}" if isinstance(given.get(first), str) else noun
    node, own = getattr(given.get("scope"), "node", None), given.get("id")
    path = [str(node.path) if node else "", printable(own) if isinstance(own, str) else ""]
    return "/".join(filter(None, path)) or noun
