"""Builds the Go programs beside this file, once for each content of their source, into a cache outside the tree."""

import fcntl
import hashlib
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ENVIRONMENT = {**os.environ, "CGO_ENABLED": "0", "GOFLAGS": "", "GOWORK": "off", "GOTOOLCHAIN": "local"}


def program(name: str, purpose: str) -> Path:
    """A program, built if its source is new. Without Go it skips the test, or fails it in CI.

    Args:
        name: Its directory here.
        purpose: What cannot be done without it, for the reason.
    """
    go = shutil.which("go")
    if go:
        return _built(go, HERE / name)
    missing = f"Go is not installed (there is no `go` on PATH), so {purpose}"
    if os.environ.get("CI"):
        pytest.fail(f"{missing}; in CI it must be there")
    pytest.skip(missing)


@cache
def _built(go: str, source: Path) -> Path:
    digest = hashlib.sha256(subprocess.run([go, "version"], capture_output=True, check=True).stdout)
    for file in sorted(source.iterdir()):
        digest.update(file.read_bytes())
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cdk8s-iter8"
    binary = home / f"{source.name}-{digest.hexdigest()[:16]}"
    if not binary.exists():
        home.mkdir(parents=True, exist_ok=True)
        with binary.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # another worker may be building it
            if not binary.exists():
                _build(go, source, binary)
    return binary


def _build(go: str, source: Path, binary: Path) -> None:
    unfinished = binary.with_suffix(".new")
    subprocess.run([go, "build", "-o", unfinished, "."], cwd=source, env=ENVIRONMENT, check=True)
    unfinished.rename(binary)
