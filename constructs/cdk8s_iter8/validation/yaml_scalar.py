"""Reads YAML scalars as Helm does: without the dates and the base-60 numbers of PyYAML."""

import re
from typing import TypeAlias

import yaml

from cdk8s_iter8.validation.problem import as_text

Scalar: TypeAlias = str | int | float | bool | None

_STANDARD = "tag:yaml.org,2002:"
MAPPING, SEQUENCE, MERGE = f"{_STANDARD}map", f"{_STANDARD}seq", f"{_STANDARD}merge"
# No number in Kubernetes has more digits; Python is slow for thousands of digits.
_MOST_DIGITS = 100
_BASES = {"0b": 2, "0o": 8, "0x": 16}
_BOOLEANS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class Loader(yaml.SafeLoader):
    """Reads YAML into nodes. Plain scalars get the tags that Helm's reader gives them."""


_OTHERWISE = tuple(f"{_STANDARD}{name}" for name in ("timestamp", "int", "float", "value"))
Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag not in _OTHERWISE]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver(
    f"{_STANDARD}int",
    re.compile(r"[-+]?(0|[1-9][0-9_]*|0b[01][01_]*|0o?[0-7][0-7_]*|0x[0-9a-fA-F][0-9a-fA-F_]*)$"),
    list("-+0123456789"),
)
Loader.add_implicit_resolver(
    f"{_STANDARD}float",
    re.compile(
        r"([-+]?([0-9][0-9_]*)?\.?[0-9]+([eE][-+]?[0-9]+)?|[-+]?[0-9]+\.|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$"
    ),
    list("-+0123456789."),
)


class FastLoader(yaml.CSafeLoader):
    """Reads what `Loader` reads, by libyaml: twenty times faster, but its errors have other words and places."""

    yaml_implicit_resolvers = Loader.yaml_implicit_resolvers


def scalar(node: yaml.ScalarNode) -> Scalar:
    """Returns a node's value.

    Args:
        node: A scalar of a document that `Loader` read.

    Raises:
        yaml.YAMLError: The value does not fit its tag, or the tag is not one of plain YAML.
    """
    text = str(node.value)
    match node.tag.removeprefix(_STANDARD):
        case "str" | "value" | "merge":
            return text
        case "null":
            return None
        case "bool" if text.lower() in _BOOLEANS:
            return _BOOLEANS[text.lower()]
        case "int" | "float" | "bool" as kind:
            return _number(text, kind, node)
        case _:
            raise unknown_tag(node)


def unknown_tag(node: yaml.Node) -> yaml.YAMLError:
    """Returns the error for a tag that is not one of plain YAML, such as ``!!python/object``."""
    tag = f"!!{node.tag.removeprefix(_STANDARD)}" if node.tag.startswith(_STANDARD) else node.tag
    return yaml.MarkedYAMLError(problem=f"the tag {as_text(tag)} is not known", problem_mark=node.start_mark)


def _number(text: str, kind: str, node: yaml.Node) -> int | float:
    digits = text.replace("_", "").lower()
    if len(digits) > _MOST_DIGITS:
        problem = f"the number {as_text(text)} has more than {_MOST_DIGITS} digits"
        raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)
    try:
        if kind == "int":
            return _integer(digits)
        if kind == "float":
            return float(re.sub(r"\.(?=inf|nan)", "", digits))
    except ValueError:
        pass
    problem = f"{as_text(text)} is not a value of the tag !!{kind}"
    raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)


def _integer(digits: str) -> int:
    sign, unsigned = (-1, digits[1:]) if digits.startswith("-") else (1, digits.removeprefix("+"))
    if unsigned[:2] in _BASES:
        return sign * int(unsigned[2:], _BASES[unsigned[:2]])
    return sign * int(unsigned, 8 if unsigned.startswith("0") and unsigned != "0" else 10)
