"""Edit: adds a candidate to a release."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from cdk8s_iter8.edits.changes import append
from cdk8s_iter8.edits.document import Document, EditError
from cdk8s_iter8.edits.nodes import Composition, expanded, flows, mapping, pairs, represented, with_value
from cdk8s_iter8.edits.versions import VERSIONS
from cdk8s_iter8.edits.weights import check_weighted
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.specifications.specification import Specification
from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.validation.source import read, read_text

_CONTAINERS = ("spec", "template", "spec", "containers")


@dataclass(frozen=True)
class Candidate:
    """A new version after the others. By default it has weight 0.

    Attributes:
        name: The candidate's name; None: the name in `version`, else a name made of its position.
        image: The image of the candidate's container; None: the image in `version`.
        version: A version as in values, or ``{metadata, spec}`` of its object; None: a copy of the primary without
            names, weight and match.
        weight: The candidate's weight; None: 0 with a strategy that uses weights, else no weight.
    """

    name: str | None = None
    image: str | None = None
    version: yaml.Node | None = None
    weight: int | None = None

    def applied(self, document: Document, release: ResolvedRelease) -> tuple[Document, str]:
        """Returns the document with the candidate.

        Raises:
            EditError: There is no place for the image, or weights have no effect.
        """
        if self.weight is not None:
            check_weighted(release)
        version = self._like_primary(document) if self.version is None else _as_version(pairs(self.version), release)
        if self.name is not None:
            metadata = version.get("metadata", mapping([]))
            entries = {"name": represented(self.name), **_without_name(metadata)}
            named = mapping(entries.items(), flow_style=flows(metadata) or self._flows(document, "metadata"))
            version = {"metadata": named, **{key: node for key, node in version.items() if key != "metadata"}}
        if self.image is not None:
            version = _with_image(version, self.image)
        if release.strategy.weighted and (self.weight is not None or "weight" not in version):
            version["weight"] = represented(self.weight or 0)
        flow = self._flows(document) and all(isinstance(node, yaml.ScalarNode) for node in version.values())
        return append(document, VERSIONS, mapping(version.items(), flow_style=flow)), ""

    def _flows(self, document: Document, *keys: str) -> bool:
        """Tells whether the primary, or its value at a key, is written in braces."""
        node = document.find((*VERSIONS, 0))
        for key in keys:
            node = pairs(expanded(node)).get(key) if node else None
        return node is not None and flows(node)

    def _like_primary(self, document: Document) -> dict[str, yaml.Node]:
        """Returns a copy of the primary without the names of its objects."""
        primary = document.find((*VERSIONS, 0))
        version = pairs(expanded(primary)) if primary else {}
        for key in version:
            if "selector" in _inside(_inside(version, key), "spec"):
                text = "selects pods by labels, which would be those of both versions"
                raise EditError((*VERSIONS, 0, key), f"{text}; describe the candidate in a file, with --from")
        return {key: node for key, node in _unnamed(version).items() if key not in ("weight", "match", "matches")}


def read_version(file: Path) -> yaml.Node:
    """Reads a version, or an object, from a file.

    Raises:
        ValuesError: The file is not YAML, or not a mapping.
    """
    source = read(file)
    if source.problems:
        raise source.error(source.problems)
    if not isinstance(source.data, dict):
        raise source.error([Problem((), f"{as_text(source.data)} is not a version or an object")])
    root = Composition(read_text(file)).root
    return expanded(root) if root else mapping([])


def _as_version(given: dict[str, yaml.Node], release: ResolvedRelease) -> dict[str, yaml.Node]:
    """Returns a version. A given object becomes the version's specification, its name the version's name."""
    if "spec" not in given:
        return given
    fields = release.environment.version_values.model_fields.items()
    keys = [info.alias or name for name, info in fields if _is_specification(info.annotation)]
    kind = str(given["kind"].value) if "kind" in given else ""
    keys = [key for key in keys if key == f"{kind[:1].lower()}{kind[1:]}Specification"] or keys
    if len(keys) != 1:
        known = " and ".join(keys) or "none"
        text = f"an object with spec can be one of several here; write a version with its keys ({known})"
        raise EditError((*VERSIONS, len(release.application.versions)), text)
    metadata = given.get("metadata", mapping([]))
    name = pairs(metadata).get("name") if isinstance(metadata, yaml.MappingNode) else None
    specification = {key: node for key, node in given.items() if key not in ("apiVersion", "kind", "status")}
    specification["metadata"] = mapping(_without_name(metadata).items())
    if not specification["metadata"].value:
        del specification["metadata"]
    named = {"metadata": mapping([("name", name)])} if name else {}
    return {**named, keys[0]: mapping(specification.items())}


def _is_specification(annotation: object) -> bool:
    alternatives = getattr(annotation, "__args__", (annotation,))
    return any(isinstance(alternative, type) and issubclass(alternative, Specification) for alternative in alternatives)


def _with_image(version: dict[str, yaml.Node], image: str) -> dict[str, yaml.Node]:
    if "image" in version:
        return {**version, "image": _string_like(version["image"], image)}
    for key, node in version.items():
        containers = _containers(node)
        if not containers:
            continue
        serving = [index for index in containers if "ports" in containers[index]] if len(containers) > 1 else [0]
        if len(serving) != 1:
            text = f"has {len(containers)} containers, {len(serving)} of them with ports, so which image is not clear"
            raise EditError((*VERSIONS, 0, key), f"{text}; describe the candidate in a file, with --from")
        new = _string_like(containers[serving[0]].get("image"), image)
        return {**version, key: with_value(node, (*_CONTAINERS, serving[0], "image"), new)}
    raise EditError((*VERSIONS, 0), "has no image to replace; describe the candidate in a file, with --from")


def _containers(node: yaml.Node) -> dict[int, dict[str, yaml.Node]]:
    """Returns the containers of an object with pods, by position; empty: the object has no pods."""
    for step in _CONTAINERS:
        value = pairs(node).get(step) if isinstance(node, yaml.MappingNode) else None
        if value is None:
            return {}
        node = value
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    return {index: pairs(item) for index, item in enumerate(items) if isinstance(item, yaml.MappingNode)}


def _string_like(old: yaml.Node | None, text: str) -> yaml.Node:
    """Returns a string with the quotes of another string."""
    style = old.style if isinstance(old, yaml.ScalarNode) and old.style in ("'", '"') else None
    return yaml.ScalarNode(represented(text).tag, text, style=style)


def _unnamed(holder: dict[str, yaml.Node]) -> dict[str, yaml.Node]:
    """Removes the name from an object's metadata, and from the metadata of its pods."""
    entries: dict[str, yaml.Node] = {}
    for key, node in holder.items():
        if key == "metadata":
            rest = _without_name(node)
        elif (key in ("spec", "template") or key.endswith("Specification")) and isinstance(node, yaml.MappingNode):
            rest = _unnamed(pairs(node))
        else:
            entries[key] = node
            continue
        if rest or key != "metadata":
            entries[key] = mapping(rest.items(), flow_style=flows(node))
    return entries


def _inside(holder: dict[str, yaml.Node], key: str) -> dict[str, yaml.Node]:
    node = holder.get(key)
    return pairs(node) if isinstance(node, yaml.MappingNode) else {}


def _without_name(metadata: yaml.Node) -> dict[str, yaml.Node]:
    entries = pairs(metadata) if isinstance(metadata, yaml.MappingNode) else {}
    return {key: node for key, node in entries.items() if key != "name"}
