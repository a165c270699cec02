"""Releases of versions with names, as a test writes them down."""

from pathlib import Path
from typing import Any

from cdk8s_iter8.release.resolved import ResolvedRelease
from tests.support.released import planned, values


def named(directory: Path, strategy: str = "blue-green", /, **weights: int) -> ResolvedRelease:
    """The release hello of versions hello-NAME with these weights; without a strategy that has them, weights are 0."""
    versions: list[dict[str, Any]] = [
        {"metadata": {"name": f"hello-{name}"}} | ({"weight": weight} if strategy in ("blue-green", "mirror") else {})
        for name, weight in weights.items()
    ]
    return planned(directory, values("knative-istio", strategy, *versions), "hello")
