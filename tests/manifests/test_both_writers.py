"""Whole releases of any environment, with odd strings wherever text may stand: one decision, two ways to write it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import cdk8s
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cdk8s_iter8 import Release, ValuesError
from cdk8s_iter8.environments import environment
from cdk8s_iter8.manifests.yaml_document import yaml_documents
from cdk8s_iter8.release.check import resolve_mapping
from tests.support.generators.text import HOSTILE, strings
from tests.support.released import LEAST, Json, values

CASES = [(name, strategy) for name in LEAST for strategy in environment(name).strategies()]
CONTAINER = {"name": "main", "image": "example/hello", "ports": [{"containerPort": 80}]}
HARMLESS = ("a", "b", "c", "d", "e", "f")


def container(texts: Sequence[str]) -> Json:
    env = [{"name": "A", "value": texts[3]}, {"name": "B", "value": texts[4]}]
    return {**CONTAINER, "env": env, "args": [texts[5], texts[3]]}


def whole(name: str, texts: Sequence[str]) -> Json:
    """A version that is a whole object, where the environment takes one of containers."""
    pods = {"containers": [container(texts)]}
    if name == "knative-istio":
        return {"ksvcSpecification": {"spec": {"template": {"spec": pods}}}}
    if name.startswith("deployment"):
        labels = {"app": "app-1"}
        template = {"metadata": {"labels": labels, "annotations": {"example.org/x": texts[4]}}, "spec": pods}
        return {"deploymentSpecification": {"spec": {"selector": {"matchLabels": labels}, "template": template}}}
    return {"inferenceServiceSpecification": {"spec": {"predictor": pods}}} if name.startswith("kserve-0") else {}


def match(name: str, texts: Sequence[str]) -> Json:
    if name == "deployment-gtw":
        return {"headers": [{"name": "x-text", "value": texts[2]}]}
    return {"headers": {"x-text": {"exact": texts[2]}}, "uri": {"prefix": texts[5]}}


def release(name: str, strategy: str, texts: Sequence[str]) -> Json:
    """Values with strings in every kind of place."""
    first: Json = {"metadata": {"annotations": {"example.org/a": texts[0]}}}
    second: Json = {**whole(name, texts), "metadata": {"annotations": {"example.org/b": texts[1]}}}
    if strategy == "canary":
        second["matches" if name == "deployment-gtw" else "match"] = [match(name, texts)]
    return values(name, strategy, first, second)


def is_taken(name: str, strategy: str, texts: Sequence[str]) -> bool:
    try:
        resolve_mapping(release(name, strategy, texts), "app")
    except ValuesError:
        return False
    return True


def taken(name: str, strategy: str, texts: Sequence[str]) -> list[str]:
    """The strings, those that values refuse in their place replaced by harmless ones."""
    own = list(HARMLESS)
    for place, text in enumerate(texts):
        tried = [*own[:place], text, *own[place + 1 :]]
        own = tried if is_taken(name, strategy, tried) else own
    return own


def by_cdk8s(data: Mapping[str, Any], directory: Path) -> str:
    app = cdk8s.App(outdir=str(directory))
    Release(app, "app", values=data)
    app.synth()
    return (directory / "app.k8s.yaml").read_bytes().decode()


def by_us(data: Mapping[str, Any]) -> str:
    return yaml_documents(resolve_mapping(data, "app").manifests())


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CASES), st.lists(strings, min_size=len(HARMLESS), max_size=len(HARMLESS)))
def test_any_release_is_written_as_cdk8s_writes_it(
    tmp_path_factory: pytest.TempPathFactory, case: tuple[str, str], texts: list[str]
) -> None:
    data = release(*case, taken(*case, texts))
    assert by_us(data) == by_cdk8s(data, tmp_path_factory.getbasetemp())


@pytest.mark.parametrize("name", LEAST)
def test_every_hostile_string_that_values_take_is_written_so(tmp_path: Path, name: str) -> None:
    """Six at a time, each in one place."""
    strategy = environment(name).strategies()[-1] if name != "deployment" else "none"
    odd = 0
    for start in range(0, len(HOSTILE), len(HARMLESS)):
        texts = (*HOSTILE[start : start + len(HARMLESS)], *HARMLESS)[: len(HARMLESS)]
        own = taken(name, strategy, texts)
        odd += len(set(own) - set(HARMLESS))
        data = release(name, strategy, own)
        assert by_us(data) == by_cdk8s(data, tmp_path)
    assert odd > len(HOSTILE) // 4
