"""The one door for authors of environments, strategies and routers."""

import ast
import re
from pathlib import Path

from cdk8s_iter8 import extension

ROOT = Path(__file__).parents[1]
INSIDE = re.compile(r"^(?:from|import) cdk8s_iter8\.([\w.]+)", re.MULTILINE)


def imported(file: Path) -> set[str]:
    """The modules of `cdk8s_iter8` that a Python file, or the code blocks of a page, import; not the package itself."""
    return set(INSIDE.findall(file.read_text()))


def test_examples_and_documents_import_nothing_else_from_inside() -> None:
    files = [*(ROOT / "examples").rglob("*.py"), *(ROOT / "docs").glob("*.md"), ROOT / "README.md"]
    assert {name for file in files for name in imported(file)} == {"extension"}


def test_it_lists_all_that_it_imports_and_nothing_else() -> None:
    tree = ast.parse(Path(extension.__file__).read_text())
    names = {name.name for node in tree.body if isinstance(node, ast.ImportFrom) for name in node.names}
    assert set(extension.__all__) == names
    assert all(hasattr(extension, name) for name in extension.__all__)
