"""Releases that a test writes down, in any environment."""

from pathlib import Path
from typing import Any

import cdk8s
import yaml

from cdk8s_iter8 import Release
from cdk8s_iter8.release.check import load
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.template import evaluate
from cdk8s_iter8.validation.problem import ValuesError

Json = dict[str, Any]

IMAGE = {"image": "kennethreitz/httpbin"}
MODEL = {"storageUri": "s3://models/0", "modelFormat": "sklearn"}

# What a version needs in each environment.
LEAST: dict[str, Json] = {
    "deployment": IMAGE,
    "deployment-gtw": IMAGE,
    "deployment-istio": IMAGE,
    "knative-istio": IMAGE,
    "kserve": MODEL,
    "kserve-0.10": MODEL,
    "kserve-0.11": MODEL,
    "kserve-modelmesh-istio": MODEL,
}


def values(
    environment: str, strategy: str = "none", *versions: Json, application: Json | None = None, **top: Any
) -> Json:
    """Values of a release; by default of two versions, each as small as can be."""
    given = [version if _is_whole(version) else {**LEAST[environment], **version} for version in versions or ({}, {})]
    return {
        "environment": environment,
        "application": {"strategy": strategy, "versions": given, **(application or {})},
        **top,
    }


def _is_whole(version: Json) -> bool:
    whole = {"deploymentSpecification", "inferenceServiceSpecification", "ksvcSpecification"}
    return not whole.isdisjoint(version)


def text(data: Json) -> str:
    """The text of a values file."""
    return yaml.safe_dump(data, sort_keys=False)


def blue_green(*weights: int) -> str:
    """The text of a Knative release with these weights."""
    return text(values("knative-istio", "blue-green", *({"weight": weight} for weight in weights)))


def canary(match: str) -> str:
    """The text of a Knative release with a primary and a candidate that has one clause, written as JSON."""
    return text(values("knative-istio", "canary", {}, {})) + f"    match:\n    - {match}\n"


def file(directory: Path, data: Json, name: str = "app") -> Path:
    """A values file."""
    path = directory / f"{name}.yaml"
    path.write_text(text(data))
    return path


def planned(directory: Path, data: Json, name: str = "app", **more: Any) -> ResolvedRelease:
    """The release, worked out."""
    return load(file(directory, data, name), **more)


def objects(directory: Path, data: Json, name: str = "app", **more: Any) -> list[Json]:
    """What the release emits."""
    app = cdk8s.App(outdir=str(directory / "dist"))
    emitted: list[Json] = Release(app, name, values=file(directory, data, name), **more).to_json()
    return emitted


def one(emitted: list[Json], kind: str, name: str) -> Json:
    """The only object of a kind and a name."""
    [single] = [manifest for manifest in emitted if manifest["kind"] == kind and manifest["metadata"]["name"] == name]
    return single


def listed(emitted: list[Json]) -> list[Json]:
    """The versions that the routemap lists."""
    [routemap] = [manifest for manifest in emitted if "strSpec" in manifest.get("data", {})]
    versions: list[Json] = yaml.safe_load(routemap["data"]["strSpec"])["versions"]
    return versions


def route(directory: Path, data: Json, weights: tuple[int, ...] = (50, 50)) -> Json:
    """The route that the controller applies for a release while the versions have these live weights."""
    evaluated = evaluate(planned(directory, data).template(), weights)
    assert isinstance(evaluated, dict)
    return dict(evaluated)


def problems(directory: Path, data: Json, name: str = "app", **more: Any) -> list[str]:
    """What is wrong with the values, without file and line; an empty list: nothing."""
    try:
        load(file(directory, data, name), **more)
    except ValuesError as error:
        return [line.split(":", 2)[2].strip() for line in error.lines]
    return []
