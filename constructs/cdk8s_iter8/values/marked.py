"""Values with the place of every part, so that errors name the place also where documents lie over each other."""

from collections.abc import Iterator
from dataclasses import dataclass

from cdk8s_iter8.validation.problem import Path
from cdk8s_iter8.validation.source import Source


@dataclass(frozen=True)
class Mark:
    """Where a value stands.

    Attributes:
        layer: The position of its layer, from 0.
        name: What errors call the layer, such as its file.
        line: The line, from 1; None: the layer has no lines.
    """

    layer: int
    name: str
    line: int | None


@dataclass(frozen=True)
class Marked:
    """A value with its place.

    Attributes:
        value: A mapping of marked values, a list of them, or a scalar.
        mark: Where it stands.
    """

    value: object
    mark: Mark

    def entries(self) -> "dict[str, Marked] | None":
        """Returns the values by key; None: it is no mapping."""
        return self.value if isinstance(self.value, dict) else None

    def items(self) -> "list[Marked] | None":
        """Returns the items; None: it is no list."""
        return self.value if isinstance(self.value, list) else None

    def at(self, *keys: str) -> "Marked | None":
        """Returns the value at keys of mappings, one inside the other; None: it is not there."""
        value: Marked | None = self
        for key in keys:
            value = (value.entries() or {}).get(key) if value else None
        return value

    def plain(self) -> object:
        """Returns the value without marks."""
        if (entries := self.entries()) is not None:
            return {key: entry.plain() for key, entry in entries.items()}
        if (items := self.items()) is not None:
            return [item.plain() for item in items]
        return self.value

    def marks(self, path: Path = ()) -> Iterator[tuple[Path, Mark]]:
        """Yields the path and the place of the value and of each of its parts.

        Args:
            path: Where the value itself stands.
        """
        yield path, self.mark
        for key, entry in (self.entries() or {}).items():
            yield from entry.marks((*path, key))
        for index, item in enumerate(self.items() or ()):
            yield from item.marks((*path, index))


def marked(source: Source, layer: int) -> Marked:
    """Returns a document with its marks; an empty document is an empty mapping.

    Args:
        source: The document.
        layer: Its position among the layers, from 0.
    """

    def value(data: object, path: Path) -> Marked:
        mark = Mark(layer, source.name, source.line(path))
        if isinstance(data, dict):
            return Marked({key: value(item, (*path, key)) for key, item in data.items()}, mark)
        if isinstance(data, list):
            return Marked([value(item, (*path, index)) for index, item in enumerate(data)], mark)
        return Marked(data, mark)

    return value({} if source.data is None else source.data, ())


def all_marked(data: object, mark: Mark) -> Marked:
    """Returns a value of which all parts stand at one place."""
    if isinstance(data, dict):
        return Marked({key: all_marked(item, mark) for key, item in data.items()}, mark)
    if isinstance(data, list):
        return Marked([all_marked(item, mark) for item in data], mark)
    return Marked(data, mark)
