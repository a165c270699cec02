"""The verbs on a cluster, as a user runs them: a process, its output, its exit code."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.e2e.stack.eventually import PATIENCE
from tests.e2e.values import Values

PROGRAM = Path(sys.executable).with_name("cdk8s-iter8")
LONGEST = max(120, 2 * PATIENCE)
"""Seconds that a verb may last, whatever it waits for."""


@dataclass
class Verbs:
    """Somebody with a kubeconfig and a values file.

    Attributes:
        kubeconfig: The login.
        directory: Where the values file is.
        namespace: The release's namespace.
        name: The release's name.
    """

    kubeconfig: Path
    directory: Path
    namespace: str
    name: str = "hello"

    @property
    def file(self) -> Path:
        return self.directory / f"{self.name}.yaml"

    def write(self, values: Values) -> Path:
        """Writes the values file."""
        values = yaml.safe_load(yaml.safe_dump(values))
        values["application"].setdefault("metadata", {}).setdefault("namespace", self.namespace)
        self.file.write_text(yaml.safe_dump(values, sort_keys=False))
        return self.file

    def start(self, *arguments: object) -> "subprocess.Popen[str]":
        """Starts a verb."""
        return subprocess.Popen(
            [str(PROGRAM), *map(str, arguments)],
            cwd=self.directory,
            env={**os.environ, "KUBECONFIG": str(self.kubeconfig), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ended(self, *arguments: object) -> tuple[str, int]:
        """Runs a verb to its end; returns what it printed, and its exit code."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=LONGEST)
        return out + err, process.returncode

    def run(self, *arguments: object, code: int = 0) -> str:
        """Runs a verb that ends with that exit code; returns what it printed."""
        said, ended = self.ended(*arguments)
        assert ended == code, f"{arguments}: {ended}: {said}"
        return said

    def refused(self, *arguments: object) -> list[str]:
        """Runs a verb that ends with exit code 1; returns the lines of its standard error, all that it prints."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=LONGEST)
        assert (process.returncode, out) == (1, ""), f"{arguments}: {process.returncode}: {out}{err}"
        assert "Traceback" not in err
        return err.splitlines()

    def apply(self, values: Values | None = None, *arguments: object, code: int = 0) -> str:
        """Applies the values file, of new values if given."""
        if values is not None:
            self.write(values)
        return self.run("apply", self.file, *arguments, code=code)

    def delete(self, *arguments: object, code: int = 0) -> str:
        """Deletes the release."""
        return self.run("delete", self.name, "-n", self.namespace, *arguments, code=code)

    def weights(self, *arguments: object, code: int = 0) -> str:
        """Overrides weights in the cluster."""
        return self.run("weights", self.name, *arguments, "-n", self.namespace, code=code)
