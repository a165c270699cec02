"""The types of scalars in values. Every type has a rule, which errors quote."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cdk8s_iter8.validation.model import ProblemsError
from cdk8s_iter8.validation.problem import Problem
from cdk8s_iter8.validation.regex import is_re2
from cdk8s_iter8.validation.unwritable import unwritable, unwritable_key


@dataclass(frozen=True)
class Rule:
    """The mark that `rule` puts into a type: the text of its errors, also for editors."""

    text: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Replaces every error of the type by the rule."""
        return core_schema.no_info_wrap_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, inner: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Adds the rule to the schema: as a comment, and as the error for a pattern."""
        schema = handler(inner)
        message = {"patternErrorMessage": f"is not {self.text}"} if "pattern" in schema else {}
        return {**schema, "$comment": self.text, **message}

    def _check(self, value: object, handler: ValidatorFunctionWrapHandler) -> object:
        try:
            return handler(value)
        except ValidationError as error:
            hint = ": write it without quotes" if self._takes_unquoted(value, handler) else ""
            raise PydanticCustomError("rule", "{rule}", {"rule": f"{self.text}{hint}"}) from error

    def _takes_unquoted(self, value: object, handler: ValidatorFunctionWrapHandler) -> bool:
        if not isinstance(value, str) or not re.fullmatch("-?[0-9]{1,20}", value, re.ASCII):
            return False
        try:
            handler(int(value))
        except ValidationError:
            return False
        return True


def rule(text: str) -> Rule:
    """Makes every error of a type quote a rule.

    Args:
        text: The words after "is not" in the error, such as ``a port (an integer from 1 to 65535)``.
    """
    return Rule(text)


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


WHOLE = BeforeValidator(_whole)
"""Makes an integer type take 30.0 as 30, as JSON Schema and Helm do."""

LARGEST_WEIGHT = 1_000_000  # the limit in Gateway API's backendRefs

String = Annotated[str, rule("a string")]
Weight = Annotated[
    int,
    Field(strict=True, ge=0, le=LARGEST_WEIGHT),
    WHOLE,
    rule(f"a relative weight (an integer from 0 to {LARGEST_WEIGHT})"),
]
Port = Annotated[
    int,
    Field(strict=True, ge=1, le=65535),
    WHOLE,
    rule("a port (an integer from 1 to 65535)"),
]
PodCount = Annotated[
    int,
    Field(strict=True, ge=0, le=2**31 - 1),
    WHOLE,
    rule("a number of pods (an integer of at least 0)"),
]
Seconds = Annotated[
    int,
    Field(strict=True, ge=1, le=31_536_000),
    WHOLE,
    rule("a number of seconds (an integer from 1 to 31536000, a year)"),
]

DNS_LABEL = r"[a-z]([-a-z0-9]*[a-z0-9])?"
_SUBDOMAIN = r"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"
_NAMESPACE = r"[a-z0-9]([-a-z0-9]*[a-z0-9])?"
_QUALIFIED = r"[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?"
_HTTP_NAME = r"[A-Za-z0-9!#$%&'*+.^_`|~-]+"


def _writable(text: str) -> str:
    if problems := list(unwritable(text)):
        raise ProblemsError(problems)
    return text


def _writable_key(key: str) -> str:
    if problems := list(unwritable_key(key)):
        raise ProblemsError([Problem((), problem.message) for problem in problems])
    return key


WRITABLE = AfterValidator(_writable)
"""A check of strings that are written into an object unchanged."""


def _short_prefix(key: str) -> str:
    if len(key.rpartition("/")[0]) > 253:
        raise ValueError
    return key


NAME_RULE = (
    "a name for a Service (a DNS label: at most 63 lower-case letters, digits and '-', "
    "starting with a letter, ending with a letter or digit)"
)
LONGEST_NAME = 63  # RFC 1123: a DNS label
Name = Annotated[str, StringConstraints(pattern=f"^{DNS_LABEL}$", max_length=LONGEST_NAME), rule(NAME_RULE)]


Id = Annotated[str, StringConstraints(min_length=1), rule("an id (a string that is not empty)")]
"""The id of a construct in its scope."""


def is_name(text: str) -> bool:
    """Tells whether a text is a `Name`."""
    return len(text) <= LONGEST_NAME and bool(re.fullmatch(DNS_LABEL, text))


Namespace = Annotated[
    str,
    StringConstraints(pattern=f"^{_NAMESPACE}$", max_length=63),
    rule("a namespace (at most 63 lower-case letters, digits and '-', starting and ending with a letter or digit)"),
    WRITABLE,
]
Host = Annotated[
    str,
    StringConstraints(pattern=f"^{_SUBDOMAIN}$", max_length=253),
    rule("a DNS name (labels of lower-case letters, digits and '-', joined by '.', at most 253 characters)"),
    WRITABLE,
]
GatewayName = Annotated[
    str,
    StringConstraints(pattern=rf"^({_NAMESPACE}/)?{_SUBDOMAIN}$", max_length=317),
    rule("a gateway (NAME or NAMESPACE/NAME)"),
]
LabelKey = Annotated[
    str,
    StringConstraints(pattern=rf"^({_SUBDOMAIN}/)?{_QUALIFIED}$", max_length=317),
    AfterValidator(_short_prefix),
    rule("a label or annotation key ([DNS-NAME/]NAME, the name at most 63 letters, digits, '-', '_' or '.')"),
    AfterValidator(_writable_key),
]
LabelValue = Annotated[
    str,
    StringConstraints(pattern=rf"^({_QUALIFIED})?$"),
    rule("a label value (a string of at most 63 letters, digits, '-', '_' or '.'; quote numbers and true or false)"),
    WRITABLE,
]
AnnotationValue = Annotated[str, rule("a string (quote numbers and true or false)"), WRITABLE]
Text = Annotated[str, StringConstraints(min_length=1), rule("a string that is not empty (quote numbers)"), WRITABLE]
CookieName = Annotated[
    str,
    StringConstraints(pattern=f"^{_HTTP_NAME}$", max_length=256),
    rule("a cookie name (letters, digits and !#$%&'*+-.^_`|~, at most 256)"),
]
HeaderName = Annotated[
    str,
    StringConstraints(pattern=f"^{_HTTP_NAME}$", max_length=256),
    rule("a header name (letters, digits and !#$%&'*+-.^_`|~, at most 256)"),
]
ParameterName = Annotated[
    str, StringConstraints(min_length=1, max_length=256), rule("a query parameter's name (1 to 256 characters)")
]
Image = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9]([A-Za-z0-9._/:@-]*[A-Za-z0-9])?$", max_length=1024),
    rule("a container image (letters, digits and ._-/:@)"),
    WRITABLE,
]
Iter8Version = Annotated[
    str,
    StringConstraints(pattern=rf"^{_QUALIFIED}$"),
    rule("a version of Iter8 (a label value such as v1.1)"),
    WRITABLE,
]
HttpRouteVersion = Annotated[
    str, StringConstraints(pattern="^(v1beta1|v1)$"), rule("an API version of HTTPRoute (v1beta1 or v1)")
]


def _re2(pattern: str) -> str:
    if not is_re2(pattern):
        raise ValueError
    return pattern


Regex = Annotated[
    str,
    StringConstraints(min_length=1, max_length=1024),
    AfterValidator(_re2),
    rule("a regular expression in RE2's syntax (at most 1024 characters, no look-around, no back-references)"),
]
