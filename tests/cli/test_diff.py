"""`cdk8s-iter8 diff` against an API server that answers what a test says."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from cdk8s_iter8.cli.main import app
from cdk8s_iter8.cluster.keys import GVR
from tests.support.api_server import Answer, APIServer, Request, status
from tests.support.live_release import LiveRelease
from tests.support.released import file, planned, values

HELLO = values("knative-istio", "blue-green", {"weight": 30}, {"weight": 70})
TYPES = {
    "/api/v1": {"ConfigMap": "configmaps", "Service": "services"},
    "/apis/serving.knative.dev/v1": {"Service": "services"},
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["diff", *arguments])


@pytest.fixture
def hello(tmp_path: Path, server: APIServer) -> LiveRelease:
    """The release in the cluster; a dry run answers what is applied, a new object by its manifest."""
    directory = tmp_path / "cluster"
    directory.mkdir()
    live = LiveRelease(planned(directory, HELLO, "hello"))
    for manifest in live.manifests:
        group, _, version = manifest["apiVersion"].rpartition("/")
        root = f"/apis/{manifest['apiVersion']}" if group else "/api/v1"
        gvr = GVR(group, version, TYPES[root][manifest["kind"]])
        made = copy.deepcopy(manifest)
        made["metadata"]["uid"] = manifest["metadata"]["name"]
        server.answer("GET", gvr.path("default", manifest["metadata"]["name"]), (200, made))
        collection = server.answers.setdefault(("GET", gvr.path("default")), [(200, {"items": []})])
        collection[0][1]["items"].append(made)
    for path, kinds in TYPES.items():
        resources = [{"kind": kind, "name": name, "namespaced": True} for kind, name in kinds.items()]
        server.answer("GET", path, (200, {"resources": resources}))
    for key, raw in live.objects.items():
        server.answers.setdefault(("GET", key.path), [(200, raw)])

    def otherwise(request: Request) -> Answer:
        return (200, request.body) if request.method == "PATCH" else (404, "404 page not found")

    server.otherwise = otherwise
    return live


def test_no_difference(hello: LiveRelease, tmp_path: Path) -> None:
    done = run(str(file(tmp_path, HELLO, "hello")))
    assert done.exit_code == 0, done.stderr
    assert " = 6 objects unchanged\n" in done.stdout


def test_only_dry_runs_are_sent(hello: LiveRelease, server: APIServer, tmp_path: Path) -> None:
    run(str(file(tmp_path, HELLO, "hello")))
    changing = [request for request in server.requests if request.method != "GET"]
    assert len(changing) == 6
    assert all(request.query["dryRun"] == "All" for request in changing)
    assert {request.query["fieldManager"] for request in changing} == {"cdk8s-iter8"}


def test_changes(hello: LiveRelease, tmp_path: Path) -> None:
    after = values("knative-istio", "blue-green", {"weight": 90}, {"metadata": {"name": "new"}, "weight": 10})
    done = run(str(file(tmp_path, after, "hello")))
    assert done.exit_code == 0, done.stderr
    lines = done.stdout.splitlines()
    assert " ~ configmap hello-routemap" in lines
    assert "     version new: new, weight 10" in lines
    assert " + ksvc new" in lines
    assert " - ksvc hello-1" in lines
    assert lines[-4:] == [
        " version  now  all ready  at most",
        " hello-0  30%  90%        100%",
        " new      new  10%        100%",
        " hello-1  70%  gone       gone",
    ]


@pytest.mark.parametrize(("seconds", "told"), [(7, True), (None, False)], ids=["other value", "same value"])
def test_a_conflict_is_told_by_name(
    seconds: int | None, told: bool, hello: LiveRelease, server: APIServer, tmp_path: Path
) -> None:
    """Unless the field has the value of the file already."""
    path = GVR("serving.knative.dev", "v1", "services").path("default", "hello-1")
    cause = {"reason": "FieldManagerConflict", "message": 'conflict with "ed" using v1', "field": ".spec.template"}
    refused = status(409, "Conflict", "Apply failed", name="hello-1", causes=[cause])
    after = copy.deepcopy(next(m for m in hello.manifests if m["metadata"]["name"] == "hello-1"))
    after["spec"]["template"]["spec"] |= {"timeoutSeconds": seconds} if seconds else {}
    server.answer("PATCH", path, refused, (200, after))
    done = run(str(file(tmp_path, HELLO, "hello")))
    assert ('     ! spec.template belongs to field manager "ed" using v1\n' in done.stdout) == told
    assert [
        request.query["force"] for request in server.requests if request.path == path and request.method == "PATCH"
    ] == [
        "false",
        "true",
    ]


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (
            status(403, "Forbidden", 'User "ci" cannot patch resource "services"'),
            (
                " ! ksvc hello-1: not permitted: patch services.serving.knative.dev default/hello-1; missing rule: "
                '{apiGroups: ["serving.knative.dev"], resources: ["services"], verbs: ["patch"]}'
            ),
        ),
        (
            status(422, "Invalid", "spec.template: Required value"),
            (
                " ! ksvc hello-1: patch services.serving.knative.dev default/hello-1: 422 Invalid: "
                "spec.template: Required value"
            ),
        ),
    ],
)
def test_a_refusal_is_told_and_fails(
    answer: Answer, line: str, hello: LiveRelease, server: APIServer, tmp_path: Path
) -> None:
    server.answer("PATCH", GVR("serving.knative.dev", "v1", "services").path("default", "hello-1"), answer)
    done = run(str(file(tmp_path, HELLO, "hello")))
    assert done.exit_code == 1
    assert line in done.stdout.splitlines()


@pytest.mark.parametrize(
    ("gvr", "said"),
    [
        (GVR("apps", "v1", "deployments"), (0, " ? not looked at for what to prune: ")),
        (GVR("serving.knative.dev", "v1", "services"), (1, " ! ")),
    ],
    ids=["another type", "a type of the release"],
)
def test_what_may_not_be_listed(
    gvr: GVR, said: tuple[int, str], hello: LiveRelease, server: APIServer, tmp_path: Path
) -> None:
    """As in an apply, a type that the release could have had before does not matter much."""
    server.answers["GET", gvr.path("default")] = [status(403, "Forbidden", "you cannot list it", name="")]
    done = run(str(file(tmp_path, HELLO, "hello")))
    rule = f'{{apiGroups: ["{gvr.group}"], resources: ["{gvr.resource}"], verbs: ["list"]}}'
    line = f"not permitted: list {gvr} in namespace default; missing rule: {rule}"
    code, mark = said
    assert f"{mark}{line}" in done.stdout.splitlines()
    assert done.exit_code == code


def test_a_route_that_may_not_be_read_is_told_and_fails(hello: LiveRelease, server: APIServer, tmp_path: Path) -> None:
    """Without it nobody knows what the route gives each version now."""
    path = GVR("networking.istio.io", "v1beta1", "virtualservices").path("default", "hello")
    assert ("GET", path) in server.answers
    server.answers["GET", path] = [status(403, "Forbidden", "you cannot get it", name="")]
    done = run(str(file(tmp_path, HELLO, "hello")))
    assert " ! not permitted: get virtualservices.networking.istio.io default/hello; missing rule: " in done.stdout
    assert done.exit_code == 1


def test_a_missing_crd_is_told_and_fails(hello: LiveRelease, server: APIServer, tmp_path: Path) -> None:
    del server.answers["GET", "/apis/serving.knative.dev/v1"]
    done = run(str(file(tmp_path, HELLO, "hello")))
    assert done.exit_code == 1
    assert "the cluster has no serving.knative.dev/v1: the CRD is not installed" in done.stdout


def test_json(hello: LiveRelease, tmp_path: Path) -> None:
    done = run(str(file(tmp_path, HELLO, "hello")), "-o", "json")
    (release,) = json.loads(done.stdout)["releases"]
    assert (release["name"], release["changes"]) == ("hello", False)
    kinds: list[Any] = [changed["type"] for changed in release["objects"]]
    assert kinds.count("serving.knative.dev/v1/services") == 2
