"""Layers of values: documents of which each later one is laid over the earlier ones, and single values over all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cdk8s_iter8.validation.problem import Path, PlacedProblem, Problem, ValuesError, as_text, path_order
from cdk8s_iter8.validation.source import Source
from cdk8s_iter8.values.assigned import assigned
from cdk8s_iter8.values.marked import Mark, Marked, marked
from cdk8s_iter8.values.merged_versions import VERSIONS, merged_versions


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
        there yet is added, and one with ``$patch: delete`` is taken away.

        Args:
            source: The values file.
            name: The release's name, after which versions without names are named.

        Returns:
            One document; its errors name the file and the line, or the assignment, that a value is from.

        Raises:
            ValuesError: A layer is no mapping or has a key twice, a version that it takes away is not there, or an
                assignment leads nowhere.

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
        wrong: list[PlacedProblem] = []
        for index, document in enumerate(self.documents, 1):
            try:
                tree = laid_over(tree, marked(document, index))
            except ValuesError as error:
                wrong += error.problems
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
            key=lambda placed: (placed[0].layer, placed[0].line or 0, path_order(placed[1].path), placed[1].message),
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

    Raises:
        ValuesError: A version that the upper value takes away is not there.
    """
    below, above = lower.entries(), upper.entries()
    if below is not None and above is not None:
        if not (below and above):
            return upper if above else lower
        merged = {
            key: laid_over(below[key], value, (*path, key)) if key in below else value for key, value in above.items()
        }
        return Marked({**below, **merged}, lower.mark)
    versions, others = lower.items(), upper.items()
    if path == VERSIONS and versions is not None and others is not None:
        listed = merged_versions(versions, others, laid_over)
        return upper if listed is None else Marked(listed, lower.mark)
    return upper


def _problems(document: Source) -> Iterator[PlacedProblem]:
    problems = list(document.problems)
    if document.data is not None and not isinstance(document.data, dict):
        problems.append(Problem((), f"{as_text(document.data)} is not a mapping of values"))
    if problems:
        yield from document.error(problems).problems
