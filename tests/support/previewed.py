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


def blue_green(*weights: int) -> str:
    """Values of a release with these weights."""
    versions = "".join(f"  - image: example/hello:{index}\n    weight: {each}\n" for index, each in enumerate(weights))
    return f"environment: knative-istio\napplication:\n  strategy: blue-green\n  versions:\n{versions}"


def canary(match: str) -> str:
    """Values of a release with a primary and a candidate that has one clause, written as JSON."""
    return (
        "environment: knative-istio\napplication:\n  strategy: canary\n  versions:\n"
        f"  - image: example/hello:0\n  - image: example/hello:1\n    match:\n    - {match}\n"
    )
