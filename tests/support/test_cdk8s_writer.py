"""The judge of files must write as cdk8s does when Python drives it."""

from pathlib import Path
from typing import Any

import cdk8s
import pytest

from tests.support.cdk8s_writer import written_by_cdk8s

ODD = {"a": "1", "B": 'x: "', "10": "a\n b\n", "9": "\u2028\0", "é": "a\tb", "<<": "yes"}


def test_it_writes_as_synth_does(tmp_path: Path) -> None:
    app = cdk8s.App(outdir=str(tmp_path))
    chart = cdk8s.Chart(app, "chart")
    for name in ("one", "two"):
        metadata = cdk8s.ApiObjectMetadata(name=name, labels={}, annotations=ODD)
        cdk8s.ApiObject(chart, name, api_version="v1", kind="ConfigMap", metadata=metadata)
    app.synth()

    manifests = [_config_map("one"), _config_map("two")]

    assert written_by_cdk8s(manifests) == (tmp_path / "chart.k8s.yaml").read_text()


def test_what_cdk8s_refuses_is_an_error_with_its_words() -> None:
    with pytest.raises(ValueError, match="non-simple object"):
        written_by_cdk8s([{**_config_map("one"), "data": {"constructor": "a"}}])


def test_text_comes_back_as_it_was() -> None:
    text = "\u00e9\ufeff\u2028\U0001f600"
    assert f"\ndata:\n  a: {text}\n" in written_by_cdk8s([{**_config_map("one"), "data": {"a": text}}])


def test_a_key_of_one_escaped_character_stays_itself() -> None:
    # Node's JSON.parse gives the second key as a backslash once it has seen the first one.
    written_by_cdk8s([{**_config_map("one"), "data": {"h": [], "\\": 0}}])
    assert "\n  '\"': 0\n" in written_by_cdk8s([{**_config_map("one"), "data": {"h": 1, '"': 0}}])


def _config_map(name: str) -> dict[str, Any]:
    metadata = {"annotations": ODD, "labels": {}, "name": name}
    return {"metadata": metadata, "kind": "ConfigMap", "apiVersion": "v1"}
