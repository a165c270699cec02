"""Writes a routing template as readable block YAML with Go template actions.

The controller parses it with Go's ``html/template``, executes it and reads the result as YAML
(Iter8 controllers/routemap.go, `reconcile`). So three readers see each string: the template parser
(``{{``), the HTML escaper (``<``) and YAML. A string that one of them might read as something else is written as a JSON
string with those characters escaped, and YAML gives back the string itself.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

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


def _lines(node: Node, indent: str) -> Iterator[str]:
    if isinstance(node, Mapping) and node:
        for key, value in node.items():
            yield from _entry(key, value, indent)
    elif isinstance(node, Sequence) and not isinstance(node, str) and node:
        for item in node:
            yield from _item(item, indent)
    else:
        yield f"{indent}{_scalar(node)}"


def _entry(key: str, value: Node, indent: str) -> Iterator[str]:
    name = _string(key)
    if len(name) > _LONGEST_KEY:
        raise ValueError(f"a key of {len(name)} characters is too long, YAML takes {_LONGEST_KEY}: {name[:40]}…")
    if isinstance(value, Guard):
        yield from _guarded(value, _entry(key, value.node, indent), indent)
    elif isinstance(value, LiteralBlock):
        yield f"{indent}{name}: |"
        yield from (f"{indent}  {line}" if line else "" for line in value.lines.splitlines())
    elif _is_collection(value):
        yield f"{indent}{name}:"
        # A list stands at its key's column, as kubectl writes it.
        yield from _lines(value, indent if not isinstance(value, Mapping) else f"{indent}  ")
    else:
        yield f"{indent}{name}: {_scalar(value)}"


def _item(item: Node, indent: str) -> Iterator[str]:
    if isinstance(item, Guard):
        yield from _guarded(item, _item(item.node, indent), indent)
    elif _is_collection(item):
        # "- " takes the place of the first line's indent. If that line is the `{{- if` of a guard, it removes the
        # space, and the item begins on the next line, with or without the guarded part.
        first = True
        for line in _lines(item, f"{indent}  "):
            yield f"{indent}- {line[len(indent) + 2 :]}" if first else line
            first = False
    else:
        yield f"{indent}- {_scalar(item)}"


def _guarded(guard: Guard, lines: Iterator[str], indent: str) -> Iterator[str]:
    tests = [f"gt (index .Weights {version}) 0" for version in guard.versions]
    condition = tests[0] if len(tests) == 1 else "or " + " ".join(f"({test})" for test in tests)
    yield f"{indent}{{{{- if {condition} }}}}"
    yield from lines
    yield f"{indent}{{{{- end }}}}"


def _is_collection(node: Node) -> bool:
    return isinstance(node, Mapping | Sequence) and not isinstance(node, str) and len(node) > 0


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
