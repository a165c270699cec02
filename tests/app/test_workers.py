"""Processes that synthesize."""

import subprocess
from pathlib import Path

import pytest

from cdk8s_iter8.app import workers
from cdk8s_iter8.app.synthesis import MOST_CHARTS
from cdk8s_iter8.app.workers import WorkerError, Workers
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.manifests.yaml_document import yaml_documents


def config(name: str) -> list[Manifest]:
    metadata = {"name": name, "namespace": "default"}
    return [{"apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata, "data": {"text": "no\né\x85"}}]


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[str]]:
    """Every worker that is started."""
    started: list[subprocess.Popen[str]] = []
    popen = subprocess.Popen

    def start(*args: object, **kwargs: object) -> subprocess.Popen[str]:
        started.append(popen(*args, **kwargs))  # type: ignore[call-overload]
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    return started


@pytest.mark.parametrize("jobs", [1, 3])
def test_each_chart_is_written_once(tmp_path: Path, jobs: int, processes: list[subprocess.Popen[str]]) -> None:
    names, written = [f"app{number}" for number in range(2 * MOST_CHARTS + 1)], list[int]()
    with Workers(tmp_path, jobs, written.append) as made:
        for name in names:
            made.add(name, config(name))
        made.finish()
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        f"{name}.k8s.yaml": yaml_documents(config(name)) for name in names
    }
    assert sum(written) == len(names)
    assert [process.poll() is None for process in processes] == [False] * jobs


def test_a_process_has_no_more_than_its_share(
    tmp_path: Path, processes: list[subprocess.Popen[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_MOST_OF_ONE_PROCESS", MOST_CHARTS)
    with Workers(tmp_path, 1) as made:
        for number in range(2 * MOST_CHARTS):
            made.add(f"app{number}", config(f"app{number}"))
        made.finish()
        assert [process.poll() is None for process in processes] == [False, False, True]
    assert len(list(tmp_path.iterdir())) == 2 * MOST_CHARTS


def test_a_worker_that_ends_is_an_error(tmp_path: Path, processes: list[subprocess.Popen[str]]) -> None:
    def run() -> None:
        with Workers(tmp_path, 1) as made:
            processes[0].kill()
            made.add("app", config("app"))
            made.finish()

    with pytest.raises(WorkerError):
        run()


def test_without_charts_nothing_is_written(tmp_path: Path) -> None:
    with Workers(tmp_path, 2) as made:
        made.finish()
    assert list(tmp_path.iterdir()) == []
