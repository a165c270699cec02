"""Steps as lines, and in a terminal."""

import io
import sys
from collections.abc import Iterator

import pytest

from cdk8s_iter8.applying.step import Done, Step, Waits
from cdk8s_iter8.cli.steps import Steps

STEPS: list[Step] = [
    Done("a: created"),
    Waits(("v1 is not ready", "v2 is not ready")),
    Waits(("v2 is not ready",)),
    Done("b: created"),
    Waits(("v2 is not ready",)),
]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stdout", stream)
    with Steps() as steps:
        steps.show(STEPS)
    assert [str(step) for step in steps.done] == ["a: created", "b: created"]
    return stream.getvalue()


def test_lines_say_once_what_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(io.StringIO(), monkeypatch).splitlines() == [
        "a: created",
        "  waits: v1 is not ready",
        "  waits: v2 is not ready",
        "b: created",
        "  waits: v2 is not ready",
    ]


def test_what_takes_long_is_said_again(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    times = iter([0.0, 10.0, 31.0])
    monkeypatch.setattr("cdk8s_iter8.cli.steps.time.monotonic", lambda: next(times))
    with Steps() as steps:
        steps.show([Waits(("v1",))] * 3)
    assert capsys.readouterr().out == "  waits: v1\n" * 2


@pytest.mark.parametrize("width", [60, 200])
def test_a_terminal_redraws(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is waited for is erased; what is done stays."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", str(width))
    text = shown(Terminal(), monkeypatch)
    assert "  waits 0s: v1 is not ready" in text
    assert "\x1b[2K" in text  # erase the line
    assert text.index("a: created") < text.index("waits 0s: v1") < text.index("b: created")


def test_a_terminal_that_cannot_redraw_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in shown(Terminal(), monkeypatch)


def test_an_error_ends_the_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)

    def failing() -> Iterator[Step]:
        yield Waits(("v1",))
        raise ValueError("gone")

    with pytest.raises(ValueError, match="gone"), Steps() as steps:
        steps.show(failing())
    assert "\x1b[?25h" in stream.getvalue()  # the cursor is shown again
