"""The README says what is so: its links, snippets and commands."""

import re
import subprocess
import sys
from pathlib import Path
from textwrap import indent

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def blocks(language: str) -> list[str]:
    return [text for name, text in BLOCKS if name == language]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)]+)\)", document.read_text())]
    missing = [link for link in links if link and "://" not in link and not (document.parent / link).exists()]
    assert not missing


def test_the_excerpt_is_in_the_output() -> None:
    excerpt = next(text for text in blocks("yaml") if "{{-" in text)
    assert excerpt in (ROOT / "dist" / "hello.k8s.yaml").read_text()


def test_the_error_is_what_a_user_sees(tmp_path: Path) -> None:
    (tmp_path / "releases").mkdir()
    values = (ROOT / "releases" / "hello.yaml").read_text().replace("weight: 70", "weight: -3")
    (tmp_path / "releases" / "hello.yaml").write_text(values)
    command = [str(Path(sys.executable).with_name("cdk8s-iter8")), "validate", "releases/hello.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr in blocks("text")


def test_the_composition_is_the_example() -> None:
    composition = next(text for text in blocks("python") if "BlueGreenRoutemap" in text)
    assert indent(composition, "    ") in (ROOT / "examples" / "composed.py").read_text()


def test_the_library_snippet_runs(tmp_path: Path) -> None:
    snippet = next(text for text in blocks("python") if "Release(app" in text)
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "hello.yaml").write_text((ROOT / "releases" / "hello.yaml").read_text())
    subprocess.run([sys.executable, "-c", snippet], cwd=tmp_path, check=True)
    assert (tmp_path / "dist" / "hello.k8s.yaml").read_text() == (ROOT / "dist" / "hello.k8s.yaml").read_text()


def test_the_make_targets_exist() -> None:
    makefiles = "".join(file.read_text() for file in (ROOT / "Makefile", *ROOT.glob("tests/*/*.mk")))
    targets = set(re.findall(r"`?make ([a-z0-9-]+)", README))
    assert targets
    assert not [target for target in targets if not re.search(rf"^{target}:", makefiles, re.MULTILINE)]


def test_composing_by_hand_gives_the_same_file(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "examples" / "composed.py"], cwd=tmp_path, check=True)
    assert (tmp_path / "dist" / "hello.k8s.yaml").read_text() == (ROOT / "dist" / "hello.k8s.yaml").read_text()
