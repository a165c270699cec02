"""Previews of values that a test writes down."""

from collections.abc import Iterable
from pathlib import Path

from cdk8s_iter8.previews.release_preview import ReleasePreview, release_preview
from cdk8s_iter8.release.check import load

EXAMPLES = Path(__file__).parents[2] / "examples"


def previewed(values: str, directory: Path, ready: Iterable[str] | None = None) -> ReleasePreview:
    """The preview of a release named hello."""
    file = directory / "hello.yaml"
    file.write_text(values)
    return release_preview(load(file), ready)
