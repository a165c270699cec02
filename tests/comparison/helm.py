"""What helm renders from the Iter8 chart, where both are at hand: CHART_DIR, and helm on PATH or in HELM."""

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.comparison.document import Case, document
from tests.comparison.route import Object


def chart_case(name: str, release: str, namespace: str, values: Object) -> Case:
    """A case with what the chart renders, or its error; skips the test without chart or helm."""

    def render(other: Object) -> Case:
        return chart_case(name, release, namespace, other)

    done = _template(release, namespace, yaml.safe_dump(values, sort_keys=False))
    if done.returncode:
        return Case(name, release, namespace, values, error=done.stderr, render=render)
    objects = [manifest for manifest in yaml.safe_load_all(done.stdout) if manifest]
    return Case(name, release, namespace, values, document(objects), render=render)


@cache
def _template(release: str, namespace: str, values: str) -> subprocess.CompletedProcess[str]:
    helm, chart = _at_hand()
    with tempfile.TemporaryDirectory() as temporary:
        file = Path(temporary) / "values.yaml"
        file.write_text(values, encoding="utf-8")
        command = [helm, "template", release, chart, "--namespace", namespace, "--values", str(file)]
        return subprocess.run(command, capture_output=True, text=True, check=False)


def _at_hand() -> tuple[str, str]:
    chart, helm = os.environ.get("CHART_DIR"), os.environ.get("HELM") or shutil.which("helm")
    if not chart or not helm:
        missing = "CHART_DIR is not set (the Iter8 chart `release`)" if not chart else "helm is not on PATH nor in HELM"
        pytest.skip(f"{missing}: what the chart renders cannot be compared with")
    if "env.knative-istio" not in (Path(chart) / "templates" / "release.yaml").read_text(encoding="utf-8"):
        pytest.fail(f"CHART_DIR={chart} is without the sample knative-bg-extension of Iter8's documentation")
    return helm, chart
