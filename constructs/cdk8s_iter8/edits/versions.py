"""Finds and removes versions of a release, for edits."""

from collections.abc import Collection, Mapping

from cdk8s_iter8.edits.changes import put, remove
from cdk8s_iter8.edits.document import Document, EditError
from cdk8s_iter8.edits.nodes import represented
from cdk8s_iter8.edits.shared import written_out
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.misspelt import did_you_mean
from cdk8s_iter8.validation.problem import Path, as_text

VERSIONS: Path = ("application", "versions")


def position(release: ResolvedRelease, name: str) -> int:
    """Returns the position of a version.

    Args:
        release: The release.
        name: The version's name, or NAMESPACE/NAME if two versions have one name.

    Raises:
        EditError: There is no such version.
    """
    names = release.version_names()
    if name in names:
        return names.index(name)
    meant = did_you_mean(name, names)
    text = f"{as_text(name)} is not a version of {release.application.name}{meant} (its versions: {', '.join(names)})"
    raise EditError(VERSIONS, text)


def has_own_name(release: ResolvedRelease, index: int) -> bool:
    """Tells whether a version has a name in the file. Otherwise its name is made of its position."""
    return bool(release.values.application.versions[index].metadata.name)


def data_of(document: Document, index: int) -> Mapping[str, object]:
    """Returns the data of a version."""
    data = document.data
    for step in (*VERSIONS, index):
        data = data[step]  # type: ignore[index]
    return data  # type: ignore[return-value]


def weight_of(release: ResolvedRelease, index: int) -> int:
    """Returns the weight of a version, or the default weight."""
    return int(release.values.application.versions[index].weight)


def put_weight(document: Document, index: int, weight: int) -> Document:
    """Gives a version a weight."""
    return put(document, (*VERSIONS, index, "weight"), represented(weight))


def without(document: Document, release: ResolvedRelease, going: Collection[int]) -> Document:
    """Removes versions.

    A later version whose name is made of its position gets this name in the file, so that its objects stay. Aliases of
    anchors in the removed versions are written out.

    Args:
        document: The document.
        release: The release of the document.
        going: The positions of the versions to remove, but not of all versions.
    """
    kept = [index for index in range(len(release.version_names())) if index not in going]
    for now, index in enumerate(kept):
        if now != index and not has_own_name(release, index):
            name = release.application.versions[index].name
            document = put(document, (*VERSIONS, index, "metadata", "name"), represented(name))
    document = written_out(document, [(*VERSIONS, index) for index in going])
    for index in sorted(going, reverse=True):
        document = remove(document, (*VERSIONS, index))
    return document
