"""What a terminal gets beside the text."""

import io
import re
import sys
from collections.abc import Sequence

import pytest

from cdk8s_iter8.cli.terminal import painted, terminal_width

LINES = [
    "shop in default: knative-istio, blue-green",
    " + ksvc shop-v3",
    " ~ configmap shop-routemap",
    "     version shop-v1: weight 90 → 50",
    " - ksvc shop-v1",
    " ! ksvc shop-v2: refused, and this is a long line that a narrow terminal does not have the room for in one line",
    "     ! spec.template belongs to field manager ed",
    " = 3 objects unchanged",
]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


def in_terminal(monkeypatch: pytest.MonkeyPatch, lines: Sequence[str] = LINES) -> str:
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", Terminal())
        return painted(lines)


def plain(text: str) -> str:
    return re.sub("\x1b\\[[0-9;]*m", "", text)


def test_colours_by_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    by_mark = {plain(line)[:2].strip() or "deep": line for line in in_terminal(monkeypatch).split("\n")}
    assert by_mark["+"].startswith("\x1b[32m")
    assert by_mark["~"].startswith("\x1b[33m")
    assert by_mark["-"].startswith("\x1b[31m")
    assert by_mark["!"].startswith("\x1b[31m\x1b[1m")
    assert by_mark["="].startswith("\x1b[2m")


def test_a_difference_of_text_as_git_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["--- a.yaml", "+++ a.yaml", "-    weight: 90", "+    weight: 50", "     name: a"]
    text = in_terminal(monkeypatch, lines).split("\n")
    assert [line[:5] for line in text] == [
        "\x1b[1m-",
        "\x1b[1m+",
        "\x1b[31m",
        "\x1b[32m",
        "     ",
    ]


@pytest.mark.parametrize("width", [60, 80, 200])
def test_lines_fit_and_lose_nothing(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = plain(in_terminal(monkeypatch))
    assert max(map(len, text.split("\n"))) <= width
    assert text.split() == " ".join(LINES).split()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colours(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert "\x1b" not in in_terminal(monkeypatch)


def test_a_pipe_gets_the_lines_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert terminal_width() is None
    assert painted(LINES) == "\n".join(LINES)
