"""One line for each thing that is said."""

import json
import logging

import pytest

from cdk8s_iter8.engine.log import start_log


@pytest.fixture(autouse=True)
def logging_as_before() -> object:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_hostile_text_stays_on_its_line(log_format: str, capsys: pytest.CaptureFixture[str]) -> None:
    start_log(log_format, "info")
    logging.getLogger("a").info("routemap %s", "a\nb\x1b[31m")
    (line,) = capsys.readouterr().err.splitlines()
    assert line.isprintable()
    if log_format == "json":
        assert json.loads(line)["message"] == "routemap a\nb\x1b[31m"


def test_an_exception_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    start_log("text", "info")
    try:
        raise KeyError("x")
    except KeyError:
        logging.getLogger("a").exception("routemap %s", "a")
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_levels(capsys: pytest.CaptureFixture[str]) -> None:
    start_log("text", "warning")
    logging.getLogger("a").info("no")
    assert not capsys.readouterr().err
