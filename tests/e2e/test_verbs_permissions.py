"""What each verb on a cluster may have to do: what is missing is told, is enough, and is what the documents say."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.e2e.applied import weighted
from tests.e2e.calls import EVERY, call, everything, somebody
from tests.e2e.serving import serving
from tests.e2e.stack.cluster import Stack
from tests.e2e.verbs import Verbs

pytestmark = pytest.mark.local_envoy

RULE = re.compile(r"^(?!.*not looked at for what to prune).*missing rule: (\{.*?\})$", re.MULTILINE)
"""What a verb cannot do without; it only notes what it has not looked at."""
OBJECTS = {"configmaps", "services", "services.serving.knative.dev"}
OTHERS = {
    "deployments.apps",
    "inferenceservices.serving.kserve.io",
    "referencegrants.gateway.networking.k8s.io",
    "serviceentries.networking.istio.io",
}
ROUTES = {"virtualservices.networking.istio.io", "httproutes.gateway.networking.k8s.io"}
LIVE = {"get list patch": {"configmaps"}, "get": {"services.serving.knative.dev", *ROUTES}}
MAY = {
    "diff": {"get list create patch": OBJECTS, "get": ROUTES},
    "apply": {"get list create patch delete": OBJECTS, "get": ROUTES},
    "status": {"list get": {"configmaps"}, "get": {"services.serving.knative.dev", *ROUTES}},
    "weights": LIVE,
    "clear": LIVE,
    "delete": {"get list delete": OBJECTS, "get delete": ROUTES, "list": OTHERS},
}
"""What docs/status.md and docs/apply.md say, for a release of Knative Services."""


@pytest.fixture
def verbs(stack: Stack, namespace: str, tmp_path: Path) -> Iterator[Verbs]:
    """Somebody whose release is applied."""
    found = Verbs(stack.kubectl.kubeconfig, tmp_path, namespace)
    with serving(stack, namespace):
        found.apply(weighted(v1=70, v2=30))
        yield found


@pytest.mark.parametrize("verb", EVERY)
def test_the_missing_rules_are_told_and_are_enough(verb: str, verbs: Verbs, stack: Stack) -> None:
    """Whoever adds the rules that a verb names can run it in the end; until then it changes nothing."""
    namespace = verbs.namespace
    other = somebody(verbs, "somebody", user={"token": account(stack, namespace)})
    before = everything(stack, namespace)
    rules: list[dict[str, Any]] = []
    while (said := told(other, call(verb, verbs))) is not None:
        assert everything(stack, namespace) == before
        missing = [yaml.safe_load(rule) for rule in RULE.findall(said)]
        assert missing, said
        rules += (new := [rule for rule in missing if rule not in rules])
        stack.kubectl.apply([role(rules)], "-n", namespace)
        assert len(rules) < 50, said
        time.sleep(0.1 if new else 0.5)  # the API server learns of rules a moment later
    assert asked(rules) <= may(verb), asked(rules) - may(verb)
    assert (everything(stack, namespace) == before) == (verb in ("diff", "status", "clear"))


def told(verbs: Verbs, arguments: tuple[object, ...]) -> str | None:
    """What a verb says that is not permitted; None: it has done all."""
    process = verbs.start(*arguments)
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    assert process.returncode in (0, 1), err
    lines = err.splitlines()
    assert lines == [
        line for line in lines if line.startswith(("not permitted: ", "not looked at for what to prune: "))
    ]
    return None if process.returncode == 0 else out + err


def asked(rules: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """Verbs and types of rules."""
    return {
        (verb, f"{resource}.{rule['apiGroups'][0]}".rstrip("."))
        for rule in rules
        for resource in rule["resources"]
        for verb in rule["verbs"]
    }


def may(verb: str) -> set[tuple[str, str]]:
    return {(each, of) for verbs, types in MAY[verb].items() for each in verbs.split() for of in types}


def account(stack: Stack, namespace: str) -> str:
    """The token of an account that may do what the role `somebody` says, which says nothing yet."""
    metadata = {"name": "somebody"}
    group = "rbac.authorization.k8s.io"
    binding = {
        "apiVersion": f"{group}/v1",
        "kind": "RoleBinding",
        "metadata": metadata,
        "subjects": [{"kind": "ServiceAccount", "name": "somebody", "namespace": namespace}],
        "roleRef": {"apiGroup": group, "kind": "Role", "name": "somebody"},
    }
    person = {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": metadata}
    stack.kubectl.apply([person, role([]), binding], "-n", namespace)
    return stack.kubectl("create", "token", "somebody", "-n", namespace).strip()


def role(rules: list[dict[str, Any]]) -> dict[str, Any]:
    group = "rbac.authorization.k8s.io/v1"
    return {"apiVersion": group, "kind": "Role", "metadata": {"name": "somebody"}, "rules": rules}
