"""Readers of YAML: as the controller reads it, and as YAML 1.2 says."""

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]


class _Loader(yaml.SafeLoader):
    """YAML 1.1 as the controller's reader (go-yaml) has it: exponents without a point, octal 0o7, and y and n."""

    bool_values = {**yaml.SafeLoader.bool_values, "y": True, "n": False}  # noqa: RUF012 # as in the base class


_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")
_Loader.add_implicit_resolver("tag:yaml.org,2002:float", _FLOAT, list("-+0123456789."))
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("[yYnN]$"), list("yYnN"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("[-+]?0o[0-7_]+$"), list("-+0"))


def as_the_controller(text: str) -> Any:
    """What the controller reads in a routing template's output."""
    return yaml.load(text, _Loader)  # noqa: S506 # a SafeLoader


def as_yaml_1_2(texts: Sequence[str]) -> list[Any]:
    """What the npm package `yaml` reads by the core schema of YAML 1.2; skips the test where it is not installed."""
    node, package = shutil.which("node"), ROOT / "node_modules" / "yaml"
    if not node or not package.exists():
        pytest.skip("Node or node_modules/yaml is missing, which reads YAML 1.2 (run `make setup`)")
    program = (
        f"const {{parse}} = require({json.dumps(str(package))}); const texts = JSON.parse(require('fs')"
        ".readFileSync(0)); process.stdout.write(JSON.stringify(texts.map((text) => parse(text, {version: '1.2'}))))"
    )
    done = subprocess.run([node, "-e", program], input=json.dumps(texts), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    values: list[Any] = json.loads(done.stdout)
    return values
