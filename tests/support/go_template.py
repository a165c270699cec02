"""Executes routing templates by Go's own html/template, as the controller does: see gotemplate/ here.

The program is built once for each content of its source, into a cache outside the tree.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent / "gotemplate"
MISSING = "Go is not installed (there is no `go` on PATH), so templates cannot be executed by its html/template"

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
    go = shutil.which("go")
    if go:
        return _built(go)
    if os.environ.get("CI"):
        pytest.fail(f"{MISSING}; in CI it must be there")
    pytest.skip(MISSING)


@cache
def _built(go: str) -> Path:
    digest = hashlib.sha256(subprocess.run([go, "version"], capture_output=True, check=True).stdout)
    for file in sorted((*SOURCE.glob("*.go"), SOURCE / "go.mod")):
        digest.update(file.read_bytes())
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cdk8s-iter8"
    binary = home / f"gotemplate-{digest.hexdigest()[:16]}"
    if not binary.exists():
        home.mkdir(parents=True, exist_ok=True)
        with binary.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # another worker may be building it
            if not binary.exists():
                _build(go, binary)
    return binary


def _build(go: str, binary: Path) -> None:
    unfinished = binary.with_suffix(".new")
    environment = {**os.environ, "CGO_ENABLED": "0", "GOFLAGS": "", "GOWORK": "off", "GOTOOLCHAIN": "local"}
    subprocess.run([go, "build", "-o", unfinished, "."], cwd=SOURCE, env=environment, check=True)
    unfinished.rename(binary)
