from pathlib import Path

from cdk8s_iter8.previews.release_preview import preview_json
from tests.support.previewed import EXAMPLES, previewed
from tests.support.released import blue_green


def test_a_set_has_exactly_the_promised_keys(tmp_path: Path) -> None:
    rule = {"name": "hello", "match": [], "mirrors": {}}
    assert preview_json(previewed(blue_green(30, 70), tmp_path)) == [
        {"ready": ["hello-0", "hello-1"], "rules": [rule | {"shares": {"hello-0": 30, "hello-1": 70}}]},
        {"ready": ["hello-0"], "rules": [rule | {"shares": {"hello-0": 100}}]},
        {"ready": ["hello-1"], "rules": [rule | {"shares": {"hello-1": 100}}]},
        {"ready": [], "rules": [rule | {"shares": {"hello-0": 100}}]},
    ]


def test_mirrors_are_percentages_by_version(tmp_path: Path) -> None:
    (preview,) = preview_json(previewed((EXAMPLES / "mirror.yaml").read_text(), tmp_path, ["hello-1", "hello-2"]))
    assert preview == {
        "ready": ["hello-1", "hello-2"],
        "rules": [
            {"name": "hello", "match": [], "shares": {"hello-0": 100}, "mirrors": {"hello-1": 100, "hello-2": 50}}
        ],
    }


def test_nothing_routed_is_an_empty_list(tmp_path: Path) -> None:
    assert preview_json(previewed((EXAMPLES / "none.yaml").read_text(), tmp_path)) == []
