"""No string in values can change what a release is: every free text stands where it was put, and nowhere else."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cdk8s
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cdk8s_iter8 import Release, ValuesError
from cdk8s_iter8.release.check import load
from tests.support import released, yaml_readers
from tests.support.generators.text import HOSTILE, strings
from tests.support.go_template import execute
from tests.support.synthesized import Json, spec_of

# Harmless strings, each to stand in one free-text place of the values.
PLACES = tuple(f"place{number:02}" for number in range(16))


def values(texts: Sequence[str]) -> Json:
    """Values with a string in every place where any text may stand."""
    exact, prefix, query, name, stat, uri, authority, scheme, method, without, note, env, arg, directory, team, key = (
        texts
    )
    container = {
        "image": "example/hello",
        "env": [{"name": "TEXT", "value": env}],
        "args": [arg],
        "workingDir": directory,
    }
    match = {
        "name": name,
        "statPrefix": stat,
        "headers": {"x-exact": {"exact": exact}, "x-prefix": {"prefix": prefix}},
        "queryParams": {query: {"exact": query}},
        "uri": {"exact": uri},
        "authority": {"exact": authority},
        "scheme": {"prefix": scheme},
        "method": {"exact": method},
        "withoutHeaders": {"x-without": {"exact": without}},
    }
    candidate = {
        "metadata": {"annotations": {"example.org/note": note}},
        "match": [match],
        "ksvcSpecification": {
            "metadata": {"annotations": {"example.org/team": team}},
            "spec": {
                "template": {"metadata": {"annotations": {"example.org/key": key}}, "spec": {"containers": [container]}}
            },
        },
    }
    return released.values("knative-istio", "canary", {}, candidate)


def made(texts: Sequence[str], directory: Path) -> list[list[Json]]:
    """The objects other than the routemap, and the routes for candidate ready and not."""
    app = cdk8s.App(outdir=str(directory / "dist"))
    routemap, *others = Release(app, "hello", values=written(texts, directory)).to_json()
    template = spec_of(routemap)["routingTemplates"]["canary"]["template"]
    applied = execute([(template, [1, 1]), (template, [1, 0])])
    return [others, [yaml_readers.as_the_controller(manifest) for manifest in applied]]


def replaced(data: Any, texts: dict[str, str]) -> Any:
    """Data with other strings in the places."""
    if isinstance(data, dict):
        return {texts.get(key, key): replaced(value, texts) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [replaced(item, texts) for item in data]
    return texts.get(data, data) if isinstance(data, str) else data


def written(texts: Sequence[str], directory: Path) -> Path:
    """A values file with the strings in the places."""
    file = directory / "hello.yaml"
    file.write_text(yaml.safe_dump(values(texts), default_style='"'), encoding="utf-8")
    return file


def is_taken(texts: Sequence[str], directory: Path) -> bool:
    """Whether values take these strings in the places."""
    try:
        load(written(texts, directory))
    except ValuesError:
        return False
    return True


def taken(texts: Sequence[str], directory: Path) -> list[str]:
    """The strings, those that values refuse in their place replaced by harmless ones."""
    if is_taken(texts, directory):
        return list(texts)
    return [
        text if is_taken([*PLACES[:index], text, *PLACES[index + 1 :]], directory) else PLACES[index]
        for index, text in enumerate(texts)
    ]


@settings(max_examples=30, deadline=None)
@given(st.lists(strings, min_size=len(PLACES), max_size=len(PLACES)))
def test_a_string_is_only_a_string(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    directory = tmp_path_factory.getbasetemp()
    hostile = taken(texts, directory)

    assert made(hostile, directory) == replaced(made(PLACES, directory), dict(zip(PLACES, hostile, strict=True)))


@pytest.mark.parametrize("string", HOSTILE)
def test_a_string_that_is_known_to_be_hostile(string: str, tmp_path: Path) -> None:
    hostile = taken([string] * len(PLACES), tmp_path)

    assert set(hostile) - set(PLACES) == {string}
    assert made(hostile, tmp_path) == replaced(made(PLACES, tmp_path), dict(zip(PLACES, hostile, strict=True)))
