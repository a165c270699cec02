"""Executes routing templates by Go's own html/template, as the controller does: see gotemplate/ here."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.support import go_program

Case = tuple[str, Sequence[int]]
"""A template and the controller's weights."""


class TemplateError(Exception):
    """Go does not take a template; the message is Go's own."""


def execute(cases: Sequence[Case]) -> list[str]:
    """What each template gives for its weights, in one call of the program.

    Without Go it skips the test, or fails it in CI.

    Raises:
        TemplateError: a template cannot be parsed or executed.
    """
    questions = "".join(f"{json.dumps({'template': template, 'weights': [*weights]})}\n" for template, weights in cases)
    done = subprocess.run([program()], input=questions, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ChildProcessError(done.stderr)
    return [_output(json.loads(line), case) for line, case in zip(done.stdout.split("\n")[:-1], cases, strict=True)]


def _output(answer: dict[str, str], case: Case) -> str:
    if "error" in answer:
        raise TemplateError(f"{answer['error']}\nweights {case[1]} in\n{case[0]}")
    return answer["output"]


def program() -> Path:
    """The program, built if its source is new."""
    return go_program.program("gotemplate", "templates cannot be executed by its html/template")
