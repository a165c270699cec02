"""The documents that show commands on a cluster are what the commands print, with requests all the while."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.e2e.release import ROOT
from tests.e2e.serving import serving
from tests.e2e.stack.cluster import Stack
from tests.e2e.transcript import PAGES, comparable, failures, played
from tests.e2e.verbs import Verbs
from tests.support.documents import blocks

pytestmark = pytest.mark.local_envoy


@pytest.mark.own_controller("applies a route within a second, which the page shows")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_what_happens(page: Path, stack: Stack, tmp_path: Path) -> None:
    now = played(page, stack, tmp_path)
    assert set(failures(now)) == {0}
    assert len(failures(now)) >= 10
    assert comparable(now) == comparable(page.read_text()), "run `python -m tests.e2e.transcript` and commit"


def test_the_commands_of_docs_apply_run_in_their_order(stack: Stack, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    verbs = Verbs(stack.kubectl.kubeconfig, tmp_path, "default", "shop")
    commands = "".join(blocks((ROOT / "docs" / "apply.md").read_text(), "shell")).splitlines()
    said: dict[str, str] = {}
    with serving(stack, "default"):
        for command in commands:
            program, *arguments = shlex.split(command)
            assert program == "cdk8s-iter8"
            said[command] = verbs.run(*arguments)
    assert [command for command in commands if re.search("would be (created|deleted)", said[command])] == [
        command for command in commands if command.endswith("--dry-run")
    ]
    assert said[commands[-1]].endswith("default/shop: gone\n")
