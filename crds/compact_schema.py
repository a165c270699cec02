"""JSON schemas as small, stable files: repeated sub-schemas are written once, under `$defs`."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from crds.kubernetes_schema import Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SHARED_FROM = 80  # characters of JSON; below that a `$ref` saves nothing


def _key(schema: object) -> str:
    return json.dumps(schema, sort_keys=True, separators=(",", ":"))


def _children(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Direct sub-schemas with the name each is known by."""
    yield from schema.get("properties", {}).items()
    for keyword, name in (("items", "item"), ("additionalProperties", "value")):
        if isinstance(schema.get(keyword), dict):
            yield name, schema[keyword]


class _Definitions:
    """Finds the sub-schemas used more than once and gives each a name."""

    def __init__(self, root: Schema) -> None:
        self.uses: Counter[str] = Counter()
        self.names: dict[str, str] = {}
        self.shared: dict[str, Schema] = {}
        self._count(root, "root")
        self._name(root, "root", set())

    def _count(self, schema: Schema, name: str) -> None:
        key = _key(schema)
        self.uses[key] += 1
        if self.uses[key] == 1:
            for child_name, child in _children(schema):
                self._count(child, child_name if child_name not in ("item", "value") else name)

    def _name(self, schema: Schema, name: str, visited: set[str]) -> None:
        key = _key(schema)
        if key in visited:
            return
        visited.add(key)
        if self.uses[key] > 1 and len(key) >= SHARED_FROM:
            names = (name, *(f"{name}{number}" for number in range(2, len(self.names) + 3)))
            self.names[key] = next(free for free in names if free not in self.names.values())
        for child_name, child in _children(schema):
            self._name(child, child_name if child_name not in ("item", "value") else name, visited)

    def reference(self, schema: Schema) -> Schema:
        """A `$ref` for a shared schema, else the schema with its own children replaced."""
        name = self.names.get(_key(schema))
        if name is None:
            return self.replaced(schema)
        if name not in self.shared:
            self.shared[name] = {}  # keeps the place while its children are replaced
            self.shared[name] = self.replaced(schema)
        return {"$ref": f"#/$defs/{name}"}

    def replaced(self, schema: Schema) -> Schema:
        """The schema with every shared descendant replaced by a reference."""
        replaced: dict[str, Any] = dict(schema)
        if "properties" in schema:
            replaced["properties"] = {name: self.reference(sub) for name, sub in schema["properties"].items()}
        for keyword in ("items", "additionalProperties"):
            if isinstance(schema.get(keyword), dict):
                replaced[keyword] = self.reference(schema[keyword])
        return replaced


def compact(schema: Schema, comment: str) -> str:
    """The schema as JSON text, one definition a line, the same bytes for the same schema."""
    definitions = _Definitions(schema)
    body = definitions.replaced(schema)
    head = {"$schema": DIALECT, "$comment": comment} | body
    lines = [f"{json.dumps(key)}:{_key(value)}" for key, value in head.items()]
    shared = ",\n".join(f"{json.dumps(name)}:{_key(sub)}" for name, sub in sorted(definitions.shared.items()))
    if shared:
        lines.append(f'"$defs":{{\n{shared}\n}}')
    return "{\n" + ",\n".join(lines) + "\n}\n"
