from pathlib import Path

import pytest

from cdk8s_iter8.previews.release_preview import ReleasePreview
from cdk8s_iter8.previews.table import preview_table
from cdk8s_iter8.previews.terminal_text import to_text
from tests.support.previewed import EXAMPLES, previewed
from tests.support.released import blue_green, canary


def table(release: ReleasePreview, width: int | None = None) -> str:
    return to_text(preview_table(release), width)


def test_blue_green(tmp_path: Path) -> None:
    assert (
        table(previewed(blue_green(30, 70), tmp_path))
        == """\
hello in default: knative-istio, blue-green

 hello-0  primary    weight 30
 hello-1  candidate  weight 70

 ready     go to
────────────────────────────────────────────────────────────────────────────
 all       hello-0   30%
           hello-1   70%

 hello-0   hello-0  100%

 hello-1   hello-1  100%

 none      hello-0  100%  not ready
           fallback: no version is ready, so the primary gets every request
"""
    )


def test_a_canary_has_a_column_of_requests(tmp_path: Path) -> None:
    values = canary('{"headers": {"traffic": {"exact": "test"}}}') + '    - {"uri": {"prefix": "/beta/"}}\n'
    assert (
        table(previewed(values, tmp_path))
        == """\
hello in default: knative-istio, canary

 hello-0  primary
 hello-1  candidate

 ready     requests                go to
────────────────────────────────────────────────────────────
 all       header traffic = test   hello-1  100%
           or uri prefix /beta/
           all others              hello-0  100%

 hello-0   all                     hello-0  100%

 hello-1   header traffic = test   hello-1  100%
           or uri prefix /beta/
           all others              hello-0  100%  not ready

 none      all                     hello-0  100%  not ready
"""
    )


def test_a_mirror_has_a_column_of_copies(tmp_path: Path) -> None:
    values = (EXAMPLES / "mirror.yaml").read_text()
    assert (
        table(previewed(values, tmp_path, ["hello-0", "hello-1", "hello-2"]))
        == """\
hello in default: knative-istio, mirror

 hello-0  primary
 hello-1  candidate  mirror 100%
 hello-2  candidate  mirror 50%

 ready   go to           mirrored to
───────────────────────────────────────
 all     hello-0  100%   hello-1  100%
                         hello-2   50%
"""
    )


def test_nothing_routed_is_said(tmp_path: Path) -> None:
    assert (
        table(previewed((EXAMPLES / "none.yaml").read_text(), tmp_path))
        == """\
hello in default: knative-istio, none

 hello-0  primary
 hello-1  candidate

Nothing is routed: with strategy none the versions are only watched, for tests with the Iter8 SDK.
"""
    )


def test_a_ready_version_without_weight_is_no_fallback_for_itself(tmp_path: Path) -> None:
    text = table(previewed(blue_green(10, 0), tmp_path, ["hello-1"]))
    assert "fallback: no ready version has weight, so the primary gets every request" in text


@pytest.mark.parametrize(
    ("ready", "words"),
    [
        (["hello-0", "hello-1", "hello-2"], " all "),
        (["hello-0", "hello-2"], " all but hello-1 "),
        (["hello-2"], " hello-2 "),
        ([], " none "),
    ],
)
def test_the_ready_versions_are_named_by_what_is_shorter(ready: list[str], words: str, tmp_path: Path) -> None:
    text = table(previewed(blue_green(1, 1, 1), tmp_path, ready))
    assert text.splitlines()[8].startswith(words)


def test_what_is_not_shown_of_many_versions_is_said(tmp_path: Path) -> None:
    assert table(previewed(blue_green(*[1] * 7), tmp_path)).splitlines()[-1] == (
        "7 versions have 128 sets of ready versions; shown: all ready, each one unready, none ready. "
        "Any other: --ready NAME,NAME"
    )


LONG = canary('{"headers": {"x-a-header": {"exact": "%s"}}}' % ("0123456789" * 20))


@pytest.mark.parametrize("width", [80, 120])
def test_text_that_does_not_fit_a_terminal_is_folded_and_never_cut(width: int, tmp_path: Path) -> None:
    text = table(previewed(LONG, tmp_path, ["hello-1"]), width)
    assert max(map(len, text.splitlines())) <= width
    assert text.count("0") >= 20
    assert "…" not in text


def test_text_that_is_piped_is_plain_and_not_folded(tmp_path: Path) -> None:
    text = table(previewed(LONG, tmp_path, ["hello-1"]))
    assert "0123456789" * 20 in text
    assert "\x1b" not in text
    assert all(line == line.rstrip() for line in text.splitlines())


def test_what_users_match_cannot_change_the_terminal_or_be_markup(tmp_path: Path) -> None:
    match = r'{"headers": {"x": {"exact": "[red]\u001b[31m \u202e :smile:"}}}'
    text = table(previewed(canary(match), tmp_path, ["hello-1"]))
    assert r'header x = "[red]\u001b[31m \u202e :smile:"' in text


@pytest.mark.parametrize(("weight", "words"), [(50, ""), (0, "  weight 0")])
def test_a_weight_that_only_hides_a_rule_is_shown_when_it_does(weight: int, words: str, tmp_path: Path) -> None:
    # The routemap of a canary of models has weights.
    values = (
        "environment: kserve\napplication:\n  strategy: canary\n  modelFormat: sklearn\n  versions:\n"
        f"  - storageUri: gs://models/0\n  - storageUri: gs://models/1\n    weight: {weight}\n"
    )
    text = table(previewed(values, tmp_path, ["hello-0", "hello-1"]))
    assert text.splitlines()[3] == f" hello-1  candidate{words}"
    assert ("header traffic = test" in text) is (weight > 0)
