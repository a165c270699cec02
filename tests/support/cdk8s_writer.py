"""cdk8s's own writer of YAML, in a Node process that stays: the program in tests/support/cdk8swriter."""

import atexit
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TextIO, cast

PROGRAM = Path(__file__).parent / "cdk8swriter" / "writer.js"


def written_by_cdk8s(manifests: Sequence[dict[str, Any]]) -> str:
    """The file that cdk8s writes for a chart of these objects.

    Raises:
        ValueError: cdk8s does not take an object; the message is its own.
    """
    questions, answers = _writer()
    questions.write(f"{json.dumps(_entries(manifests))}\n")
    questions.flush()
    answer: dict[str, str] = json.loads(answers.readline())
    if "error" in answer:
        raise ValueError(answer["error"])
    return answer["yaml"]


def _entries(value: Any) -> Any:
    """The value with its mappings as the program wants them."""
    if isinstance(value, dict):
        return {"entries": [[key, _entries(entry)] for key, entry in value.items()]}
    return [_entries(item) for item in value] if isinstance(value, list | tuple) else value


@cache
def _writer() -> tuple[TextIO, TextIO]:
    """The process's input and output."""
    directory = Path(tempfile.mkdtemp(prefix="cdk8s-writer-"))
    atexit.register(shutil.rmtree, directory)
    for module in ("cdk8s", "constructs"):
        _unpack(module, directory / "node_modules" / module)
    node = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    assert node, "Node is not installed (run `make setup`)"
    process = subprocess.Popen(
        [node, PROGRAM, directory], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    atexit.register(process.kill)
    assert process.stdin is not None
    assert process.stdout is not None
    return cast("TextIO", process.stdin), cast("TextIO", process.stdout)


def _unpack(module: str, into: Path) -> None:
    """Unpacks the JavaScript of a module that Python drives."""
    spec = find_spec(module)
    assert spec is not None
    assert spec.origin is not None
    [archive] = (Path(spec.origin).parent / "_jsii").glob("*.tgz")
    into.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as members:
        members.extractall(into.parent, filter="data")
    (into.parent / "package").rename(into)
