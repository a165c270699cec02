from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import cdk8s
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8 import Release
from cdk8s_iter8.environments import environment
from cdk8s_iter8.manifests.yaml_document import yaml_documents
from tests.support.cdk8s_writer import written_by_cdk8s
from tests.support.generators.manifests import Json, data, keys, manifests, numbers, texts
from tests.support.released import LEAST, file, values

ROOT = Path(__file__).parent.parent.parent
VALUES = sorted(chain((ROOT / "releases").glob("*.yaml"), (ROOT / "examples").glob("*.yaml")))


def manifest(**more: Any) -> Json:
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "app"}, **more}


def written(**more: Any) -> str:
    """What is written after the metadata."""
    head = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app\n"
    text = yaml_documents([manifest(**more)])
    assert text.startswith(head)
    return text.removeprefix(head)


@given(st.lists(manifests(), max_size=3))
def test_manifests_are_written_as_cdk8s_writes_them(manifests: list[Json]) -> None:
    assert yaml_documents(manifests) == written_by_cdk8s(manifests)


@given(st.lists(texts, max_size=40), st.lists(keys, max_size=20), st.lists(numbers, max_size=20))
def test_scalars_and_keys_are_written_as_cdk8s_writes_them(
    texts: list[str], keys: list[str], numbers: list[float]
) -> None:
    whole = [manifest(spec=[*texts, *numbers], data={key: {key: key} for key in keys})]
    assert yaml_documents(whole) == written_by_cdk8s(whole)


@given(data)
def test_a_list_deep_down_is_written_as_cdk8s_writes_it(data: Any) -> None:
    whole = [manifest(spec={"a": [[[data], {"b": [data]}], [{"c": {"d": data}}]]})]
    assert yaml_documents(whole) == written_by_cdk8s(whole)


@pytest.mark.parametrize("file", VALUES, ids=lambda file: file.stem)
def test_a_release_is_written_as_synth_writes_it(file: Path, tmp_path: Path) -> None:
    app = cdk8s.App(outdir=str(tmp_path))
    release = Release(app, file.stem, values=file)
    app.synth()
    assert yaml_documents(release.resolved.manifests()) == (tmp_path / f"{file.stem}.k8s.yaml").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("name", "strategy"), [(name, strategy) for name in LEAST for strategy in environment(name).strategies()]
)
def test_a_release_of_any_environment_is_written_as_synth_writes_it(name: str, strategy: str, tmp_path: Path) -> None:
    second: Json = {"canary": {"match": [{"headers": {"x": {"exact": "y"}}}]}, "none": {}}.get(strategy, {"weight": 2})
    app = cdk8s.App(outdir=str(tmp_path))
    release = Release(app, "app", values=file(tmp_path, values(name, strategy, {}, second)))
    app.synth()
    text = (tmp_path / "app.k8s.yaml").read_text(encoding="utf-8")
    assert yaml_documents(release.resolved.manifests()) == text
    assert yaml_documents(yaml.safe_load_all(text)) == text


@pytest.mark.parametrize("file", sorted((ROOT / "dist").glob("*.yaml")), ids=lambda file: file.stem)
def test_a_file_of_dist_is_written_as_it_is(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert yaml_documents(yaml.safe_load_all(text)) == text


def test_there_are_files_to_compare() -> None:
    assert {"hello", "canary", "mirror"} <= {file.stem for file in VALUES}
    assert len(list((ROOT / "dist").glob("*.yaml"))) > 1


def test_nothing_is_an_empty_file() -> None:
    assert yaml_documents([]) == written_by_cdk8s([]) == ""


def test_lists_are_deeper_than_their_key_and_what_is_empty_stays_on_the_line() -> None:
    given = {"a": [{"b": 1, "c": [2]}, [3, [4]], [], {}], "d": {}, "e": [], "f": True, "g": False, "h": [None]}
    assert written(spec=given) == (
        "spec:\n  a:\n    - b: 1\n      c:\n        - 2\n    - - 3\n      - - 4\n    - []\n    - {}\n"
        "  d: {}\n  e: []\n  f: true\n  g: false\n  h:\n    - null\n"
    )


@pytest.mark.parametrize("letter", ["a", "\U0001f600"])
def test_a_key_of_more_than_1024_characters_has_a_question_mark(letter: str) -> None:
    longest = letter * (2 * 1024 // len(letter.encode("utf-16-be")))
    assert written(data={longest: {"b": 1}}) == f"data:\n  {longest}:\n    b: 1\n"
    longer = longest + "a"
    assert written(data={longer: {"b": 1, "c": [2]}}) == f"data:\n  ? {longer}\n  : b: 1\n    c:\n      - 2\n"


@pytest.mark.parametrize("value", [b"a", {1}, date(2026, 1, 31), object()])
def test_what_is_no_plain_data_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="is not plain data"):
        yaml_documents([manifest(data={"a": [value]})])
