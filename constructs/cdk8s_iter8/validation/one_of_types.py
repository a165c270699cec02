"""Types of arguments that take values of several classes, without conversion."""

import functools
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


@dataclass(frozen=True)
class OneOf:
    """The mark that `one_of_types` puts into a type: it checks the class, and has the text of the error."""

    text: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Checks only the class. Without this, pydantic would make a model of a mapping."""
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
        """Returns the value that the constructor gets. Raises `ProblemsError` if the value has problems."""
        return value


def one_of_types(text: str) -> OneOf:
    """Makes a union take values of its classes, without conversion.

    Args:
        text: The words after "is not" in the error, such as ``a file or a mapping``.
    """
    return OneOf(text)


def _class(hint: Any) -> Any:
    """Returns the class of a type. A generic class, or a generic model, loses its parameters."""
    of_model = getattr(hint, "__pydantic_generic_metadata__", {}).get("origin")
    return of_model or get_origin(hint) or hint


def _alternatives(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
