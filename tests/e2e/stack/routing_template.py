"""Go's own html/template, by way of the program under tests/support/gotemplate, built once into the cache."""

import json
import subprocess
from pathlib import Path

from tests.e2e.stack import build, cache

SOURCE = build.HERE.parents[1] / "support" / "gotemplate"


def program() -> Path:
    """The program, built if its source is new."""
    built = cache.keyed_by(sorted([*SOURCE.glob("*.go"), *SOURCE.glob("go.*")])) / "bin" / "gotemplate"
    if not built.exists():
        command = [build.go(), "build", "-o", str(built), "."]
        subprocess.run(command, cwd=SOURCE, env=build.environment(), check=True)
    return built


class RoutingTemplates:
    """Executes routing templates for as long as it is open; a context manager."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [str(program())], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def execute(self, template: str, weights: list[int]) -> str:
        """The template's output for these weights; ValueError with Go's message when it is no template."""
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError("no pipe to gotemplate")
        self.process.stdin.write(json.dumps({"template": template, "weights": weights}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise ValueError(answer["error"])
        return str(answer["output"])

    def close(self) -> None:
        """End the program by closing its input."""
        if self.process.stdin is not None:
            self.process.stdin.close()
        if self.process.stdout is not None:
            self.process.stdout.close()
        self.process.wait(10)
