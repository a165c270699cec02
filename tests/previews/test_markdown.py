from pathlib import Path

from cdk8s_iter8.previews.markdown import preview_markdown
from tests.support.previewed import EXAMPLES, previewed
from tests.support.released import blue_green, canary


def test_blue_green(tmp_path: Path) -> None:
    assert (
        preview_markdown(previewed(blue_green(30, 70), tmp_path))
        == """\
### hello in default: knative-istio, blue-green

- `hello-0`, primary, weight 30
- `hello-1`, candidate, weight 70

| ready | go to |
| --- | --- |
| all | hello-0 30%, hello-1 70% |
| hello-0 | hello-0 100% |
| hello-1 | hello-1 100% |
| none | hello-0 100% (not ready)<br>fallback: no version is ready, so the primary gets every request |
"""
    )


def test_clauses_and_copies_have_columns_where_there_are_some(tmp_path: Path) -> None:
    matched = canary('{"headers": {"traffic": {"exact": "test"}}}') + '    - {"uri": {"prefix": "/beta/"}}\n'
    assert preview_markdown(previewed(matched, tmp_path, ["hello-0", "hello-1"])).splitlines()[5:] == [
        "| ready | requests | go to |",
        "| --- | --- | --- |",
        "| all | `header traffic = test` or `uri prefix /beta/` | hello-1 100% |",
        "|  | all others | hello-0 100% |",
    ]
    mirrored = (EXAMPLES / "mirror.yaml").read_text()
    assert preview_markdown(previewed(mirrored, tmp_path, ["hello-0", "hello-2"])).splitlines()[6:] == [
        "| ready | go to | mirrored to |",
        "| --- | --- | --- |",
        "| all but hello-1 | hello-0 100% | hello-2 50% |",
    ]


def test_nothing_routed_and_what_is_not_shown_are_said(tmp_path: Path) -> None:
    text = preview_markdown(previewed((EXAMPLES / "none.yaml").read_text(), tmp_path))
    assert text.endswith(
        "\n\nNothing is routed: with strategy none the versions are only watched, for tests with the Iter8 SDK.\n"
    )
    assert "7 versions have 128 sets" in preview_markdown(previewed(blue_green(*[1] * 7), tmp_path))


def test_what_users_match_stays_in_its_cell_and_is_no_markdown(tmp_path: Path) -> None:
    match = r'{"headers": {"x": {"exact": "a|b`c\\|<b>@user*"}, "y": {"exact": "@me"}}}'
    row = preview_markdown(previewed(canary(match), tmp_path, ["hello-1"])).splitlines()[7]
    assert row == (
        "| hello-1 | <code>header x = a&#124;b&#96;c&#92;&#124;&#60;b&#62;&#64;user&#42; and header y = &#64;me</code>"
        " | hello-1 100% |"
    )
    plain = r'{"headers": {"x": {"regex": "<b>.*@user\\s"}}}'
    row = preview_markdown(previewed(canary(plain), tmp_path, ["hello-1"])).splitlines()[7]
    assert row == r"| hello-1 | `header x regex <b>.*@user\s` | hello-1 100% |"
