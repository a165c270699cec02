"""`status` and `diff` on the real API server: what they say, what they may not read, what is wrong with a call."""

import functools
import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.e2e import iter8
from tests.e2e.release import BIN, ROOT, Release
from tests.e2e.stack import packages
from tests.e2e.stack.cluster import Cluster, Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.readiness import set_conditions
from tests.e2e.values import Values, blue_green, deployment, knative, ksvc
from tests.support.documents import blocks
from tests.support.released import values

New = Callable[..., Release]
READER = """
apiVersion: v1
kind: ServiceAccount
metadata: {name: reader}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader}
rules:
- {apiGroups: [""], resources: [configmaps], verbs: [get, list]}
- {apiGroups: [networking.istio.io], resources: [virtualservices], verbs: [get]}
"""
KSVC_RULE = '{apiGroups: ["serving.knative.dev"], resources: ["services"], verbs: ["get"]}'


def run(release: Release, *arguments: str, kubeconfig: Path | None = None, status: int = 0) -> str:
    """The command with these arguments; its standard output, and if it should fail its standard error."""
    program = str(BIN / "cdk8s-iter8")
    environment = {**os.environ, "KUBECONFIG": str(kubeconfig or release.cluster.kubectl.kubeconfig)}
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == status, (done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    return done.stdout + (done.stderr if status else "")


def read(release: Release, *arguments: str, status: int = 0) -> dict[str, Any]:
    """The release as `status -o json` has it."""
    said = run(release, "status", release.name, "-n", release.namespace, "-o", "json", *arguments, status=status)
    (found,) = json.loads(said)["releases"]
    return dict(found)


def in_cluster(release: Release) -> list[Any]:
    """The release's objects, without what its controller writes at any time: finalizers, and who wrote which field."""
    said = release.cluster.kubectl("get", "cm,svc,ksvc", "-n", release.namespace, "-o", "json")
    items: list[Any] = json.loads(said)["items"]
    for item in items:
        for key in ("finalizers", "managedFields", "resourceVersion"):
            item["metadata"].pop(key, None)
    return items


def file(release: Release, given: Values) -> Path:
    """A values file of the release."""
    given = yaml.safe_load(yaml.safe_dump(given))
    given["application"].setdefault("metadata", {})["namespace"] = release.namespace
    path = release.directory / f"{release.name}.yaml"
    path.write_text(yaml.safe_dump(given))
    return path


def gets(status: dict[str, Any]) -> dict[str, float]:
    """The percentage of each version, of all requests."""
    return {version["name"]: sum(share["percent"] for share in version["gets"]) for version in status["versions"]}


@pytest.mark.own_controller("the page names the routing controller")
def test_the_document(cluster: Cluster) -> None:
    """docs/status.md shows what the commands print, but for ages."""
    text = (ROOT / "docs" / "status.md").read_text()
    environment = {**os.environ, "KUBECONFIG": str(cluster.kubectl.kubeconfig), "NO_COLOR": "1"}
    environment["PATH"] = os.pathsep.join([str(packages.kubectl().parent), str(BIN), environment["PATH"]])

    def ageless(output: str) -> str:
        return re.sub(r"\b[0-9]+[smh]([0-9]+[sm])?\b *", "AGE", output.strip())

    def said(command: str) -> str:
        shell = ["bash", "-o", "pipefail", "-c", command]
        done = subprocess.run(shell, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        return ageless(done.stdout)

    manifests = "cdk8s-iter8 template examples/shop.yaml"
    said(f"{manifests} | kubectl apply -f -")
    try:
        for name in ("shop-v1", "shop-v2"):
            set_conditions(cluster.api, "ksvc", "default", name, Ready="True", RoutesReady="True")
        said("cdk8s-iter8 status shop --wait 60s")
        transcript = "\n".join(blocks(text, "text"))
        commands = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", transcript, re.MULTILINE)
        assert len(commands) == 5
        for command, output in commands:
            if command.startswith("kubectl"):
                assert said(command) == output.strip()
            else:  # the route follows a moment later
                expected = ageless(output)
                eventually(functools.partial(said, command), expected.__eq__, f"{command}:\n{expected}")
        label, status = [line for block in blocks(text, "shell") for line in block.splitlines()]
        cluster.kubectl("annotate", "configmap/shop-v2-weight-config", "iter8.tools/weight=10", "--overwrite")
        assert "as declared" in said(status)
        if own := cluster.api.get("cm", "iter8-system", "iter8") is None:
            cluster.kubectl("create", "configmap", "iter8", "--namespace", "iter8-system")
        assert said(label).startswith("configmap/iter8 ")
        if own:
            cluster.kubectl("delete", "configmap", "iter8", "--namespace", "iter8-system")
    finally:
        said(f"{manifests} | kubectl delete -f - --timeout=60s")


def test_a_release_that_is_as_declared(started: Release) -> None:
    status = read(started, "--wait", "30s")
    assert status["settled"], status["reasons"]
    assert gets(status) == {"hello-0": 30, "hello-1": 70}
    assert status["routes"][0]["controller"] in ("cdk8s-iter8", "iter8-controller")
    assert "hello in" in run(started, "status", "-n", started.namespace)


def test_an_override_and_a_version_that_is_not_ready(started: Release) -> None:
    kubectl = started.cluster.kubectl
    kubectl("annotate", "-n", started.namespace, "cm/hello-0-weight-config", "iter8.tools/weight=90", "--overwrite")
    eventually(lambda: gets(read(started))["hello-0"], lambda share: share == 56.25, "the route with the override")
    status = read(started)
    assert [(version["declaredWeight"], version["liveWeight"]) for version in status["versions"]] == [
        (30, 90),
        (70, 70),
    ]
    started.ready("hello-1", status="False")
    eventually(lambda: gets(read(started)), lambda seen: seen == {"hello-0": 100, "hello-1": 0}, "the route without it")
    status = read(started)
    assert not status["settled"]
    rule = "Ready" if iter8.binary() else "RoutesReady"
    assert status["versions"][1]["reason"] == f"ksvc hello-1 condition {rule} is False"


def test_a_file_that_is_not_applied_yet(started: Release) -> None:
    path = file(started, blue_green(50, 50))
    said = run(started, "status", "--file", str(path), "--wait", "2s", status=1)
    assert "version hello-0 has weight 50 in the file, 30 in the cluster" in said
    started.apply(blue_green(50, 50))
    run(started, "status", "--file", str(path), "--wait", "30s")


def test_waiting_for_a_pipeline(release: New) -> None:
    """From before the first object is there until all is ready."""
    hello = release()
    program = [str(BIN / "cdk8s-iter8"), "status", "hello", "-n", hello.namespace]
    environment = {**os.environ, "KUBECONFIG": str(hello.cluster.kubectl.kubeconfig)}
    waiting = subprocess.Popen([*program, "--wait", "60s"], env=environment, stdout=subprocess.PIPE, text=True)
    hello.apply(blue_green(30, 70))
    assert waiting.poll() is None
    hello.ready()
    said, _ = waiting.communicate(timeout=60)
    assert waiting.returncode == 0, said
    assert "as declared" in said


@pytest.mark.parametrize("strategy", ["canary", "mirror", "none"])
def test_strategies(release: New, strategy: str) -> None:
    match = [{"headers": {"traffic": {"exact": "test"}}}]
    more: Values = {"match": match} if strategy == "canary" else {"weight": 40} if strategy == "mirror" else {}
    hello = release()
    hello.apply(knative(strategy, ksvc("v1"), ksvc("v2", **more)))
    hello.ready()
    status = read(hello, "--wait", "30s")
    expected = {
        "canary": [{"requests": ["header traffic = test"], "percent": 100, "mirrored": False}],
        "mirror": [{"requests": [], "percent": 40, "mirrored": True}],
        "none": [],
    }
    assert status["versions"][1]["gets"] == expected[strategy]


@pytest.mark.parametrize("environment", ["deployment-istio", "deployment-gtw"])
def test_deployments(release: New, environment: str) -> None:
    hello = release()
    hello.apply(deployment(environment, "blue-green", {"weight": 25}, {"weight": 75}))
    hello.ready()
    status = read(hello, "--wait", "30s")
    assert gets(status) == {"hello-0": 25, "hello-1": 75}


@pytest.mark.parametrize("environment", ["kserve", "kserve-modelmesh-istio"])
def test_models(release: New, environment: str) -> None:
    """Versions behind one gateway differ in the headers that the route sets."""
    hello = release()
    hello.apply(values(environment, "blue-green", {"weight": 20}, {"weight": 80}))
    for name in ("hello-0", "hello-1"):
        set_conditions(hello.cluster.api, "isvc", hello.namespace, name, Ready="True")
    status = read(hello, "--wait", "30s")
    assert gets(status) == {"hello-0": 20, "hello-1": 80}


def test_an_account_that_only_reads(started: Release, stack: Stack) -> None:
    """It says which rule is missing; with it, status needs nothing more."""
    namespace = started.namespace
    rules = started.directory / "reader.yaml"
    rules.write_text(READER)
    stack.kubectl("apply", "-n", namespace, "-f", str(rules))
    stack.kubectl(
        "create", "rolebinding", "reader", "--role=reader", f"--serviceaccount={namespace}:reader", "-n", namespace
    )
    token = stack.kubectl("create", "token", "reader", "-n", namespace).strip()
    kubeconfig = stack.apiserver.kubeconfig(f"reader-{namespace}", token)
    said = run(started, "status", "hello", "-n", namespace, kubeconfig=kubeconfig, status=1)
    assert f"not permitted: get services.serving.knative.dev {namespace}/hello-0; missing rule: {KSVC_RULE}" in said
    rules.write_text(READER + f"- {KSVC_RULE}\n")
    stack.kubectl("apply", "-n", namespace, "-f", str(rules))
    eventually(
        lambda: (
            subprocess.run(
                [str(BIN / "cdk8s-iter8"), "status", "hello", "-n", namespace],
                env={**os.environ, "KUBECONFIG": str(kubeconfig)},
                capture_output=True,
                text=True,
                check=False,
            ).stdout
        ),
        lambda text: "blue-green, as declared" in text,
        "a status for the reader",
    )
    said = run(started, "status", "-A", kubeconfig=kubeconfig, status=1)
    assert 'list configmaps in all namespaces; missing rule: {apiGroups: [""], resources: ["configmaps"]' in said


def test_bad_input(started: Release, stack: Stack) -> None:
    """One line each, no traceback."""
    expired = stack.apiserver.kubeconfig(f"expired-{started.namespace}", "no-token-of-this-cluster")
    cases = {
        ("status", "absent", "-n", started.namespace): f"there is no release 'absent' in namespace {started.namespace}",
        ("status", "hello", "-n", "kube-system"): "there is no release 'hello' in namespace kube-system",
        ("status", "--context", "absent"): "there is no context 'absent'",
    }
    for arguments, line in cases.items():
        said = run(started, *arguments, status=1)
        assert line in said
        assert said.count("\n") == 1
    said = run(started, "status", kubeconfig=expired, status=1)
    assert "the API server does not accept the credentials" in said
    assert said.count("\n") == 1


def test_a_finalizer_that_hangs(started: Release) -> None:
    kubectl = started.cluster.kubectl
    patch = '{"metadata":{"finalizers":["example.com/hold"]}}'
    kubectl("patch", "-n", started.namespace, "ksvc/hello-1", "--type=merge", "-p", patch)
    kubectl("delete", "-n", started.namespace, "ksvc/hello-1", "--wait=false")

    def hanging() -> str:
        return "\n".join(line for version in read(started)["versions"] for line in version["hanging"])

    eventually(hanging, lambda said: "waits for the finalizer" in said and "example.com/hold" in said, "what hangs")
    kubectl("patch", "-n", started.namespace, "ksvc/hello-1", "--type=merge", "-p", '{"metadata":{"finalizers":null}}')


def test_diff_changes_nothing_and_says_what_an_apply_would(started: Release) -> None:
    before = in_cluster(started)
    path = file(started, blue_green(30, 70))
    said = run(started, "diff", str(path))
    assert " = 6 objects unchanged\n" in said
    path = file(started, knative("blue-green", ksvc("v1", weight=50), ksvc("v3", metadata={"name": "hello-v3"})))
    lines = run(started, "diff", str(path)).splitlines()
    assert " + ksvc hello-v3" in lines
    assert " - ksvc hello-1" in lines
    assert "     version hello-0: weight 30 → 50" in lines
    assert " hello-1   70%  gone       gone" in lines
    assert in_cluster(started) == before


def test_diff_of_a_release_that_is_not_there(release: New) -> None:
    hello = release()
    lines = run(hello, "diff", str(file(hello, blue_green(30, 70)))).splitlines()
    assert len([line for line in lines if line.startswith(" + ")]) == 6
    assert lines[-2:] == [" hello-0  new  30%        100%", " hello-1  new  70%        100%"]


def test_diff_and_apply_drop_the_same_fields_of_a_plain_apply(release: New) -> None:
    """`kubectl apply` has set an annotation that the file no longer has."""
    hello = release()
    hello.apply(blue_green(30, 70, metadata={"annotations": {"example.com/team": "greeters"}}))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    path = file(hello, blue_green(30, 70))
    assert "metadata.annotations['example.com/team']: 'greeters' → absent" in run(hello, "diff", str(path))
    run(hello, "apply", str(path), "--timeout", "60s")
    ksvc = hello.cluster.api.get("ksvc", hello.namespace, "hello-0")
    assert ksvc is not None
    # What is nobody's stays, such as an annotation of a webhook.
    assert list(ksvc["metadata"]["annotations"]) == ["kubectl.kubernetes.io/last-applied-configuration"]
    assert " = 6 objects unchanged\n" in run(hello, "diff", str(path))


def test_diff_says_whose_an_object_is(started: Release) -> None:
    mark = "argocd.argoproj.io/tracking-id=shop:serving.knative.dev/Service:default/hello-1"
    started.cluster.kubectl("annotate", "-n", started.namespace, "ksvc/hello-1", mark)
    said = run(started, "diff", str(file(started, blue_green(30, 70))))
    assert "     ! belongs to Argo CD (application shop, by argocd.argoproj.io/tracking-id)" in said


def test_diff_says_whose_a_field_is(started: Release) -> None:
    theirs = {
        "apiVersion": "serving.knative.dev/v1",
        "kind": "Service",
        "metadata": {"name": "hello-1"},
        "spec": {"template": {"spec": {"timeoutSeconds": 7}}},
    }
    manifest = started.directory / "theirs.yaml"
    manifest.write_text(yaml.safe_dump(theirs))
    changed = blue_green(30, 70)
    template = changed["application"]["versions"][1]["ksvcSpecification"]["spec"]["template"]
    template["spec"]["timeoutSeconds"] = 9
    started.cluster.kubectl(
        "apply", "--server-side", "--field-manager=ed", "-n", started.namespace, "-f", str(manifest)
    )
    said = run(started, "diff", str(file(started, changed)))
    assert '! spec.template.spec.timeoutSeconds belongs to field manager "ed"' in said
    assert "spec.template.spec.timeoutSeconds: 7 → 9" in said
