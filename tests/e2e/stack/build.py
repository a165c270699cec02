"""Builds the parts of the stack that come as Go modules, once for each content of their go.mod and go.sum."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.stack import cache

HERE = Path(__file__).parent
KUBERNETES_VERSION = "v1.34.4"


class MissingError(Exception):
    """A part of the stack is neither here nor can be built; the message says what to install."""


@dataclass(frozen=True)
class GoModule:
    """A Go module of ours, and the programs that it pins."""

    directory: Path
    packages: Mapping[str, str]
    """The package of each program, by the program's name."""
    minutes: float
    """What a first build takes on two cores."""
    tags: str = ""
    """Go's build tags."""

    @property
    def name(self) -> str:
        return self.directory.name

    @property
    def bin(self) -> Path:
        sources = sorted(self.directory.rglob("*.go"))
        return cache.keyed_by([self.directory / "go.mod", self.directory / "go.sum", *sources], self.tags) / "bin"

    def program(self, name: str) -> Path:
        return self.bin / name


APISERVER, CONTROLLER_MANAGER, ISTIOD = "kube-apiserver", "kube-controller-manager", "pilot-discovery"
PROMETHEUS_SERVER = "prometheus"

KUBERNETES = GoModule(
    HERE / "kubernetes",
    {name: f"k8s.io/kubernetes/cmd/{name}" for name in (APISERVER, CONTROLLER_MANAGER)},
    8.5,
)
ISTIO = GoModule(HERE / "istio", {ISTIOD: f"istio.io/istio/pilot/cmd/{ISTIOD}"}, 8)
PROMETHEUS = GoModule(
    HERE / "monitoring",
    {PROMETHEUS_SERVER: "github.com/prometheus/prometheus/cmd/prometheus"},
    2.5,
    "remove_all_sd,enable_kubernetes_sd",  # without clouds' service discoveries, and without the pages for browsers
)
MODULES = (KUBERNETES, ISTIO, PROMETHEUS)

# kubectl and istiod read the server's version, which a build from a module does not know.
LINKER_FLAGS = " ".join(
    ["-s", "-w"]
    + [
        f"-X k8s.io/component-base/version.{name}={value}"
        for name, value in (("gitVersion", KUBERNETES_VERSION), ("gitMajor", "1"), ("gitMinor", "34"))
    ]
)


def unbuilt(modules: Iterable[GoModule] = MODULES) -> Iterator[tuple[GoModule, str]]:
    """The programs that are not in the cache yet."""
    for module in modules:
        for name in module.packages:
            if not module.program(name).exists():
                yield module, name


def go() -> str:
    """The `go` command, or an error that says what it is needed for."""
    program = shutil.which("go")
    if program is None:
        raise MissingError(
            "the end-to-end tests need Go 1.26 or newer to build kube-apiserver, kube-controller-manager, istiod and "
            "Prometheus (once, about 20 minutes on two cores), or KUBECONFIG set to a cluster with Istio to use instead"
        )
    return program


def environment() -> dict[str, str]:
    """The build's environment: static, read-only modules, whatever a surrounding workspace says."""
    return {**os.environ, "CGO_ENABLED": "0", "GOFLAGS": "-mod=readonly", "GOWORK": "off"}


def build(module: GoModule, name: str) -> None:
    """Build one program into the cache; it appears there under its name only when it is complete."""
    program = module.program(name)
    program.parent.mkdir(parents=True, exist_ok=True)
    unfinished = program.with_name(f".{program.name}.{os.getpid()}")
    how = ["-trimpath", "-tags", module.tags, "-ldflags", LINKER_FLAGS]
    command = [go(), "build", *how, "-o", str(unfinished), module.packages[name]]
    say(f"building {program.name}; {module.name} takes about {module.minutes} minutes in all on two cores")
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=module.directory, env=environment())
    while True:
        try:
            code = process.wait(timeout=30)
            break
        except subprocess.TimeoutExpired:
            say(f"building {program.name}: {time.monotonic() - started:.0f} s")
    if code:
        unfinished.unlink(missing_ok=True)
        raise MissingError(f"{' '.join(command)} in {module.directory} failed with exit code {code}, see above")
    unfinished.rename(program)
    say(f"built {program.name} in {time.monotonic() - started:.0f} s")


def say(message: str) -> None:
    """Progress goes to stderr at once, since a build is long."""
    sys.stderr.write(f"e2e: {message}\n")
    sys.stderr.flush()


def main(modules: Iterable[GoModule] = MODULES) -> int:
    """Build what is missing; `python -m tests.e2e.stack.build`."""
    try:
        for module, name in unbuilt(modules):
            build(module, name)
    except MissingError as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
