"""Layers of values: documents of which each later one is laid over the earlier ones, and single values over all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cdk8s_iter8.validation.problem import Path, PlacedProblem, Problem, ValuesError, path_order, shown
from cdk8s_iter8.validation.source import Source
from cdk8s_iter8.values.assigned import assigned
from cdk8s_iter8.values.marked import Mark, Marked, marked

VERSIONS: Path = ("application", "versions")


@dataclass(frozen=True)
class Layers:
    """What is laid over a values file.

    Attributes:
        documents: The documents, the strongest one last.
        assignments: Single values over the documents, as ``PATH=VALUE``, the strongest one last.
    """

    documents: tuple[Source, ...] = ()
    assignments: tuple[str, ...] = ()

    def over(self, source: Source, name: str) -> Source:
        """Lays the layers over a values file.

        Mappings are merged. Of any other value, also of a list, the last one counts. Versions are merged by
        ``metadata.name`` if every version of the later list has a name of its own; a version with a name that is not
        there yet is added.

        Args:
            source: The values file.
            name: The release's name, after which versions without names are named.

        Returns:
            One document; its errors name the file and the line, or the assignment, that a value is from.

        Raises:
            ValuesError: A layer is no mapping or has a key twice, or an assignment leads nowhere.

        Example:
            >>> from cdk8s_iter8.validation.source import parse
            >>> base, prod = parse("{port: 80, gateway: a}", "base.yaml"), parse("gateway: b", "prod.yaml")
            >>> both = Layers((prod,), ("port=0",)).over(base, "hello")
            >>> both.data
            {'port': 0, 'gateway': 'b'}
            >>> both.error([Problem(("gateway",), "wrong"), Problem(("port",), "wrong")]).lines
            ('prod.yaml:1: gateway: wrong', '--set port: port: wrong')
        """
        if not self.documents and not self.assignments:
            return source
        documents = (source, *self.documents)
        if problems := [problem for document in documents for problem in _problems(document)]:
            raise ValuesError(problems)
        tree = marked(source, 0)
        for index, document in enumerate(self.documents, 1):
            tree = laid_over(tree, marked(document, index))
        wrong: list[PlacedProblem] = []
        for index, text in enumerate(self.assignments, len(documents)):
            try:
                tree = assigned(tree, text, index, name)
            except ValuesError as error:
                wrong += error.problems
        if wrong:
            raise ValuesError(wrong)
        return LayeredSource(source.name, tree.plain(), {}, marks=dict(tree.marks()))


@dataclass(frozen=True)
class LayeredSource(Source):
    """A document made of layers.

    Attributes:
        marks: Where each part of it stands.
    """

    marks: Mapping[Path, Mark] = field(default_factory=dict)

    def error(self, problems: Iterable[Problem]) -> ValuesError:
        """Puts the layer and the line before each problem, in the order of the layers."""
        placed = sorted(
            {(self.mark(problem.path), problem) for problem in problems},
            key=lambda each: (each[0].layer, each[0].line or 0, path_order(each[1].path), each[1].message),
        )
        return ValuesError([PlacedProblem(mark.name, mark.line, problem) for mark, problem in placed])

    def mark(self, path: Path) -> Mark:
        """Returns the place of a path, or of the nearest part above it that the document has."""
        while path not in self.marks:
            path = path[:-1]
        return self.marks[path]


def laid_over(lower: Marked, upper: Marked, path: Path = ()) -> Marked:
    """Lays a value over another one. A merged mapping or list of versions stands where the lower one begins.

    Args:
        lower: The value below.
        upper: The value over it.
        path: Where both stand.
    """
    below, above = lower.entries(), upper.entries()
    if below is not None and above is not None:
        if not (below and above):
            return upper if above else lower
        merged = {
            key: laid_over(below[key], each, (*path, key)) if key in below else each for key, each in above.items()
        }
        return Marked({**below, **merged}, lower.mark)
    versions, others = lower.items(), upper.items()
    if path == VERSIONS and versions is not None and others is not None:
        names = [_own_name(version) for version in others]
        if all(names) and len(set(names)) == len(names):
            return Marked(list(_merged_versions(versions, dict(zip(names, others, strict=True)))), lower.mark)
    return upper


def _merged_versions(lower: Sequence[Marked], upper: Mapping[str | None, Marked]) -> Iterator[Marked]:
    names = [_own_name(version) for version in lower]
    for index, (name, version) in enumerate(zip(names, lower, strict=True)):
        yield laid_over(version, upper[name], (*VERSIONS, index)) if name in upper else version
    yield from (version for name, version in upper.items() if name not in names)


def _own_name(version: Marked) -> str | None:
    name = version.at("metadata", "name")
    return name.value if name and isinstance(name.value, str) else None


def _problems(document: Source) -> Iterator[PlacedProblem]:
    problems = list(document.problems)
    if document.data is not None and not isinstance(document.data, dict):
        problems.append(Problem((), f"{shown(document.data)} is not a mapping of values"))
    if problems:
        yield from document.error(problems).problems
