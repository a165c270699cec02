"""What turns routemaps into routes in the stack: this project's own controller, or Iter8's that ITER8_BIN names."""

from pathlib import Path

from tests.e2e import controller_installation, engine, iter8
from tests.e2e.controller_installation import Installation
from tests.e2e.controller_process import Controller
from tests.e2e.release import ROOT, synth_controller
from tests.e2e_knative.stack.cluster import KnativeStack


def values() -> str:
    """The values of the controller of this run."""
    file = "controller.yaml" if iter8.binary() else "routing-controller.yaml"
    return (ROOT / "tests" / "e2e" / file).read_text()


def installed(text: str, cluster: KnativeStack, directory: Path) -> Controller:
    """The controller with what is emitted for these values, and only the permissions of its ServiceAccount."""
    program = iter8.binary()
    installation = Installation(controller_installation.read(synth_controller(text, directory)))
    installation.install(cluster)
    return iter8.iter8(program, cluster, installation) if program else engine.engine(cluster, installation)
