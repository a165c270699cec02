"""The types of arguments, and their rules."""

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import Field

from cdk8s_iter8.validation.model import a
from cdk8s_iter8.validation.one_of_types import OneOf, one_of_types
from cdk8s_iter8.validation.scalars import Rule


def has_rule(hint: Any) -> bool:
    """Tells whether a type has a rule, which errors quote.

    Example:
        >>> from cdk8s_iter8.validation.scalars import Port
        >>> has_rule(Port | None), has_rule(list[int])
        (True, False)
    """
    arguments, origin = get_args(hint), get_origin(hint)
    if origin is Annotated:
        return any(isinstance(mark, Rule | OneOf) for mark in hint.__metadata__) or has_rule(arguments[0])
    if origin in (Union, UnionType):  # pydantic's errors would name every alternative
        others = [argument for argument in arguments if argument is not NoneType]
        return len(others) == 1 and has_rule(*others)
    if origin:
        return all(has_rule(argument) for argument in arguments if argument is not Ellipsis)
    return hint is bool or _is_own_rule(hint)


def _is_own_rule(hint: Any) -> bool:
    return isinstance(hint, type) and hint.__module__ not in ("builtins", "typing")


def with_class_rules(hint: Any) -> Any:
    """Adds a rule to every class in a type. Without this rule, pydantic would make an object of a mapping.

    Args:
        hint: The type.
    """
    arguments, origin = get_args(hint), get_origin(hint)
    if origin is Annotated and any(isinstance(mark, OneOf) for mark in hint.__metadata__):
        return hint
    if origin is Annotated:
        return Annotated[with_class_rules(arguments[0]), *hint.__metadata__]
    if origin in (Union, UnionType):
        return Union[tuple(map(with_class_rules, arguments))]  # noqa: UP007
    if origin is tuple:  # takes lists, too
        return Annotated[origin[tuple(map(with_class_rules, arguments))], Field(strict=False)]
    if origin not in (None, Literal):
        return origin[tuple(map(with_class_rules, arguments))]
    return Annotated[hint, one_of_types(a(hint.__name__))] if _is_own_rule(hint) else hint
