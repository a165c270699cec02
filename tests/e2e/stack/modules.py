"""The files of Go modules that one of our go.mod files requires."""

import json
import re
import subprocess
from pathlib import Path

from tests.e2e.stack import build


def directory(ours: Path, module: str) -> Path:
    """Where Go keeps the module of the version that the go.mod in `ours` names, downloaded if it is not there yet."""
    pattern = rf"^\s+{re.escape(module)} (\S+)(?: // indirect)?$"
    requirement = re.search(pattern, (ours / "go.mod").read_text(), re.MULTILINE)
    if requirement is None:
        raise build.MissingError(f"{ours / 'go.mod'} does not require {module}")
    command = [build.go(), "mod", "download", "-json", f"{module}@{requirement[1]}"]
    result = subprocess.run(command, cwd=ours, env=build.environment(), capture_output=True, text=True, check=False)
    if result.returncode:
        raise build.MissingError(
            f"{' '.join(command)} failed: {result.stderr or result.stdout}"
            "without the Go modules, set CRD_DIR to a directory that holds the complete CRDs"
        )
    return Path(json.loads(result.stdout)["Dir"])
