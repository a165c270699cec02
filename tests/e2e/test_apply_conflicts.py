"""Objects that somebody else has made or owns: what apply and delete take over, and what they refuse by name."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.applied import left, objects, shares, weighted
from tests.e2e.serving import serving
from tests.e2e.stack.api import path
from tests.e2e.stack.cluster import Stack
from tests.e2e.verbs import Verbs

pytestmark = pytest.mark.local_envoy

ONE = weighted(v1=100)


@pytest.fixture
def verbs(stack: Stack, namespace: str, tmp_path: Path) -> Iterator[Verbs]:
    with serving(stack, namespace):
        yield Verbs(stack.kubectl.kubeconfig, tmp_path, namespace)


def kubectl_apply(verbs: Verbs, stack: Stack, *arguments: str) -> None:
    """A plain `kubectl apply` of what the values make."""
    yaml = verbs.run("template", verbs.file)
    stack.kubectl("apply", "-f", "-", *arguments, stdin=yaml)


def test_kubectl_apply_before_and_after(verbs: Verbs, stack: Stack) -> None:
    """It does no harm: what it has set is taken over, also what the values drop later."""
    labelled = weighted(v1=70, v2=30)
    labelled["application"]["metadata"] = {"labels": {"team": "shop"}}
    verbs.write(labelled)
    kubectl_apply(verbs, stack)
    said = verbs.apply(weighted(v1=60, v2=40))
    assert "taken over: the fields of kubectl apply" in said
    ksvc = stack.api.get("ksvc", verbs.namespace, "hello-v1")
    assert ksvc is not None
    assert "team" not in ksvc["metadata"]["labels"]
    last = "kubectl.kubernetes.io/last-applied-configuration"
    assert last in ksvc["metadata"]["annotations"]
    (kept,) = [entry for entry in ksvc["metadata"]["managedFields"] if entry["manager"] == "kubectl-client-side-apply"]
    assert kept["fieldsV1"] == {"f:metadata": {"f:annotations": {f"f:{last}": {}}}}
    assert shares(verbs, stack) == {"hello-v1": 60, "hello-v2": 40}
    verbs.write(weighted(v1=50, v2=50))
    kubectl_apply(verbs, stack)
    verbs.apply(weighted(v1=20, v2=80))
    assert shares(verbs, stack) == {"hello-v1": 20, "hello-v2": 80}
    verbs.apply(weighted(v2=100))
    assert left(verbs, stack) == objects("hello-v2")
    kubectl_apply(verbs, stack)
    assert left(verbs, stack) == objects("hello-v2")


def test_a_server_side_apply_of_kubectl(verbs: Verbs, stack: Stack) -> None:
    """It is another field manager: what has the same value is taken over, another value is refused by name."""
    verbs.write(weighted(v1=70, v2=30))
    kubectl_apply(verbs, stack, "--server-side")
    newer = weighted(v1=70, v2=30)
    first = newer["application"]["versions"][0]["ksvcSpecification"]
    first["spec"]["template"]["spec"]["containers"][0]["image"] += "-newer"
    field = '.spec.template.spec.containers belongs to the field manager "kubectl"; --force-conflicts takes it over'
    assert verbs.apply(newer, code=1).splitlines() == [f"ksvc {verbs.namespace}/hello-v1: {field}"]
    verbs.apply(weighted(v1=70, v2=30))
    assert shares(verbs, stack) == {"hello-v1": 70, "hello-v2": 30}
    kubectl_apply(verbs, stack, "--server-side", "--force-conflicts")
    verbs.apply(newer, "--force-conflicts")
    assert shares(verbs, stack) == {"hello-v1": 70, "hello-v2": 30}


def test_a_field_of_another_manager(verbs: Verbs, stack: Stack) -> None:
    verbs.apply(ONE)
    patch = {"spec": {"template": {"spec": {"timeoutSeconds": 7, "containers": [{"name": "user", "image": "mine"}]}}}}
    ksvc = f"{path('ksvc', verbs.namespace, 'hello-v1')}?fieldManager=ed"
    stack.api.request("PATCH", ksvc, patch, "application/merge-patch+json")
    said = verbs.apply(None, code=1)
    assert f"ksvc {verbs.namespace}/hello-v1: .spec.template.spec.containers" in said
    assert 'belongs to the field manager "ed"' in said
    assert "--force-conflicts takes it over" in said
    verbs.apply(None, "--force-conflicts")
    live = stack.api.get("ksvc", verbs.namespace, "hello-v1")
    assert live is not None
    assert live["spec"]["template"]["spec"]["timeoutSeconds"] == 7, "a field that no value sets is anybody's"
    assert live["spec"]["template"]["spec"]["containers"][0]["image"] != "mine"


@pytest.mark.parametrize("kind", ["ksvc", "cm"])
def test_an_override_of_a_weight_is_nobodys_conflict(verbs: Verbs, stack: Stack, kind: str) -> None:
    verbs.apply(weighted(v1=70, v2=30))
    name = "hello-v2-weight-config" if kind == "cm" else "hello-v2"
    annotation = ["annotate", "--overwrite", "-n", verbs.namespace, f"{kind}/{name}", "iter8.tools/weight=90"]
    stack.kubectl(*annotation)
    verbs.apply()
    assert shares(verbs, stack) == {"hello-v1": 70, "hello-v2": 30}


HELM = {
    "labels": {"app.kubernetes.io/managed-by": "Helm"},
    "annotations": {"meta.helm.sh/release-name": "hello", "meta.helm.sh/release-namespace": "default"},
}
ARGO = {"annotations": {"argocd.argoproj.io/tracking-id": "web:/ConfigMap:default/hello"}}
FLUX = {"labels": {"kustomize.toolkit.fluxcd.io/name": "web", "kustomize.toolkit.fluxcd.io/namespace": "flux-system"}}


@pytest.mark.parametrize(
    ("manager", "marks", "owner"),
    [
        ("helm", HELM, "Helm (hello, by meta.helm.sh/release-name)"),
        ("argocd-controller", ARGO, "Argo CD (application web, by argocd.argoproj.io/tracking-id)"),
        ("kustomize-controller", FLUX, "Flux (Kustomization flux-system/web, by kustomize.toolkit.fluxcd.io/name)"),
    ],
    ids=["helm", "argo", "flux"],
)
def test_an_object_that_belongs_to_a_tool(
    verbs: Verbs, stack: Stack, manager: str, marks: dict[str, dict[str, str]], owner: str
) -> None:
    weight = {"annotations": {**marks.get("annotations", {}), "iter8.tools/weight": "7"}}
    metadata = {"name": "hello-v1-weight-config", "namespace": verbs.namespace, **marks, **weight}
    body = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata}
    stack.api.apply("cm", verbs.namespace, "hello-v1-weight-config", body, manager)
    said = verbs.apply(ONE, code=1)
    assert f"configmap {verbs.namespace}/hello-v1-weight-config belongs to {owner}; --adopt takes it over" in said
    assert left(verbs, stack) == {"cm hello-v1-weight-config"}, "nothing is applied"
    verbs.apply(None, "--adopt")
    assert shares(verbs, stack) == {"hello-v1": 100}
    item = stack.api.get("cm", verbs.namespace, "hello-v1-weight-config")
    assert item is not None
    if manager == "helm":
        assert not [key for key in item["metadata"]["annotations"] if "helm" in key]
        assert item["metadata"]["labels"]["app.kubernetes.io/managed-by"] == "cdk8s-iter8"
        verbs.delete()
    else:
        assert f"belongs to {owner}; --owned deletes it too" in verbs.delete(code=1)
        verbs.delete("--owned")
    assert left(verbs, stack) == set()


def test_what_belongs_to_a_tool_is_not_pruned(verbs: Verbs, stack: Stack) -> None:
    verbs.apply(weighted(v1=70, v2=30))
    mark = "argocd.argoproj.io/tracking-id=web:serving.knative.dev/Service:default/hello-v2"
    stack.kubectl("annotate", "-n", verbs.namespace, "ksvc/hello-v2", mark)
    owner = "Argo CD (application web, by argocd.argoproj.io/tracking-id)"
    stays = f"ksvc {verbs.namespace}/hello-v2 stays: it belongs to {owner}; --adopt deletes it"
    assert stays in verbs.apply(ONE, "--dry-run")
    assert stays in verbs.apply()
    assert left(verbs, stack) == objects("hello-v1") | {"ksvc hello-v2"}
    assert shares(verbs, stack) == {"hello-v1": 100}
    verbs.apply(None, "--adopt")
    assert left(verbs, stack) == objects("hello-v1")


def test_what_another_release_has(verbs: Verbs, stack: Stack) -> None:
    """A Service of the same name in another release is named, not overwritten."""
    verbs.apply(ONE)
    other = Verbs(verbs.kubeconfig, verbs.directory, verbs.namespace, "shop")
    said = other.apply(ONE, code=1)
    assert f"ksvc {verbs.namespace}/hello-v1 belongs to the release hello; --adopt" in said
    assert not [item for item in stack.api.list("cm", verbs.namespace) if item["metadata"]["name"].startswith("shop")]


def test_everything_that_is_refused_is_told_and_nothing_is_applied(verbs: Verbs, stack: Stack) -> None:
    verbs.namespace, there = "not-there", verbs.namespace
    assert verbs.apply(ONE, code=1) == "there is no namespace not-there (context e2e)\n"
    verbs.namespace = there
    assert "there is no release 'hello' in namespace" in verbs.delete(code=1)
    assert "there is no release 'hello' in namespace" in verbs.weights("hello-v1=1", "--live", code=1)
    verbs.apply(weighted(v1=1, v2=1))
    said = verbs.weights("hello-v3=1", "hello-v1=1000001", "--live", code=1)
    assert "'hello-v3' is not a version of" in said
    assert "did you mean 'hello-v" in said
    assert "hello-v1: 1000001 is not a weight (an integer from 0 to 1000000)" in said


def test_a_user_who_may_not_write(verbs: Verbs, stack: Stack) -> None:
    """Every refused object is named with the rule that is missing."""
    name = "reader"
    rules = [{"apiGroups": ["", "serving.knative.dev"], "resources": ["*"], "verbs": ["get", "list"]}]
    stack.kubectl.apply(
        [
            {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": name}},
            {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "metadata": {"name": name}, "rules": rules},
            {
                "apiVersion": "rbac.authorization.k8s.io/v1",
                "kind": "RoleBinding",
                "metadata": {"name": name},
                "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": name},
                "subjects": [{"kind": "ServiceAccount", "name": name, "namespace": verbs.namespace}],
            },
        ],
        "-n",
        verbs.namespace,
    )
    token = json.loads(stack.kubectl("create", "token", name, "-n", verbs.namespace, "-o", "json"))["status"]["token"]
    reader = Verbs(stack.apiserver.kubeconfig(name, token), verbs.directory, verbs.namespace)
    said = reader.apply(ONE, code=1)
    ksvc = '{apiGroups: ["serving.knative.dev"], resources: ["services"], verbs: ["patch"]}'
    assert f"not permitted: patch services.serving.knative.dev {verbs.namespace}/hello-v1; missing rule: {ksvc}" in said
    assert '{apiGroups: [""], resources: ["configmaps"], verbs: ["patch"]}' in said
    assert left(verbs, stack) == set()
