"""Where what was built or downloaded for the end-to-end tests is kept between runs, outside the work tree."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path


def directory() -> Path:
    """`$XDG_CACHE_HOME/cdk8s-iter8/stack`, by default under `~/.cache`."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "cdk8s-iter8" / "stack"


def keyed_by(files: Iterable[Path], more: str = "") -> Path:
    """A directory of its own for each content of `files` and of `more`, so that a changed version is built anew."""
    digest = hashlib.sha256(more.encode())
    for file in files:
        digest.update(file.read_bytes())
    return directory() / digest.hexdigest()[:16]
