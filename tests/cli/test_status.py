"""`cdk8s-iter8 status` against an API server that answers what a test says."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cdk8s_iter8.cli.main import app
from cdk8s_iter8.cluster.keys import ObjectKey
from tests.support.api_server import Answer, APIServer, status
from tests.support.live_release import LiveRelease
from tests.support.released import file, planned, values

MAPS = "/api/v1/namespaces/default/configmaps"
HELLO = values("knative-istio", "blue-green", {"weight": 30}, {"weight": 70})


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["status", *arguments])


@pytest.fixture
def hello(tmp_path: Path, server: APIServer) -> LiveRelease:
    directory = tmp_path / "cluster"
    directory.mkdir()
    live = LiveRelease(planned(directory, HELLO, "hello"))
    live.serve(server)
    return live


def refuse(server: APIServer, key: ObjectKey) -> None:
    """An object that may neither be listed nor read."""
    server.answer("GET", key.gvr.path(key.namespace), status(403, "Forbidden", "User cannot list"))
    server.answer("GET", key.path, status(403, "Forbidden", 'User "ci" cannot get resource "services"'))


def test_a_table(hello: LiveRelease) -> None:
    done = run("hello")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("hello in default: blue-green, as declared\n\n version  ready  weight  gets  age\n")


def test_it_only_reads(hello: LiveRelease, server: APIServer) -> None:
    run("hello")
    assert {request.method for request in server.requests} == {"GET"}


def test_it_imports_neither_cdk8s_nor_the_asynchronous_client(hello: LiveRelease) -> None:
    code = (
        "import sys; from cdk8s_iter8.cli.main import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "status", "hello"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert not {"jsii", "cdk8s", "constructs", "aiohttp", "kubernetes.aio"} & set(done.stderr.split())


def test_json(hello: LiveRelease) -> None:
    (release,) = json.loads(run("-A", "-o", "json").stdout)["releases"]
    assert (release["name"], release["settled"]) == ("hello", True)


def test_no_release(server: APIServer) -> None:
    server.objects(MAPS)
    assert run().stdout == "there is no release in namespace default\n"
    assert run("-A").stdout == "there is no release in any namespace\n"
    assert json.loads(run("-o", "json").stdout) == {"releases": []}


def test_a_file(hello: LiveRelease, tmp_path: Path) -> None:
    path = file(tmp_path, values("knative-istio", "blue-green", {"weight": 30}, {"weight": 50}), "hello")
    done = run("--file", str(path))
    assert done.exit_code == 0
    assert "hello in default: blue-green, not as declared" in done.stdout
    assert " ! version hello-1 has weight 50 in the file, 70 in the cluster" in done.stdout


def test_a_missing_permission_is_said_and_fails(hello: LiveRelease, server: APIServer) -> None:
    refuse(server, hello.resource("hello-1"))
    done = run("hello")
    assert done.exit_code == 1
    assert "hello-1  unknown" in done.stdout
    assert (
        " ? not permitted: get services.serving.knative.dev default/hello-1; missing rule: "
        '{apiGroups: ["serving.knative.dev"], resources: ["services"], verbs: ["get"]}\n'
    ) in done.stdout


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (
            status(403, "Forbidden", 'User "ci" cannot list resource "configmaps"'),
            (
                'not permitted: list configmaps in namespace default; missing rule: {apiGroups: [""], '
                'resources: ["configmaps"], verbs: ["list"]}'
            ),
        ),
        (
            status(401, "Unauthorized", "Unauthorized"),
            (
                "context test: the API server does not accept the credentials: they are missing, wrong or expired; "
                "log in again, and see what `kubectl auth whoami` says"
            ),
        ),
    ],
)
def test_what_refuses_is_one_line(answer: tuple[int, object], line: str, server: APIServer) -> None:
    server.answer("GET", MAPS, answer)
    done = run("hello", "--wait", "5m")
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", f"{line}\n")


def test_no_cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBECONFIG", str(tmp_path / "absent"))
    monkeypatch.delenv("KUBERNETES_SERVICE_HOST", raising=False)
    done = run()
    assert done.exit_code == 1
    assert done.stderr == f"no cluster: there is no KUBECONFIG={tmp_path / 'absent'}, and this is not a pod\n"


def test_a_context_that_is_not_there(server: APIServer) -> None:
    done = run("--context", "production")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.endswith("there is no context 'production' (there are: test)\n")


def test_waiting_ends_when_all_is_as_declared(hello: LiveRelease, server: APIServer) -> None:
    (route,) = [key for key in hello.objects if key.gvr.resource == "virtualservices"]
    server.answer("GET", route.path, status(404, "NotFound", "", name="hello"), (200, hello.objects[route]))
    done = run("hello", "--wait", "30s")
    assert done.exit_code == 0, done.stderr
    assert "hello in default: blue-green, as declared" in done.stdout
    assert done.stderr.startswith("default/hello: virtualservice hello is not there yet")


def test_waiting_ends_when_the_time_is_up(hello: LiveRelease, server: APIServer) -> None:
    hello.condition(hello.resource("hello-1"), "False", reason="RevisionFailed", message="no\nimage")
    hello.serve(server)
    began = time.monotonic()
    done = run("hello", "--wait", "2s")
    assert done.exit_code == 1
    assert time.monotonic() - began < 10
    *_, said, version, route = done.stderr.splitlines()
    assert said == "not as declared when the time was up:"
    assert version == "  default/hello: hello-1 is not ready: RevisionFailed: no\\nimage"
    assert route.endswith("is not what the routemap says: spec.http[0].route: a list of 2 becomes a list of 1")


def test_waiting_for_a_release_that_is_not_there_yet(hello: LiveRelease, server: APIServer) -> None:
    nothing: Answer = (200, {"items": []})  # for the releases, and for what is left of a deleted one
    server.answer("GET", MAPS, nothing, nothing, (200, {"items": [hello.config_map]}))
    server.objects("/api/v1/configmaps")
    ksvcs = [hello.objects[hello.resource(name)] for name in ("hello-0", "hello-1")]
    server.answer("GET", hello.resource("hello-1").gvr.path("default"), nothing, (200, {"items": ksvcs}))
    done = run("hello", "--wait", "30s")
    assert done.exit_code == 0, done.stdout
    assert done.stderr == "there is no release 'hello' in namespace default (context test)\n"


def test_waiting_for_no_release_at_all_fails(server: APIServer) -> None:
    server.objects(MAPS)
    done = run("--wait", "1s")
    assert (done.exit_code, done.stdout) == (1, "there is no release in namespace default\n")
    assert done.stderr.endswith("not as declared when the time was up:\n  there is no release\n")


def test_waiting_does_not_go_on_when_something_may_not_be_read(hello: LiveRelease, server: APIServer) -> None:
    refuse(server, hello.resource("hello-1"))
    done = run("hello", "--wait", "5m")
    assert done.exit_code == 1
    assert "not as declared, and not all may be read:" in done.stderr


def test_waiting_outlasts_a_server_that_is_away(hello: LiveRelease, server: APIServer) -> None:
    server.answer("GET", MAPS, status(503, "ServiceUnavailable", "not now"), (200, {"items": [hello.config_map]}))
    done = run("hello", "--wait", "30s")
    assert done.exit_code == 0
    assert done.stderr == "list configmaps in namespace default: 503 ServiceUnavailable: not now\n"


def test_watching_shows_changes_until_it_is_interrupted(
    hello: LiveRelease, server: APIServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses = iter([0, 0])

    def pause(_: float) -> None:
        if next(pauses, None) is None:
            raise KeyboardInterrupt
        hello.condition(hello.resource("hello-1"), "Unknown", reason="Deploying", message="")
        hello.serve(server)

    monkeypatch.setattr("cdk8s_iter8.cli.status.time.sleep", pause)
    done = run("hello", "--watch")
    assert done.exit_code == 130
    assert done.stdout.count("hello in default: blue-green, as declared") == 1
    assert done.stdout.count("hello-1 is not ready: Deploying") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--wait", "soon"), "'soon' is not a duration such as 90s, 5m or 1h30m"),
        (("--wait", "0s"), "'0s' is not a duration"),
        (("--file", "FILE", "-A"), "is not possible together with --file"),
        (("other", "--file", "FILE"), "'other': no file of --file is of this release"),
    ],
)
def test_arguments(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    path = file(tmp_path, HELLO, "hello")
    done = run(*(str(path) if argument == "FILE" else argument for argument in arguments))
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())
