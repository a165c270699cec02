"""Every verb on a cluster without a cluster or with a login that is not accepted: one line, and nothing is changed."""

import base64
import json
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.applied import weighted
from tests.e2e.calls import EVERY, call, everything, somebody
from tests.e2e.stack import ports
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.eventually import eventually
from tests.e2e.verbs import Verbs

pytestmark = pytest.mark.local_envoy


@pytest.fixture
def verbs(stack: Stack, namespace: str, tmp_path: Path) -> Verbs:
    found = Verbs(stack.kubectl.kubeconfig, tmp_path, namespace)
    found.write(weighted(v1=70, v2=30))
    return found


@pytest.mark.parametrize("verb", EVERY)
def test_no_kubeconfig(verb: str, verbs: Verbs) -> None:
    absent = Verbs(verbs.directory / "absent", verbs.directory, verbs.namespace)
    said = f"no cluster: there is no KUBECONFIG={absent.kubeconfig}, and this is not a pod"
    assert absent.refused(*call(verb, verbs)) == [said]


@pytest.mark.parametrize("verb", EVERY)
def test_a_context_that_is_not_there(verb: str, verbs: Verbs) -> None:
    said = f"KUBECONFIG={verbs.kubeconfig}: there is no context 'production' (there are: e2e)"
    assert verbs.refused(*call(verb, verbs), "--context", "production") == [said]


@pytest.mark.parametrize("verb", EVERY)
def test_a_server_that_does_not_answer(verb: str, verbs: Verbs) -> None:
    server = f"https://127.0.0.1:{ports.free()}"
    [line] = somebody(verbs, "away", server=server).refused(*call(verb, verbs))
    assert line == f"context e2e: no answer from {server}: [Errno 111] Connection refused"


@pytest.mark.parametrize("verb", EVERY)
def test_a_server_that_nobody_vouches_for(verb: str, verbs: Verbs, stack: Stack) -> None:
    server = f"https://127.0.0.1:{stack.apiserver.port}"
    [line] = somebody(verbs, "unknown", server=server).refused(*call(verb, verbs))
    assert line.startswith(f"context e2e: no answer from {server}: ")
    assert "certificate verify failed" in line


def test_a_token_that_has_expired(verbs: Verbs, stack: Stack) -> None:
    """The same token is accepted before: only the time makes the difference."""
    grant = f"--serviceaccount={verbs.namespace}:default"
    stack.kubectl("create", "rolebinding", "all", "--clusterrole=cluster-admin", grant, "-n", verbs.namespace)
    valid = somebody(verbs, "valid", user={"token": token(stack, verbs.namespace, 3600)})
    expired = somebody(verbs, "expired", user={"token": token(stack, verbs.namespace, -60)})
    # The API server learns of the grant a moment later.
    eventually(lambda: valid.refused(*call("status", verbs))[0], lambda line: "there is no release" in line, "a login")
    before = everything(stack, verbs.namespace)
    said = "context e2e: the API server does not accept the credentials: they are missing, wrong or expired; log in"
    for verb in EVERY:
        [line] = expired.refused(*call(verb, verbs))
        assert line.startswith(said)
    began = time.monotonic()
    [line] = expired.refused(*call("status", verbs), "--wait", "5m")
    assert line.startswith(said)
    assert time.monotonic() - began < 30, "waiting does not help"
    assert everything(stack, verbs.namespace) == before


def token(stack: Stack, namespace: str, seconds: int) -> str:
    """A token of the namespace's own account that ends in so many seconds, signed with the API server's key."""
    account = {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "default"}}
    stack.kubectl.apply([account], "-n", namespace)
    head, claims, _ = stack.kubectl("create", "token", "default", "-n", namespace).strip().split(".")
    ends = int(time.time()) + seconds
    times = {"iat": ends - 7200, "nbf": ends - 7200, "exp": ends}
    signed = f"{head}.{encoded(json.dumps({**decoded(claims), **times}).encode())}"
    command = ["openssl", "dgst", "-sha256", "-sign", str(stack.apiserver.certificates / "apiserver.key")]
    signature = subprocess.run(command, input=signed.encode(), capture_output=True, check=True).stdout
    return f"{signed}.{encoded(signature)}"


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decoded(part: str) -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return found
