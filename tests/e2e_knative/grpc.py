"""Versions that speak gRPC, and calls of the gRPC client, a program of its own, through the sidecar."""

import json
import subprocess
from typing import Any

from tests.e2e.stack.traffic import NUMBERS
from tests.e2e.values import Values
from tests.e2e_knative.release import KnativeRelease
from tests.e2e_knative.stack import programs


def h2c(version: Values) -> Values:
    """The version with a port that speaks HTTP/2."""
    container: dict[str, Any] = version["ksvcSpecification"]["spec"]["template"]["spec"]["containers"][0]
    container["ports"] = [{"name": "h2c", "containerPort": 8080}]
    return version


def calls(release: KnativeRelease, number: int) -> list[dict[str, str]]:
    """Call the release a number of times; each reply has the version and the revision, or the error."""
    first = next(NUMBERS)
    for _ in range(number):
        next(NUMBERS)
    program = str(programs.PROGRAMS.program(programs.CALL))
    command = [program, f"127.0.0.1:{release.port}", release.host, str(number), str(first)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return [json.loads(line) for line in done.stdout.splitlines()]
