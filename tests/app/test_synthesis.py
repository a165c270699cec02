"""Charts from manifests: what they cost cdk8s, and that slices change nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cdk8s
import pytest
from jsii._kernel.providers import process

from cdk8s_iter8.app import synthesis
from cdk8s_iter8.app.synthesis import MOST_CHARTS, ChartOf, sliced, synthesize
from cdk8s_iter8.manifests.yaml_document import yaml_documents
from cdk8s_iter8.release.check import load

ROOT = Path(__file__).parents[2]
MOST_MESSAGES = 8
"""For a release of two versions, which is six objects."""


def charts(count: int) -> list[ChartOf]:
    """Copies of the release hello. It is read once: here, what cdk8s does with it counts."""
    manifests = list(load(ROOT / "releases" / "hello.yaml").manifests())
    return [(f"app{number}", renamed(manifests, f"app{number}")) for number in range(count)]


def renamed(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        return {key: renamed(part, name) for key, part in value.items()}
    if isinstance(value, list):
        return [renamed(part, name) for part in value]
    return value.replace("hello", name) if isinstance(value, str) else value


@contextmanager
def messages() -> Iterator[list[Any]]:
    """All that Python asks Node during the block."""
    asked: list[Any] = []
    send = process._NodeProcess.send

    def sent(self: Any, request: Any, response: Any) -> Any:
        asked.append(request)
        return send(self, request, response)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(process._NodeProcess, "send", sent)
        yield asked


def asked_for(count: int, directory: Path) -> int:
    with messages() as asked:
        synthesize(charts(count), directory)
    return len(asked)


def test_each_release_takes_as_many_messages_and_few(tmp_path: Path) -> None:
    synthesize(charts(1), tmp_path)  # imports what is used, once
    one, many, twice = (asked_for(count, tmp_path) for count in (1, MOST_CHARTS, 2 * MOST_CHARTS))
    assert twice == 2 * many
    assert (many - one) % (MOST_CHARTS - 1) == 0
    assert (many - one) // (MOST_CHARTS - 1) <= MOST_MESSAGES


def test_the_charts_of_an_app_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    apps: list[cdk8s.App] = []
    synth = cdk8s.App.synth

    def noted(self: cdk8s.App) -> None:
        apps.append(self)
        synth(self)

    monkeypatch.setattr(cdk8s.App, "synth", noted)
    synthesize(charts(2 * MOST_CHARTS + 1), tmp_path)
    assert [len(app.charts) for app in apps] == [MOST_CHARTS, MOST_CHARTS, 1]
    assert MOST_CHARTS <= 50


def test_slices_write_what_one_app_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = charts(7)
    written = []
    for most in (2, 3, 100):
        monkeypatch.setattr(synthesis, "MOST_CHARTS", most)
        synthesize(given, tmp_path / str(most))
        written.append({file.name: file.read_text() for file in (tmp_path / str(most)).iterdir()})
    assert written[0] == written[1] == written[2]
    assert written[0] == {f"{name}.k8s.yaml": yaml_documents(manifests) for name, manifests in given}


def test_every_chart_is_in_one_slice_in_order() -> None:
    given: list[ChartOf] = [(str(number), []) for number in range(MOST_CHARTS * 2)]
    assert [release for few in sliced(given) for release in few] == given
    assert list(sliced([])) == []
