"""Edit: makes a candidate the primary."""

from dataclasses import dataclass

import yaml

from cdk8s_iter8.edits.changes import put, remove
from cdk8s_iter8.edits.document import Document, EditError
from cdk8s_iter8.edits.nodes import expanded, flows, mapping, pairs, plain, same
from cdk8s_iter8.edits.versions import VERSIONS, data_of, has_own_name, position, put_weight, weight_of, without
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.scalars import LARGEST_WEIGHT

# The keys that belong to a version's place in the release. The other keys say what the version runs.
_OF_ITS_PLACE = ("weight", "match", "matches")
_OF_ITS_OBJECT = ("name", "namespace")


@dataclass(frozen=True)
class Promotion:
    """A candidate becomes the primary.

    If the candidate has a name in the file, the other versions are removed. If its name is made of its position, it
    cannot move, and the promotion has two steps. In the first step the primary gets the candidate's specification, and
    rolls it out while the candidate answers. In the second step the other versions are removed.

    Attributes:
        version: The candidate; None: the only candidate, or the candidate whose specification the primary has already.
    """

    version: str | None = None

    def applied(self, document: Document, release: ResolvedRelease) -> tuple[Document, str]:
        """Returns the document after the next step.

        Raises:
            EditError: There is no such candidate, or the candidate would get no requests while the primary rolls out.
        """
        index, names = self._candidate(document, release), release.version_names()
        name, primary = names[index], names[0]
        if has_own_name(release, index):
            document = _alone(document, release, index)
            return document, f"{name}: the primary; gone: {_others(release, index)}"
        if runs_the_same(document, index):
            document = _alone(document, release, 0)
            return document, f"step 2 of 2, {primary} runs what {name} ran; gone: {_others(release, 0)}"
        if _shares(release, index) and not weight_of(release, index):
            text = (
                f"'{name}' has weight 0, so it would not answer while '{primary}' rolls out; "
                f"give it weight first, such as {name}=50"
            )
            raise EditError((*VERSIONS, index, "weight"), text)
        document = _primary_runs(document, index)
        return document, (
            f"step 1 of 2, {primary}: runs what {name} runs.\n"
            f"When this is applied and {primary} is ready, run promote again to take the others out."
        )

    def _candidate(self, document: Document, release: ResolvedRelease) -> int:
        names = release.version_names()
        if len(names) == 1:
            raise EditError(VERSIONS, f"'{names[0]}' is the only version, so there is nothing to promote")
        if self.version:
            index = position(release, self.version)
            if index == 0:
                raise EditError((*VERSIONS, 0), f"'{names[0]}' is the primary already")
            return index
        candidates = list(range(1, len(names)))
        if len(candidates) > 1:
            candidates = [position for position in candidates if runs_the_same(document, position)]
        if len(candidates) != 1:
            raise EditError(VERSIONS, f"has several candidates; name one of {', '.join(names[1:])}")
        return candidates[0]


def runs_the_same(document: Document, index: int) -> bool:
    """Tells whether the primary is equal to a candidate, except for names, weight and match."""
    primary, candidate = (plain(mapping(_running(_version(document, position), {}).items())) for position in (0, index))
    return same(primary, candidate)


def _running(version: dict[str, yaml.Node], named: dict[str, yaml.Node]) -> dict[str, yaml.Node]:
    """Returns what a version runs, with the names and namespaces of another version."""
    kept = {key: node for key, node in version.items() if key not in _OF_ITS_PLACE and plain(node) is not None}
    return {
        key: mapping(_renamed(pairs(node), _inside(named, key)).items(), flow_style=flows(node))
        if isinstance(node, yaml.MappingNode) and key != "metadata"
        else node
        for key, node in _renamed(kept, named).items()
    }


def _renamed(holder: dict[str, yaml.Node], named: dict[str, yaml.Node]) -> dict[str, yaml.Node]:
    """Returns an object with the name and namespace of another object."""
    names = {key: node for key, node in _inside(named, "metadata").items() if key in _OF_ITS_OBJECT}
    others = {key: node for key, node in _inside(holder, "metadata").items() if key not in _OF_ITS_OBJECT}
    metadata = names | {key: node for key, node in others.items() if plain(node) not in (None, {})}
    rest = {key: node for key, node in holder.items() if key != "metadata"}
    return {"metadata": mapping(metadata.items()), **rest} if metadata else rest


def _inside(holder: dict[str, yaml.Node], key: str) -> dict[str, yaml.Node]:
    node = holder.get(key)
    return pairs(node) if isinstance(node, yaml.MappingNode) else {}


def _primary_runs(document: Document, index: int) -> Document:
    primary = _version(document, 0)
    wanted = _running(_version(document, index), primary)
    for key in primary:
        if key not in wanted and key not in _OF_ITS_PLACE:
            document = remove(document, (*VERSIONS, 0, key))
    for key, node in wanted.items():
        document = put(document, (*VERSIONS, 0, key), node)
    return document


def _version(document: Document, index: int) -> dict[str, yaml.Node]:
    node = document.find((*VERSIONS, index))
    return pairs(expanded(node)) if node else {}


def _shares(release: ResolvedRelease, index: int) -> bool:
    """Tells whether a version gets a share of the requests by weight."""
    rules = release.traffic_plan.rules if release.traffic_plan else ()
    return any(index in rule.shares and len(rule.shares) > 1 for rule in rules)


def _alone(document: Document, release: ResolvedRelease, index: int) -> Document:
    """Removes all versions except one. If weights shared the requests, this version gets the sum of the weights."""
    others = [position for position in range(len(release.version_names())) if position != index]
    if _shares(release, index):
        weights = sum(weight_of(release, position) for position in (index, *others))
        document = put_weight(document, index, min(weights, LARGEST_WEIGHT) or 100)
    if "match" in data_of(document, index):
        document = remove(document, (*VERSIONS, index, "match"))
    if "matches" in data_of(document, index):
        document = remove(document, (*VERSIONS, index, "matches"))
    return without(document, release, others)


def _others(release: ResolvedRelease, index: int) -> str:
    return ", ".join(name for position, name in enumerate(release.version_names()) if position != index)
