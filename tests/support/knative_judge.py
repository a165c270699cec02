"""Asks Knative's and Kubernetes' own code whether a Knative Service is taken: see knativejudge/ here."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.support import go_program

PURPOSE = "Knative Services cannot be judged by Knative's own code"


@dataclass(frozen=True)
class Judgement:
    """What is refused, in the words of the program that refuses.

    Attributes:
        as_installed: By a Knative whose settings nobody changed.
        always: By a Knative with every feature on and without limits, so by each.
    """

    as_installed: tuple[str, ...]
    always: tuple[str, ...]


def judge(services: Sequence[dict[str, Any]]) -> list[Judgement]:
    """What is said to each Service, in one call of the program.

    Without Go it skips the test, or fails it in CI.
    """
    questions = "".join(f"{json.dumps(service)}\n" for service in services)
    binary = go_program.program("knativejudge", PURPOSE)
    done = subprocess.run(
        [binary, _crd()], input=questions, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise ChildProcessError(done.stderr)
    answers = [json.loads(line) for line in done.stdout.split("\n")[:-1]]
    assert len(answers) == len(services)
    return [Judgement(tuple(answer["default"]), tuple(answer["permissive"])) for answer in answers]


def service(spec: dict[str, Any], name: str = "hello-0", annotations: dict[str, str] | None = None) -> dict[str, Any]:
    """A whole Knative Service."""
    metadata = {"name": name, "namespace": "default", "annotations": annotations or {}}
    return {"apiVersion": "serving.knative.dev/v1", "kind": "Service", "metadata": metadata, "spec": spec}


@cache
def _crd() -> Path:
    go = shutil.which("go")
    assert go
    command = [go, "mod", "download", "-json", "knative.dev/serving"]
    source = go_program.HERE / "knativejudge"
    done = subprocess.run(command, cwd=source, env=go_program.ENVIRONMENT, capture_output=True, check=True)
    return Path(json.loads(done.stdout)["Dir"]) / "config/core/300-resources/service.yaml"
