"""Writes a routing template as readable block YAML with Go template actions.

The controller parses it with Go's ``html/template``, executes it and reads the result as YAML
(Iter8 controllers/routemap.go, `reconcile`). So three readers see each string: the template parser
(``{{``), the HTML escaper (``<``) and YAML. A string that one of them might read as something else is written as a JSON
string with those characters escaped, and YAML gives back the string itself.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from cdk8s_iter8.template.nodes import Guard, LiteralBlock, LiveWeight, Node

_PLAIN = re.compile(r"[A-Za-z/][A-Za-z0-9_./-]*", re.ASCII)
# Words that YAML 1.1 or 1.2 reads as something other than a string.
_WORDS = frozenset(("y", "yes", "n", "no", "true", "false", "on", "off", "null", "nan", "inf"))
_BMP = 0xFFFF
_LONGEST_KEY = 1024  # YAML 1.2.2, 7.4.2: implicit keys; the controller's YAML reader has the same bound
# Characters with a meaning for the template parser or the HTML escaper; YAML reads the escapes back.
_ESCAPED = frozenset("<{}")


def render(node: Node) -> str:
    """Renders a routing template for the Iter8 controller.

    Args:
        node: The template. If all items of a list can be absent at once, the list itself needs a guard.

    Returns:
        A Go template that gives YAML; it ends with a newline.

    Raises:
        ValueError: A key is too long for YAML, a string is not Unicode text, or a number is not finite.
        TypeError: A guard or a literal block is at a wrong place.

    Example:
        >>> print(render({"route": [Guard((1,), {"host": "b", "weight": LiveWeight(1)})]}), end="")
        route:
        {{- if gt (index .Weights 1) 0 }}
        - host: b
          weight: {{ index .Weights 1 }}
        {{- end }}
    """
    return "".join(f"{line}\n" for line in _lines(node, ""))


# Lines are put into one list: a generator within a generator for each level takes twice the time.
def _lines(node: Node, indent: str) -> list[str]:
    if not _is_collection(node):
        return [f"{indent}{_scalar(node)}"]
    lines: list[str] = []
    if isinstance(node, Mapping):
        for key, value in node.items():
            lines += _entry(key, value, indent)
    elif isinstance(node, Sequence):
        for item in node:
            lines += _item(item, indent)
    return lines


def _entry(key: str, value: Node, indent: str) -> list[str]:
    name = _string(key)
    if len(name) > _LONGEST_KEY:
        raise ValueError(f"a key of {len(name)} characters is too long, YAML takes {_LONGEST_KEY}: {name[:40]}…")
    if isinstance(value, Guard):
        return _guarded(value, _entry(key, value.node, indent), indent)
    if isinstance(value, LiteralBlock):
        return [f"{indent}{name}: |", *(f"{indent}  {line}" if line else "" for line in value.lines.splitlines())]
    if _is_collection(value):
        # A list stands at its key's column, as kubectl writes it.
        return [f"{indent}{name}:", *_lines(value, indent if not isinstance(value, Mapping) else f"{indent}  ")]
    return [f"{indent}{name}: {_scalar(value)}"]


def _item(item: Node, indent: str) -> list[str]:
    if isinstance(item, Guard):
        return _guarded(item, _item(item.node, indent), indent)
    if not _is_collection(item):
        return [f"{indent}- {_scalar(item)}"]
    # "- " takes the place of the first line's indent. If that line is the `{{- if` of a guard, it removes the
    # space, and the item begins on the next line, with or without the guarded part.
    first, *others = _lines(item, f"{indent}  ")
    return [f"{indent}- {first[len(indent) + 2 :]}", *others]


def _guarded(guard: Guard, lines: Sequence[str], indent: str) -> list[str]:
    tests = [f"gt (index .Weights {version}) 0" for version in guard.versions]
    condition = tests[0] if len(tests) == 1 else "or " + " ".join(f"({test})" for test in tests)
    return [f"{indent}{{{{- if {condition} }}}}", *lines, f"{indent}{{{{- end }}}}"]


def _is_collection(node: Node) -> bool:
    return not isinstance(node, str) and isinstance(node, Mapping | Sequence) and len(node) > 0


def _scalar(node: Node) -> str:
    if isinstance(node, LiveWeight):
        weight = f"{{{{ index .Weights {node.version} }}}}"
        if node.at_most is None:
            return weight
        over = f"{{{{ if gt (index .Weights {node.version}) {node.at_most} }}}}"
        return f"{over}{node.at_most}{{{{ else }}}}{weight}{{{{ end }}}}"
    if isinstance(node, str):
        return _string(node)
    if isinstance(node, LiteralBlock):
        raise TypeError("a literal block stands only as the value of a key")
    if isinstance(node, Guard):
        raise TypeError("a guard stands only around a list item or the value of a key")
    return json.dumps(node, allow_nan=False)  # a number, true, false, null, [] or {}


@lru_cache(maxsize=1024)
def _string(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return "".join(_char(char) for char in json.dumps(text, ensure_ascii=False))


def _char(char: str) -> str:
    if char.isprintable() and char not in _ESCAPED:
        return char
    if "\ud800" <= char <= "\udfff":
        raise ValueError(f"half of a surrogate pair is no character: {char!a}")
    return f"\\u{ord(char):04x}" if ord(char) <= _BMP else f"\\U{ord(char):08x}"
