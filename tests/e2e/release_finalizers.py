"""The verb `cdk8s-iter8 release-finalizers`, run with the administrator's login."""

import os
import subprocess
import sys
from pathlib import Path

from tests.e2e.stack.cluster import Stack


def release_finalizers(stack: Stack, *arguments: str) -> list[str]:
    """Runs the verb, which must end well, and returns its lines."""
    command = [str(Path(sys.executable).with_name("cdk8s-iter8")), "release-finalizers", *arguments]
    environment = {**os.environ, "KUBECONFIG": str(stack.kubectl.kubeconfig)}
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout.splitlines()
