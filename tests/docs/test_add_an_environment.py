"""docs/add-an-environment.md shows the example's own code, all of it."""

import ast
from pathlib import Path

import yaml

from tests.support.documents import ROOT, blocks

PAGE = (ROOT / "docs" / "add-an-environment.md").read_text()
EXAMPLE = ROOT / "examples" / "custom-environment"
PACKAGE = ROOT / "constructs" / "cdk8s_iter8"


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def test_the_code_in_order_is_the_examples_file() -> None:
    shown = [line for block in blocks(PAGE, "python") for line in lines(block)]
    assert shown == lines((EXAMPLE / "src" / "leader_worker_set.py").read_text())


def test_the_entry_point_is_the_examples() -> None:
    [block] = blocks(PAGE, "toml")
    assert block in (EXAMPLE / "pyproject.toml").read_text()


def test_the_values_are_the_examples() -> None:
    [block] = blocks(PAGE, "yaml")
    file = ROOT / block.splitlines()[0].removeprefix("# ")
    assert yaml.safe_load(block) == yaml.safe_load(file.read_text())


def imports(file: Path) -> set[tuple[str, str]]:
    """What a file imports: modules and the names from them."""
    imported: set[tuple[str, str]] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            imported |= {(alias.name, "") for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported |= {(node.module or "", alias.name) for alias in node.names}
    return imported


def test_environments_use_nothing_that_a_package_could_not() -> None:
    files = [*(PACKAGE / "environments").glob("*.py"), EXAMPLE / "src" / "leader_worker_set.py"]
    for file in files:
        for module, name in imports(file):
            assert not name.startswith("_"), f"{file.name} imports {name}"
            assert not any(step.startswith("_") for step in module.split(".")), f"{file.name} imports {module}"


def test_nothing_else_knows_an_environment() -> None:
    environments = {f"cdk8s_iter8.environments.{file.stem}" for file in (PACKAGE / "environments").glob("*.py")}
    environments -= {f"cdk8s_iter8.environments.{name}" for name in ("environment", "release_version", "__init__")}
    for file in PACKAGE.rglob("*.py"):
        if file.parent != PACKAGE / "environments":
            assert not {module for module, _ in imports(file)} & environments, file
