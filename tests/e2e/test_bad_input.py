"""What the cluster does not have, and what is no release, version or weight: one line each, and nothing is changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.e2e.applied import shares, weighted
from tests.e2e.calls import NAMED, call, everything
from tests.e2e.serving import serving
from tests.e2e.stack.apiserver import APIServer
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.etcd import etcd
from tests.e2e.stack.kubectl import Kubectl
from tests.e2e.verbs import Verbs

pytestmark = pytest.mark.local_envoy

TWO = weighted(v1=70, v2=30)
OWN = ("-l", "app.kubernetes.io/instance=hello", "-o", "name")


@pytest.fixture
def verbs(stack: Stack, namespace: str, tmp_path: Path) -> Verbs:
    """Somebody with a values file that is not applied."""
    found = Verbs(stack.kubectl.kubeconfig, tmp_path, namespace)
    found.write(TWO)
    return found


@pytest.fixture
def applied(verbs: Verbs, stack: Stack) -> Iterator[Verbs]:
    with serving(stack, verbs.namespace):
        verbs.apply()
        yield verbs


# --- no such release, version, weight, namespace -------------------------------------------------


@pytest.mark.parametrize("verb", NAMED)
def test_a_release_that_is_not_there(verb: str, verbs: Verbs) -> None:
    verbs.name = "nowhere"
    said = f"there is no release 'nowhere' in namespace {verbs.namespace} (context e2e)"
    assert verbs.refused(*call(verb, verbs)) == [said]


def test_a_name_that_two_namespaces_have(verbs: Verbs, stack: Stack) -> None:
    """Each verb names the namespaces and takes none of them."""
    beside = [f"{verbs.namespace}-{number}" for number in (1, 2)]
    for namespace in beside:
        stack.kubectl("create", "namespace", namespace)
        there = Verbs(verbs.kubeconfig, verbs.directory, namespace, "twice")
        there.write(weighted(v1=1))
        stack.kubectl("apply", "-f", "-", stdin=there.run("template", there.file))
    verbs.name = "twice"
    try:
        for verb in NAMED:
            [line] = verbs.refused(*call(verb, verbs))
            absent, _, several = line.partition("; ")
            assert absent == f"there is no release 'twice' in namespace {verbs.namespace} (context e2e)"
            assert several == f"there are several, in {', '.join(beside)}: say which by --namespace"
        assert all("cm twice-routemap" in everything(stack, namespace) for namespace in beside)
        verbs.namespace = beside[1]
        verbs.delete()
        assert [bool(everything(stack, namespace).get("cm twice-routemap")) for namespace in beside] == [True, False]
    finally:
        Verbs(verbs.kubeconfig, verbs.directory, beside[0], "twice").delete()


def test_what_is_no_version_or_no_weight(applied: Verbs, stack: Stack) -> None:
    before = everything(stack, applied.namespace)
    live = ("weights", "hello", "--live", "-n", applied.namespace)
    version, *weights = applied.refused(*live, "hello-v3=1", "hello-v1=1000001", "hello-v2=-1")
    assert version.startswith(f"'hello-v3' is not a version of {applied.namespace}/hello; did you mean 'hello-v")
    assert version.endswith("(its versions: hello-v1, hello-v2)")
    assert weights == [
        "hello-v1: 1000001 is not a weight (an integer from 0 to 1000000)",
        "hello-v2: -1 is not a weight (an integer from 0 to 1000000)",
    ]
    for text in ("hello-v1=half", "hello-v1=1.5", "hello-v1=", "hello-v1"):
        process = applied.start(*live, text)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out) == (2, "")
        assert f"'{text}' is not VERSION=WEIGHT, the weight an integer, such as hello-1=10" in " ".join(err.split())
    assert everything(stack, applied.namespace) == before
    assert shares(applied, stack) == {"hello-v1": 70, "hello-v2": 30}


def test_a_namespace_that_is_not_there(verbs: Verbs) -> None:
    absent = Verbs(verbs.kubeconfig, verbs.directory, "absent", "nowhere")
    absent.write(TWO)
    assert absent.refused(*call("apply", absent)) == ["there is no namespace absent (context e2e)"]
    for verb in NAMED:
        said = "there is no release 'nowhere' in namespace absent (context e2e)"
        assert absent.refused(*call(verb, absent)) == [said]


def test_values_that_are_wrong(applied: Verbs, stack: Stack) -> None:
    """All that is wrong is told, and the cluster is not asked."""
    before = everything(stack, applied.namespace)
    text = applied.file.read_text()
    applied.file.write_text(text.replace("weight: 30", "weight: -3").replace("strategy: blue-green", "strategy: blue"))
    for verb in ("apply", "diff"):
        lines = applied.refused(verb, applied.file)
        assert [line.split(": ")[1] for line in lines] == ["application.strategy", "application.versions[1].weight"]
        assert all(line.startswith(f"{applied.file}:") for line in lines)
    assert everything(stack, applied.namespace) == before


# --- no such type --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APIServer]:
    """A cluster without any CRD."""
    directory = tmp_path_factory.mktemp("bare")
    store, address = etcd(directory)
    server = APIServer(directory, address)
    try:
        store.start()
        server.process.start()
        yield server
    finally:
        server.process.stop()
        store.stop()


@pytest.fixture
def uncustomized(bare: APIServer, tmp_path: Path) -> Verbs:
    found = Verbs(bare.kubeconfig("admin", bare.token), tmp_path, "default")
    found.write(TWO)
    return found


def test_a_crd_that_is_missing(uncustomized: Verbs) -> None:
    said = "context e2e: the cluster has no serving.knative.dev/v1: the CRD is not installed"
    assert uncustomized.refused(*call("apply", uncustomized)) == [said]
    assert Kubectl(uncustomized.kubeconfig)("get", "cm,svc", *OWN) == "", "nothing is applied"
    assert f" ! {said}\n" in uncustomized.run("diff", uncustomized.file, code=1)
    for verb in NAMED:
        absent = "there is no release 'hello' in namespace default (context e2e)"
        assert uncustomized.refused(*call(verb, uncustomized)) == [absent]


def test_a_release_whose_crds_are_gone(uncustomized: Verbs) -> None:
    """What is left of it is shown, and can be deleted."""
    kubectl = Kubectl(uncustomized.kubeconfig)
    template = yaml.safe_load_all(uncustomized.run("template", uncustomized.file))
    kubectl.apply([item for item in template if item["apiVersion"] == "v1"])
    said = uncustomized.run("status", "hello")
    assert "hello in default: blue-green, not as declared" in said
    assert " ! hello-v1 is not ready: ksvc hello-v1 does not exist\n" in said
    for missing in (
        "services.serving.knative.dev of version v1",
        "virtualservices.networking.istio.io of version v1beta1",
    ):
        assert f" ! context e2e: the cluster has no {missing}: the CRD is not installed\n" in said
    assert "default/hello: gone" in uncustomized.delete()
    assert kubectl("get", "cm,svc", *OWN) == ""
