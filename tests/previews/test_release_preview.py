from pathlib import Path

import pytest

from cdk8s_iter8.previews.release_preview import UnknownVersionError, release_preview
from cdk8s_iter8.release.check import load
from tests.support.previewed import EXAMPLES, previewed
from tests.support.released import Json, blue_green, text, values


def shares(values: str, directory: Path, ready: list[str]) -> dict[str, float]:
    (preview,) = previewed(values, directory, ready).sets
    return preview.rules[-1].shares


def test_every_set_is_shown_up_to_six_versions_and_said_to_be_missing_beyond(tmp_path: Path) -> None:
    six = previewed(blue_green(*[10] * 6), tmp_path)
    assert (len(six.sets), six.omitted) == (64, 0)
    seven = previewed(blue_green(*[10] * 7), tmp_path)
    assert [len(preview.ready) for preview in seven.sets] == [7, 6, 6, 6, 6, 6, 6, 6, 0]
    assert seven.omitted == 128 - 9


def test_one_set_is_shown_whatever_the_order_of_the_names(tmp_path: Path) -> None:
    (preview,) = previewed(blue_green(1, 1, 2), tmp_path, ["hello-2", "hello-0", "hello-2"]).sets
    assert preview.ready == ("hello-0", "hello-2")
    assert preview.rules[0].shares == {"hello-0": 33.33, "hello-2": 66.67}


def test_an_unknown_version_is_an_error_that_names_the_known_ones(tmp_path: Path) -> None:
    message = r"^'hello-2', 'x': no such version in hello \(its versions: hello-0, hello-1\)$"
    with pytest.raises(UnknownVersionError, match=message):
        previewed(blue_green(1, 1), tmp_path, ["x", "hello-0", "hello-2"])


def test_a_small_share_is_more_than_nothing_and_a_large_one_less_than_all(tmp_path: Path) -> None:
    assert shares(blue_green(1_000_000, 1), tmp_path, ["hello-0", "hello-1"]) == {"hello-0": 99.9999, "hello-1": 0.0001}


def test_the_primary_stands_in_when_no_ready_version_has_weight(tmp_path: Path) -> None:
    preview = previewed(blue_green(10, 90, 0), tmp_path)
    fallbacks = [entry.ready for entry in preview.sets if preview.falls_back(entry)]
    assert fallbacks == [("hello-2",), ()]
    assert all(entry.rules[0].shares == {"hello-0": 100} for entry in preview.sets if preview.falls_back(entry))


def test_a_canary_needs_no_fallback_and_has_no_weights() -> None:
    # The routemap of a canary has none, and the controller takes 1 for each.
    preview = release_preview(load(EXAMPLES / "canary.yaml"))
    assert preview.weights == (None, None, None)
    assert [rule.name for rule in preview.sets[0].rules] == ["hello-1", "hello-2", "hello-0"]
    assert not any(preview.falls_back(entry) for entry in preview.sets)


def test_versions_of_one_name_are_told_apart_by_their_namespaces(tmp_path: Path) -> None:
    versions: list[Json] = [{"metadata": {"name": "web", "namespace": namespace}} for namespace in ("blue", "green")]
    preview = previewed(text(values("knative-istio", "blue-green", *versions)), tmp_path)
    assert preview.versions == ("blue/web", "green/web")


def test_strategy_none_has_no_sets_but_still_knows_its_versions() -> None:
    release = load(EXAMPLES / "none.yaml")
    preview = release_preview(release)
    assert (preview.title, preview.plan, preview.sets) == ("hello in default: knative-istio, none", None, ())
    with pytest.raises(UnknownVersionError):
        release_preview(release, ["hello-7"])
