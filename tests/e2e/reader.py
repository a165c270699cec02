"""A reader of a document: does what it says, line by line, and looks each time whether it came out so."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import yaml

from tests.e2e import controller_installation
from tests.e2e.release import KSVC, ROOT, Release, synth
from tests.e2e.serving import serving
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.readiness import set_conditions
from tests.e2e.verbs import Verbs

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PRUNED = ("cm", "svc", "ksvc")


@dataclass
class Reader:
    """Somebody with a directory of his own, in which `releases/` and `dist/` are as the document has them.

    Attributes:
        release: The release that the document is about, in the namespace that commands without one mean.
        stack: The cluster.
        gateway: The port of callers without a sidecar.
        weights: What the route should have by what was done last.
        commands: What was done.
    """

    release: Release
    stack: Stack
    gateway: int
    weights: dict[str, float] = field(default_factory=dict)
    commands: list[str] = field(default_factory=list)

    @property
    def directory(self) -> Path:
        return self.release.directory

    def __post_init__(self) -> None:
        (self.directory / "releases").mkdir()
        shutil.copytree(ROOT / "examples", self.directory / "examples")
        shutil.copy(ROOT / "controller.yaml", self.directory)

    def follow(self, text: str) -> Iterator[str]:
        """Does what a part of a document says; yields each command before it is done."""
        for language, block in _BLOCK.findall(text):
            if language == "yaml" and block.startswith("# releases/"):
                self.write(block)
            if language == "text" and self.commands and "curl" in self.commands[-1]:
                self.sees(block)
            for command in commands(block) if language == "shell" else ():
                yield command
                self.do(command)
                self.commands.append(command)

    def write(self, block: str) -> None:
        """Writes the file that the first line names."""
        (self.directory / block.splitlines()[0].removeprefix("# ")).write_text(block)

    def do(self, command: str) -> None:
        """Runs a command as the document means it."""
        program, *arguments = shlex.split(command, comments=True)
        if program == "cp":
            subprocess.run([program, *arguments], cwd=self.directory, check=True)
        elif (program, *arguments) == ("make", "synth"):
            shutil.rmtree(self.directory / "dist", ignore_errors=True)
            synth(self.directory / "releases", self.directory / "dist")
        elif program == "kubectl" and arguments[0] in ("run", "exec"):
            self.ask(arguments)
        elif program == "kubectl":
            self.kubectl(arguments)
        elif program == "cdk8s-iter8":
            self.verb(arguments)
        else:
            raise AssertionError(f"nobody can follow: {command}")

    # --- the cluster ------------------------------------------------------------------------------

    def kubectl(self, arguments: list[str]) -> None:
        here = [str(self.directory / argument) if argument.startswith("dist/") else argument for argument in arguments]
        controller = here[:2] == ["delete", "-f"] and "iter8-controller" in here[2]
        self.release.cluster.kubectl(*here, *(["--wait=false"] if controller else []))
        if controller:  # what would let go of its volume does not run here
            self.release.cluster.kubectl("patch", "pvc/iter8", "--type=merge", "-p", '{"metadata":{"finalizers":null}}')
        dist = f"dist/{self.release.name}.k8s.yaml"
        if arguments[0] == "apply" and dist in arguments:
            self.applied(self.directory / dist)
        if "--prune" in arguments:
            self.pruned()
        if arguments[0] == "annotate":
            name = next(argument for argument in arguments if argument.startswith("configmap/"))
            version = name.removeprefix("configmap/").removesuffix("-weight-config")
            self.weights[version] = int(arguments[-1].removeprefix("iter8.tools/weight="))
        if arguments[0] in ("apply", "annotate") and self.weights:
            self.release.routed(self.weights)

    def verb(self, arguments: list[str]) -> None:
        """A command of this project; Knative works meanwhile, for `apply` waits for it."""
        verbs = Verbs(self.stack.kubectl.kubeconfig, self.directory, self.release.namespace, self.release.name)
        with serving(self.stack, self.release.namespace):
            verbs.run(*arguments)
        if arguments[0] == "apply":
            self.release.objects = tuple(yaml.safe_load_all(verbs.run("template", arguments[1])))
            self.weights = self.declared()
            self.pruned()
        if "--live" in arguments:
            self.weights |= {name: int(weight) for name, weight in (each.split("=") for each in arguments[2:-1])}
        if "--clear" in arguments:
            self.weights = self.declared()
        if arguments[0] == "apply" or {"--live", "--clear"} & {*arguments}:
            self.release.routed(self.weights)

    def applied(self, dist: Path) -> None:
        """Knative makes the versions ready; the route should be as the file has it."""
        self.release.objects = controller_installation.read([dist])
        self.weights = self.declared()
        for name in self.release.named(KSVC):
            self.stack.knative.serve(self.release.namespace, name)
            set_conditions(
                self.stack.api, KSVC.short, self.release.namespace, name, **dict.fromkeys(KSVC.conditions, "True")
            )

    def declared(self) -> dict[str, float]:
        """The weights that the routemap of the release's objects declares, by the name of the version."""
        (routemap,) = (item for item in self.release.objects if "strSpec" in item.get("data", {}))
        versions = yaml.safe_load(routemap["data"]["strSpec"])["versions"]
        return {version["resources"][-1]["name"]: version["weight"] for version in versions}

    def pruned(self) -> None:
        """Of the release nothing is left but what its file has."""
        declared = {manifest["metadata"]["name"] for manifest in self.release.objects}
        eventually(self.left, lambda left: left == declared, f"only {sorted(declared)} left")
        for version in {name.partition(".")[0] for name in self.stack.knative.versions} - declared:
            self.stack.knative.remove(self.release.namespace, version)
        self.release.settle()

    def left(self) -> set[str]:
        """The names of the release's objects in the cluster."""
        query = "labelSelector=" + quote(f"app.kubernetes.io/instance={self.release.name}")
        return {
            item["metadata"]["name"]
            for kind in PRUNED
            for item in self.stack.api.list(kind, query=query)
            if item["metadata"]["namespace"] == self.release.namespace
        }

    # --- requests ---------------------------------------------------------------------------------

    def ask(self, arguments: list[str]) -> None:
        """Sends the request of a pod: by its sidecar with `exec`, by the gateway with `run`, whose pod is none here."""
        place = arguments.index("--")
        if arguments[0] == "run":
            options = [argument for argument in arguments[:place] if argument not in ("--rm", "-i")]
            self.release.cluster.kubectl(*options, "--dry-run=server", *arguments[place:])
        eventually(lambda: self.answer(arguments), lambda said: "200 OK" in said, f"an answer to {arguments}")

    def answer(self, arguments: list[str]) -> str:
        port = self.gateway if arguments[0] == "run" else self.stack.sidecar.listeners[80]
        program, *rest = arguments[arguments.index("--") + 1 :]
        assert program == "curl"
        command = [program, "--connect-to", f"::127.0.0.1:{port}", *rest]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.replace("\r", "")

    def sees(self, output: str) -> None:
        """The answer to the last request has the lines that the document shows."""
        arguments = shlex.split(self.commands[-1])[1:]
        lines = set(output.splitlines())
        eventually(lambda: self.answer(arguments), lambda said: lines <= set(said.splitlines()), f"the lines {lines}")


def commands(block: str) -> list[str]:
    """The commands of a block of the language shell."""
    return [line for line in block.replace("\\\n", " ").splitlines() if line and not line.startswith("#")]
