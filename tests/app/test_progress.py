import io

import pytest

from cdk8s_iter8.app import progress
from cdk8s_iter8.app.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(stream: io.StringIO, total: int, step: int) -> str:
    shown = Progress(total, stream)
    for _ in range(0, total, step):
        shown.add(step)
    shown.end()
    return stream.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_a_few_releases_are_not_worth_a_word(stream: io.StringIO) -> None:
    assert "releases" not in told(stream, 99, 1)


def test_a_terminal_has_a_bar_that_goes_away() -> None:
    parts = told(Terminal(), 1000, 250).split("\r")
    assert parts[1] == "[#######                       ] 250/1000 releases"
    assert parts[4] == "[##############################] 1000/1000 releases"
    assert len(parts[5]) >= len(parts[4])
    assert not parts[5].strip()
    assert parts[6:] == [""]


def test_elsewhere_there_are_lines_and_not_many(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(io.StringIO(), 1000, 1) == ""
    monkeypatch.setattr(progress, "_SECONDS", 0)
    assert told(io.StringIO(), 1000, 500) == (
        "500 of 1000 releases are synthesized\n1000 of 1000 releases are synthesized\n"
    )
