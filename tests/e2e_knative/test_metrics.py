"""Prometheus, configured as the document says, says of each version under Knative what its callers counted."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from cdk8s_iter8.metrics.version_queries import VersionQueries
from cdk8s_iter8.release.check import load
from tests.e2e.measured import WINDOW, Counted, agrees, counted, queries
from tests.e2e.stack import traffic
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.prometheus import Prometheus, job
from tests.e2e.values import Values, knative, ksvc
from tests.e2e_knative.release import KnativeRelease
from tests.e2e_knative.stack.cluster import KnativeStack
from tests.support.metrics_document import scrape_configs
from tests.support.released import text
from tests.support.released import values as values_of

New = Callable[..., KnativeRelease]

HALF = {"hello-0": 50, "hello-1": 50}
PROBES = 30
"""At most so many requests of its own Knative sends to a revision through its gateway.

It sends one after the other until the gateway has the newest route, so their number depends on the machine.
"""

Probes = dict[tuple[str, str], int]
Queries = dict[str, tuple[VersionQueries, ...]]


@pytest.fixture(scope="module")
def prometheus(cluster: KnativeStack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prometheus]:
    """It finds pods by the API server; the caller's sidecar, which is no pod here, it is told."""
    found: list[dict[str, Any]] = scrape_configs()
    for scraped in found:
        for discovery in scraped["kubernetes_sd_configs"]:
            discovery["kubeconfig_file"] = str(cluster.kubectl.kubeconfig)
    server = Prometheus(tmp_path_factory.mktemp("prometheus"), [*found, job("caller", cluster.sidecar.admin_port)])
    try:
        server.process.start()
        yield server
    finally:
        server.process.stop()


def halves(candidate: str) -> Values:
    return knative("blue-green", ksvc("v1", weight=50), ksvc(candidate, weight=50))


def running(hello: KnativeRelease) -> list[str]:
    """The names of the versions' pods, and the gateway's."""
    return ["gateway", *(pod["metadata"]["name"] for name in hello.named_versions() for pod in hello.pods(name))]


def probes(hello: KnativeRelease, prometheus: Prometheus, asked: Queries, by_caller: dict[str, Counted]) -> Probes:
    """Requests of Knative's own, by version and by who counts them: it sends some through its gateway.

    They are what is counted beside the callers' requests before the next of these is sent.
    """
    prometheus.catch_up(running(hello))
    return {
        (name, each.source): round(prometheus.count(each.requests(WINDOW))) - by_caller.get(name, Counted()).requests
        for name, of_version in asked.items()
        for each in of_version
    }


def assert_few(knatives: Probes, revisions: int) -> None:
    """Pods count none of the probes, the gateway counts those of each revision."""
    for (name, source), number in knatives.items():
        assert 0 <= number <= (PROBES * revisions if source == "gateway" else 0), f"{number} of {name} by {source}"


def compare(
    hello: KnativeRelease, prometheus: Prometheus, asked: Queries, by_caller: dict[str, Counted], more: Probes
) -> None:
    prometheus.catch_up(running(hello))
    for name, version in by_caller.items():
        for each in asked[name]:
            probed = more[name, each.source]
            said = agrees(prometheus, each, replace(version, requests=version.requests + probed))
            hello.figures.note(hello.scenario, f"{name} by {each.source}: {said}, {probed} probes", version.requests)


def test_two_versions_updated_and_asleep(release: New, prometheus: Prometheus) -> None:
    """A version's figures are those of all its revisions and pods, also of pods that have ended."""
    hello = release()
    hello.apply(halves("ill"))
    hello.becomes()
    hello.routed(HALF)
    asked = queries(hello)
    knatives = probes(hello, prometheus, asked, {})
    assert_few(knatives, revisions=1)
    sent = traffic.send(hello.port, hello.host, 200)
    assert counted(sent)["hello-1"].errors > 10
    compare(hello, prometheus, asked, counted(sent), knatives)
    version = halves("ill")
    version["application"]["versions"][1]["ksvcSpecification"]["spec"]["template"]["metadata"] = {
        "annotations": {"example.com/changed": "yes"}
    }
    hello.apply(version)
    hello.serves("hello-1-00002")
    hello.settle()
    knatives = probes(hello, prometheus, asked, counted(sent))
    assert_few(knatives, revisions=2)
    sent.add(traffic.send(hello.port, hello.host, 100))
    compare(hello, prometheus, asked, counted(sent), knatives)
    hello.asleep("hello-0", "hello-1", seconds=120)
    sent.add(traffic.send(hello.port, hello.host, 60))
    assert {reply.body["revision"] for reply in sent.replies} == {"hello-0-00001", "hello-1-00001", "hello-1-00002"}
    compare(hello, prometheus, asked, counted(sent), knatives)


def test_copies(release: New, prometheus: Prometheus) -> None:
    """Copies count for the candidate at the caller's Envoy and at its pods."""
    hello = release()
    hello.apply(knative("mirror", ksvc("v1"), ksvc("ill", weight=50)))
    hello.becomes()
    hello.routed({"hello-0": 1})
    eventually(lambda: bool(hello.requests(5)) and hello.received("hello-1").total(), bool, "a copy")
    hello.answered_by("hello-0", 200)
    time.sleep(1)
    prometheus.catch_up(running(hello))
    copies = hello.received("hello-1").total()
    for asked in queries(hello)["hello-1"]:
        assert prometheus.count(asked.requests(WINDOW)) == copies, asked.source
        assert prometheus.count(asked.errors(WINDOW)) == copies // 4, asked.source
    hello.figures.note(hello.scenario, f"{copies} copies, {copies // 4} with an error, at caller and pods alike")


def test_kserve(release: New, prometheus: Prometheus) -> None:
    """KServe makes a Knative Service for each model; its queries find it by that name."""
    hello = release()
    server, model = ksvc("ill", weight=100), {"metadata": {"name": "hello-0"}}
    hello.apply(knative("blue-green", {**server, "metadata": {"name": "hello-0-predictor"}}))
    hello.becomes()
    hello.routed({"hello-0-predictor": 1})
    file = hello.directory / "model.yaml"
    file.write_text(text(values_of("kserve", "blue-green", model)))
    resolved = load(file, hello.namespace)
    asked = {"hello-0-predictor": resolved.environment.queries(resolved.versions[0])}
    knatives = probes(hello, prometheus, asked, {})
    assert_few(knatives, revisions=1)
    by_caller = counted(traffic.send(hello.port, hello.host, 60))
    assert by_caller["hello-0-predictor"].requests == 60
    compare(hello, prometheus, asked, by_caller, knatives)
