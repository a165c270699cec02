"""Documents whose commands run on the real stack: `python -m tests.e2e.transcript` writes their outputs anew.

A page holds values files (blocks of the language `yaml`, whose first line is `# FILE`) and commands (blocks of the
language `console`). The commands are run in their order, in a directory of their own. From the first answer of the
release until its deletion requests are sent without a pause, and a line behind each command says what became of them.
A command that does not end with exit code 0 is followed by a line with the exit code.
"""

import re
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.e2e import engine
from tests.e2e.release import ROOT, synth_controller
from tests.e2e.serving import serving
from tests.e2e.stack import cluster as clusters
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.traffic import Flow
from tests.e2e.verbs import Verbs

PAGES = [ROOT / "docs" / f"{name}-transcript.md" for name in ("release", "rollback")]
_BLOCK = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_NAME = "shop"


@dataclass
class Requests:
    """What became of requests since it was asked last."""

    flow: Flow
    counted: list[int] = field(default_factory=lambda: [0, 0])
    failed: int = 0

    def since(self) -> str:
        """A line about the requests since the last line."""
        replies = []
        for index, tally in enumerate(self.flow.tallies):
            until = len(tally.replies)
            replies += tally.replies[self.counted[index] : until]
            self.counted[index] = until
        errors = sum(tally.errors.total() for tally in self.flow.tallies)
        failed = errors - self.failed + sum(reply.status != 200 for reply in replies)
        self.failed = errors
        answered = Counter(str(reply.version) for reply in replies if reply.status == 200)
        shares = ", ".join(f"{name} {100 * count / len(replies):.0f}%" for name, count in sorted(answered.items()))
        return f"# {len(replies)} requests meanwhile, {failed} failed; answered by {shares}"


@dataclass
class Player:
    """Runs the commands of a page."""

    stack: Stack
    verbs: Verbs
    running: ExitStack = field(default_factory=ExitStack)
    requests: Requests | None = None

    def played(self, page: str) -> str:
        """A page with what its commands print now."""
        with self.running:
            return _BLOCK.sub(lambda block: f"```{block[1]}\n{self._block(block[1], block[2])}```", page)

    def _block(self, language: str, text: str) -> str:
        if language == "yaml":
            name, _, content = text.partition("\n")
            (self.verbs.directory / name.removeprefix("# ")).write_text(content)
            return text
        commands = [line for line in text.splitlines() if line.startswith("$ ")]
        return "\n".join("\n".join(self._command(command)) + "\n" for command in commands)

    def _command(self, command: str) -> Iterator[str]:
        program, verb, *arguments = shlex.split(command.removeprefix("$ "))
        assert program == "cdk8s-iter8"
        if verb == "delete":
            self.running.close()
            self.requests = None
        yield command
        said, code = self.verbs.ended(verb, *arguments)
        yield said.rstrip("\n")
        if code:
            yield f"# exit code {code}"
        if self.requests is not None:
            yield self.requests.since()
        elif verb == "apply":
            self.stack.settled.wait()
            flow = Flow(self.stack.sidecar.listeners[80], f"{_NAME}.{self.verbs.namespace}")
            self.running.enter_context(flow)
            self.requests = Requests(flow)


def played(page: Path, stack: Stack, directory: Path) -> str:
    """A page with what its commands print now, on a stack whose controller runs."""
    with serving(stack, "default", seconds=1):
        return Player(stack, Verbs(stack.kubectl.kubeconfig, directory, "default", _NAME)).played(page.read_text())


def comparable(page: str) -> str:
    """A page without what varies from run to run: what was waited for, numbers of seconds and of requests, shares."""
    lines = [line for line in page.splitlines() if not line.startswith("  waits: ")]
    text = "\n".join(lines)
    text = re.sub(r"\b([0-9]+(\.[0-9]+)?(ms|s|m))+\b|\b[0-9]+(\.[0-9]+)? s\b", "TIME", text)
    text = re.sub(r"^# [0-9]+ requests meanwhile, 0 failed; .*$", "# N requests, 0 failed", text, flags=re.MULTILINE)
    return re.sub("─+", "─", re.sub(" +", " ", text))


def failures(page: str) -> list[int]:
    """The failed requests that a page tells of, a number for each command."""
    return [int(number) for number in re.findall(r"^# [0-9]+ requests meanwhile, ([0-9]+) failed", page, re.MULTILINE)]


def main() -> int:
    """Writes the pages anew."""
    from tests.e2e.controller_installation import Installation, read

    directory = clusters.fresh_directory()
    with clusters.own(directory) as stack, TemporaryDirectory() as inside:
        values = (ROOT / "tests" / "e2e" / "routing-controller.yaml").read_text()
        installation = Installation(read(synth_controller(values, Path(inside))))
        installation.install(stack)
        controller = engine.engine(stack, installation)
        controller.start()
        try:
            for number, page in enumerate(PAGES):
                place = Path(inside) / str(number)
                place.mkdir()
                page.write_text(played(page, stack, place))
        finally:
            controller.stop()
    subprocess.run(["rm", "-r", str(directory)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
