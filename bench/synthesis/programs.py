"""What is measured: the programs, and the directories of releases that they work on."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
MAIN = [sys.executable, str(ROOT / "main.py")]
VERB = [sys.executable, "-c", "from cdk8s_iter8.cli.main import main; main()"]
EMPTY = """\
import os
from cdk8s import App, Chart
app = App(outdir=os.environ.get("CDK8S_OUTDIR", "dist"))
Chart(app, "x")
app.synth()
"""
HELLO = ROOT / "releases" / "hello.yaml"
DEPLOYMENT_VALUES = """\
environment: deployment-istio
application:
  strategy: blue-green
  versions:
  - image: ghcr.io/knative/helloworld-go:latest
    weight: 30
  - image: ghcr.io/knative/helloworld-go:latest
    weight: 70
"""


def environ() -> Mapping[str, str]:
    """The environment of all programs. After the first run all modules are compiled, as on any machine."""
    given = os.environ | {
        "PATH": os.pathsep.join([str(BIN), str(ROOT / "node_modules" / ".bin"), os.environ["PATH"]]),
        "CDK8S_CHECK_UPGRADE": "false",
    }
    return {name: value for name, value in given.items() if name not in ("CDK8S_OUTDIR", "PYTHONDONTWRITEBYTECODE")}


def releases(directory: Path, count: int) -> Path:
    """A directory of that many releases of two versions, each of six objects, and its app."""
    made = directory / f"releases-{count}"
    (made / "releases").mkdir(parents=True)
    text = HELLO.read_text()
    for number in range(count):
        (made / "releases" / f"app{number}.yaml").write_text(text)
    _configure(made, f"{sys.executable} {ROOT / 'main.py'}")
    return made


def empty_app(directory: Path) -> Path:
    """A directory with an app of one empty chart."""
    made = directory / "empty"
    made.mkdir()
    (made / "main.py").write_text(EMPTY)
    _configure(made, f"{sys.executable} main.py")
    return made


def _configure(directory: Path, app: str) -> None:
    (directory / "cdk8s.yaml").write_text(f"language: python\napp: {app}\n")


class Helm:
    """Helm with a chart: that of Iter8 where CHART_DIR names it, else a small one of our own.

    Where the chart is extended by the sample `knative-bg-extension` of Iter8's documentation, it takes the same values.
    """

    def __init__(self, directory: Path) -> None:
        """Looks for helm; what is missing is said.

        Args:
            directory: Where its values are written.
        """
        self.program = os.environ.get("HELM") or shutil.which("helm")
        given = os.environ.get("CHART_DIR")
        self.chart = Path(given) if given else Path(__file__).parent / "chart"
        is_extended = "env.knative-istio" in (self.chart / "templates" / "release.yaml").read_text()
        self.values = directory / "helm.yaml"
        self.values.write_text(HELLO.read_text() if is_extended else DEPLOYMENT_VALUES)
        values = "the same values" if is_extended else "versions that are Deployments"
        chart = "Iter8's chart `release`" if given else "a small chart of our own"
        self.named = f"{chart} with {values}"
        if not self.program:
            print("Helm is not measured: it is neither on PATH nor in HELM", file=sys.stderr)
        elif not given:
            print("CHART_DIR does not name Iter8's chart `release`: a chart of our own stands for it", file=sys.stderr)

    def commands(self, count: int) -> list[list[str]]:
        """That many runs, each for a release of its own."""
        template = [str(self.program), "template"]
        return [[*template, f"app{number}", str(self.chart), "--values", str(self.values)] for number in range(count)]
