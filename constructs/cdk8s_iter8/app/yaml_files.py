"""The YAML of releases, written without Node, in the files that synthesis writes."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from cdk8s_iter8.manifests.yaml_document import yaml_documents
from cdk8s_iter8.release.resolved import ResolvedRelease


def yaml_of(releases: Iterable[ResolvedRelease]) -> str:
    """Returns the objects of releases as one text of YAML documents.

    Args:
        releases: The releases, in the order in which they are written.
    """
    return yaml_documents(manifest for release in releases for manifest in release.manifests())


def write_yaml(name: str, release: ResolvedRelease, directory: Path) -> Path:
    """Writes the objects of a release into a file, byte for byte what synthesis writes; the file is old or new, whole.

    Args:
        name: The release's name; the file is ``NAME.k8s.yaml``.
        release: The release.
        directory: Where the file is written; made if it is absent.

    Returns:
        The file.
    """
    directory.mkdir(parents=True, exist_ok=True)
    file = directory / f"{name}.k8s.yaml"
    with TemporaryDirectory(prefix=".synth.", dir=directory) as inside:
        unfinished = Path(inside) / file.name
        unfinished.write_text(yaml_of([release]), encoding="utf-8", newline="")
        unfinished.replace(file)
    return file
