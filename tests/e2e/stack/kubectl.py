"""kubectl, as a user of the project runs it."""

import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.stack import packages

HANGS = 300
"""Seconds after which a call is taken to hang; twenty releases at once can take more than 120 on a busy machine."""


class KubectlError(Exception):
    """kubectl ended with an error; the message is its own."""


@dataclass(frozen=True)
class Kubectl:
    """kubectl with one kubeconfig; a call returns its standard output and raises when it fails."""

    kubeconfig: Path

    @property
    def environment(self) -> dict[str, str]:
        # KUBECTL_APPLYSET: pruning by ApplySet is an alpha of kubectl's own.
        return {**os.environ, "KUBECONFIG": str(self.kubeconfig), "KUBECTL_APPLYSET": "true"}

    def __call__(self, *arguments: str, stdin: str | None = None, succeeds: bool = True) -> str:
        result = self.run(*arguments, stdin=stdin)
        if succeeds and result.returncode:
            raise KubectlError(f"kubectl {' '.join(arguments)}: {result.stderr.strip()}")
        return result.stdout

    def run(self, *arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run it and leave the exit code to the caller."""
        command = [str(packages.kubectl()), *arguments]
        return subprocess.run(
            command, env=self.environment, input=stdin, capture_output=True, text=True, timeout=HANGS, check=False
        )

    def apply(self, objects: Iterable[Mapping[str, Any]], *arguments: str) -> str:
        """Apply objects of the tests' own."""
        items = {"apiVersion": "v1", "kind": "List", "items": list(objects)}
        return self("apply", *arguments, "-f", "-", stdin=json.dumps(items))
