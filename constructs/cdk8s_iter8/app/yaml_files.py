"""The YAML of releases and controllers, written without Node, in the files that synthesis writes."""

from collections.abc import Collection, Iterable
from pathlib import Path

from cdk8s_iter8.app.output import SYNTHESIZED, adding
from cdk8s_iter8.app.synthesis import ChartOf
from cdk8s_iter8.manifests.yaml_document import yaml_documents


def yaml_of(charts: Iterable[ChartOf]) -> str:
    """Returns the objects of charts as one text of YAML documents.

    Args:
        charts: The charts, in the order in which they are written.
    """
    return yaml_documents(manifest for _, manifests in charts for manifest in manifests)


def write_yaml(charts: Iterable[ChartOf], directory: Path) -> list[Path]:
    """Writes a file for each chart, byte for byte what synthesis writes; all files, or none if that fails.

    Args:
        charts: The charts; a file is ``ID.k8s.yaml``.
        directory: Where the files are written; made if it is absent. Its other files stay.

    Returns:
        The files.

    Raises:
        OSError: The directory cannot be written.
    """
    with adding(directory) as unfinished:
        names = [_write(chart, unfinished) for chart in charts]
    return [directory / name for name in names]


def _write(chart: ChartOf, directory: Path) -> str:
    name = f"{chart[0]}.k8s.yaml"
    (directory / name).write_text(yaml_of([chart]), encoding="utf-8", newline="")
    return name


# A file is this project's own if these labels are in it: those of a routemap, or of a controller's objects.
_OWN = ("iter8.tools/kind: routemap", *(f"app.kubernetes.io/name: {name}-controller" for name in ("iter8", "routing")))


def remove_stale(directory: Path, written: Collection[Path]) -> list[Path]:
    """Removes the files of releases and controllers that are gone.

    Files of other programs stay, also those of other cdk8s apps: a file is removed only for the labels in it.

    Args:
        directory: Where files were written.
        written: The files that stay.

    Returns:
        The files that were removed.
    """
    stays = set(written)
    stale = [file for file in sorted(directory.glob(SYNTHESIZED)) if file not in stays and _is_own(file)]
    for file in stale:
        file.unlink()
    return stale


def _is_own(file: Path) -> bool:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return any(f"\n    {label}\n" in text for label in _OWN)
