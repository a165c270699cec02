"""apply, weights --live and delete as users run them, against a small cluster; tests/e2e has the real one."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cdk8s_iter8.cli.main import app
from tests.support.object_store import ObjectStore, object_store
from tests.support.released import blue_green


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ObjectStore]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hello.yaml").write_text(blue_green(30, 70))
    with object_store() as opened:
        monkeypatch.setenv("KUBECONFIG", str(opened.server.kubeconfig(tmp_path / "kubeconfig")))
        yield opened


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, prog_name="cdk8s-iter8")


def test_a_release_comes_shifts_and_goes(store: ObjectStore) -> None:
    applied = run("apply", "hello.yaml", "--set", "application.versions[hello-0].weight=10")
    assert (applied.exit_code, applied.stderr) == (0, "")
    assert applied.stdout.endswith("default/hello: applied; the route has the weights hello-0 10, hello-1 70\n")
    live = run("weights", "hello", "hello-1=10", "--live")
    assert (live.exit_code, live.stdout.splitlines()[0]) == (0, "hello-1: 70 → 10")
    assert run("weights", "hello", "--clear").stdout.startswith("hello-1: 10 → 70\n")
    deleted = run("delete", "hello")
    assert (deleted.exit_code, deleted.stdout.splitlines()[-1]) == (0, "default/hello: gone")
    assert store.objects == {}


def test_an_apply_as_json(store: ObjectStore) -> None:
    done = run("apply", "hello.yaml", "-o", "json")
    assert done.exit_code == 0
    (release,) = json.loads(done.stdout)["releases"]
    assert (release["name"], release["dryRun"], release["weights"]) == ("hello", False, {"hello-0": 30, "hello-1": 70})
    assert {each["action"] for each in release["objects"]} == {"created"}
    assert {
        "type": "serving.knative.dev/v1/services",
        "namespace": "default",
        "name": "hello-1",
        "action": "created",
    } in (release["objects"])
    assert "ksvc default/hello-1: created\n" in done.stderr
    planned = json.loads(run("apply", "hello.yaml", "--dry-run", "-o", "json").stdout)["releases"][0]
    assert (planned["dryRun"], planned["weights"]) == (True, None)
    assert {each["action"] for each in planned["objects"]} == {"unchanged"}


def test_a_failed_apply_as_json(store: ObjectStore) -> None:
    store.controlled = False
    done = run("apply", "hello.yaml", "--timeout", "0s", "-o", "json")
    said = json.loads(done.stdout)
    assert done.exit_code == 1
    assert said["problems"][0] == "virtualservice default/hello is not there yet"
    assert said["problems"][0] in done.stderr
    assert len(said["releases"][0]["objects"]) == 6


def test_dry_runs_change_nothing(store: ObjectStore) -> None:
    assert run("apply", "hello.yaml", "--dry-run").stdout.count("would be created") == 6
    assert store.objects == {}
    run("apply", "hello.yaml")
    before = dict(store.objects)
    assert run("delete", "hello", "--dry-run").stdout.count("would be deleted") == 7
    assert run("weights", "hello", "hello-1=10", "--live", "--dry-run").exit_code == 0
    assert store.objects == before


def test_the_refusals_of_all_files_are_told_and_none_is_applied(store: ObjectStore, tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text(blue_green(1))
    for name in ("hello-1", "shop-0"):
        path = f"/apis/serving.knative.dev/v1/namespaces/default/services/{name}"
        store.conflicts[path] = ("ed", ".spec.template")
    done = run("apply", "hello.yaml", "shop.yaml")
    assert (done.exit_code, done.stdout) == (1, "")
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == [
        "ksvc default/hello-1",
        "ksvc default/shop-0",
    ]
    assert store.objects == {}
    assert run("apply", "hello.yaml", "shop.yaml", "--force-conflicts").exit_code == 0


def test_a_wait_that_is_over(store: ObjectStore) -> None:
    store.controlled = False
    done = run("apply", "hello.yaml", "--timeout", "0s")
    assert done.exit_code == 1
    assert done.stderr.startswith("virtualservice default/hello is not there yet\n")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["apply"], "'FILE': is needed: a values file, a directory of them, or -"),
        (["apply", "hello.yaml", "--timeout", "5"], "'--timeout': '5' is not a duration, such as 90s, 5m or 1h30m"),
        (["weights", "hello", "--live"], "'VERSION=WEIGHT': is missing"),
        (["weights", "hello", "a=1"], "'FILE': there is no file 'hello'; --live changes the release of that name"),
        (["weights", "hello.yaml"], "'VERSION=WEIGHT': is missing"),
        (["weights", "hello", "a=1", "--clear"], "'VERSION=WEIGHT': is not possible together with --clear"),
        (["weights", "hello", "a=1", "--live", "--synth"], "'--synth': is for the values file: not together with"),
        (["weights", "hello", "--clear", "-o", "json"], "'--output': is for the values file: not together with"),
    ],
)
def test_what_is_not_written_as_it_should_be(arguments: list[str], line: str, store: ObjectStore) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"\nError: Invalid value for {line}" in done.stderr
    assert store.server.requests == []


@pytest.mark.parametrize("arguments", [["apply", "hello.yaml"], ["delete", "hello"], ["weights", "hello", "--clear"]])
def test_no_cluster(arguments: list[str], store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBECONFIG", "absent")
    monkeypatch.delenv("KUBERNETES_SERVICE_HOST", raising=False)
    done = run(*arguments)
    assert (done.exit_code, done.stderr) == (1, "no cluster: there is no KUBECONFIG=absent, and this is not a pod\n")


def test_an_answer_that_is_no_clusters(store: ObjectStore) -> None:
    store.server.otherwise = lambda _: (401, {"kind": "Status", "reason": "Unauthorized", "message": "Unauthorized"})
    done = run("apply", "hello.yaml")
    assert done.exit_code == 1
    assert done.stderr.startswith("context test: the API server does not accept the credentials: they are missing")
