"""What documents show of the command: `python -m tests.support.documents` writes the outputs anew.

A block of the language `console` holds commands after `$ `, each followed by what it prints; so does one of the
language `mermaid`, where `%% $ ` makes the command a comment.
"""

import re
import shlex
import shutil
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from typer.testing import CliRunner

from cdk8s_iter8.cli.main import app

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *(ROOT / "docs" / f"{name}.md" for name in ("preview", "strategies", "verbs"))]

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(document: str, language: str) -> list[str]:
    """The blocks of a language in a document."""
    return [text for name, text in _BLOCK.findall(document) if name == language]


def rewritten(document: str) -> str:
    """A document with what its commands print now, one after the other, in the current directory."""
    return _BLOCK.sub(lambda block: f"```{block[1]}\n{_printed(block[1], block[2])}```", document)


def _printed(language: str, text: str) -> str:
    prompt = {"console": "$ ", "mermaid": "%% $ "}.get(language)
    if prompt is None:
        return text
    commands = [line for line in text.splitlines() if line.startswith(prompt)]
    return "\n".join(f"{command}\n{_output(command.removeprefix(prompt))}" for command in commands)


def _output(command: str) -> str:
    name, *arguments = shlex.split(command)
    assert name == "cdk8s-iter8", f"only the project's own command can be run here, not {name}"
    runner = CliRunner(env={"COLUMNS": None})
    return runner.invoke(app, arguments, prog_name=name, catch_exceptions=False).output


def rewritten_page(page: Path) -> str:
    """A page of `DOCUMENTS`, its commands run in a copy of the values files, which they may change."""
    with TemporaryDirectory() as directory:
        for name in ("releases", "examples"):
            shutil.copytree(ROOT / name, Path(directory) / name)
        with chdir(directory):
            return rewritten(page.read_text())


def main() -> int:
    """Writes the documents anew."""
    for path in DOCUMENTS:
        path.write_text(rewritten_page(path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
