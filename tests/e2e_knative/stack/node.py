"""The node of `tests/support/node` as a process of the stack, and which program stands for which image."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.e2e.stack.process import Process
from tests.e2e_knative.stack import programs
from tests.support.node.__main__ import LISTENING

ROOT = Path(__file__).parents[3]
ADDRESS = "10.244.0.1"
"""The node's on the bridge of the pods; it also is the DNS server's."""

USERS_IMAGES = ("ghcr.io/knative/helloworld-go", "example.com/hello")
"""Images of users that can be pulled; every other cannot."""


def images() -> dict[str, list[str]]:
    """Knative's programs by their packages, which is how its manifests name them, and users' images."""
    names = (*(name for name in programs.PACKAGES if programs.PACKAGES[name].startswith("knative.dev")),)
    knative = {programs.PACKAGES[name]: [str(programs.PROGRAMS.program(name))] for name in names}
    return {**knative, **{image: [str(programs.PROGRAMS.program(programs.HELLO))] for image in USERS_IMAGES}}


def node(directory: Path, kubeconfig: Path, more: Mapping[str, Sequence[str]]) -> Process:
    """The node; `more` are programs for further images."""
    pods = directory / "pods"
    pods.mkdir()
    settings = directory / "node.json"
    table = {**images(), **{image: list(argv) for image, argv in more.items()}}
    settings.write_text(
        json.dumps({"kubeconfig": str(kubeconfig), "directory": str(pods), "address": ADDRESS, "images": table})
    )
    process = Process(
        "node",
        [sys.executable, "-m", "tests.support.node", str(settings)],
        directory,
        ready=lambda: LISTENING in process.said(),
        environment={"PYTHONPATH": str(ROOT)},
    )
    return process
