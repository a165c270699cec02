"""Types of arguments that take values of several classes, each as it is."""

import functools
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


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


def _class(hint: Any) -> Any:
    """Returns the class of a type: of a generic one, also of a model, the class without its parameters."""
    of_model = getattr(hint, "__pydantic_generic_metadata__", {}).get("origin")
    return of_model or get_origin(hint) or hint


def _alternatives(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
