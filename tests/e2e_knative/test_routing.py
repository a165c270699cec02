"""Strategies under the real Knative, also from zero; callers without a sidecar; releases beside each other."""

from collections.abc import Callable
from pathlib import Path

import yaml

from tests.e2e.release import DEVIATIONS, synth
from tests.e2e.stack import istiod, traffic
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.traffic import Client, Tally
from tests.e2e.values import Values, blue_green, knative, ksvc
from tests.e2e_knative.release import KnativeRelease
from tests.e2e_knative.stack import manifests
from tests.e2e_knative.stack.cluster import KnativeStack
from tests.e2e_knative.stack.gateway import LABELS, LOCAL_PORT

New = Callable[..., KnativeRelease]

LOCAL_GATEWAY = "knative-local-gateway"


def test_three_versions(release: New) -> None:
    hello = release()
    hello.apply(blue_green(50, 30, 20))
    hello.becomes()
    hello.splits({"hello-0": 50, "hello-1": 30, "hello-2": 20})


def test_canary_also_from_zero(release: New) -> None:
    """The request that matches wakes the candidate, and no other."""
    hello = release()
    hello.apply(knative("canary", ksvc("v1"), ksvc("v2")))
    hello.becomes()
    hello.ruled("hello-1", "hello-0")
    hello.answered_by("hello-0")
    hello.answered_by("hello-1", headers={"traffic": "test"})
    hello.asleep("hello-0", "hello-1")
    hello.answered_by("hello-1", 20, headers={"traffic": "test"})
    assert hello.pods("hello-0") == [], "nobody has called the primary"
    hello.answered_by("hello-0", 20)


def test_session_affinity(release: New) -> None:
    """Users come back to their version."""
    hello = release()
    hello.apply(blue_green(30, 70, sessionAffinity={"cookieName": "user-version", "maxAge": 600}))
    hello.becomes()
    hello.routed({"hello-0": 30, "hello-1": 70})
    client, tally = Client(hello.port), Tally()
    for _ in range(100):
        first = client.send(hello.host)
        (cookie,) = first.cookies
        again = client.send(hello.host, headers={"cookie": cookie.partition(";")[0]})
        tally.replies += [first, again]
        assert again.version == first.version, "a user was moved"
    client.close()
    hello.record(tally, note="100 users returned, none was moved")
    assert set(tally.versions) == {"hello-0", "hello-1"}


def test_cluster_local_for_a_caller_without_a_sidecar(release: New, cluster: KnativeStack) -> None:
    """It calls the release by its name: the DNS server and the Service lead to Knative's local gateway."""
    server = {"port": {"number": LOCAL_PORT, "name": "http", "protocol": "HTTP"}, "hosts": ["*"]}
    gateway = {
        "apiVersion": "networking.istio.io/v1beta1",
        "kind": "Gateway",
        "metadata": {"name": LOCAL_GATEWAY, "namespace": manifests.SYSTEM},
        "spec": {"selector": LABELS, "servers": [server]},
    }
    cluster.kubectl.apply([gateway])
    hello = release()
    hello.apply(
        {
            **blue_green(30, 70),
            "gateway": f"{manifests.SYSTEM}/{LOCAL_GATEWAY}",
            "service": {"externalName": f"{LOCAL_GATEWAY}.{istiod.NAMESPACE}.svc.cluster.local"},
        }
    )
    hello.becomes()
    hello.routed({"hello-0": 30, "hello-1": 70})
    name = f"{hello.name}.{hello.namespace}.svc.cluster.local"
    client, tally = Client(80, name), Tally()
    eventually(lambda: client.send(name).version, bool, "the release at the local gateway")
    for _ in range(500):
        tally.replies.append(client.send(name))
    client.close()
    hello.record(tally, {"hello-0": 30, "hello-1": 70}, "without a sidecar")
    assert tally.failed == 0, tally.explain()
    off = traffic.standard_deviations(tally.versions["hello-0"], 500, 0.3)
    assert off <= DEVIATIONS, tally.versions
    cluster.kubectl("delete", "gateways.networking.istio.io", LOCAL_GATEWAY, "-n", manifests.SYSTEM)


def test_one_name_in_two_namespaces(release: New, cluster: KnativeStack) -> None:
    hello, other = release(), release("other")
    other.name, other.namespace = "hello", f"{hello.namespace}-2"
    cluster.kubectl("create", "namespace", other.namespace)
    hello.apply(blue_green(30, 70))
    other.apply(blue_green(80, 20))
    for each in (hello, other):
        each.becomes()
    hello.splits({"hello-0": 30, "hello-1": 70}, requests=400)
    other.splits({"hello-0": 80, "hello-1": 20}, requests=400)
    cluster.kubectl("delete", "namespace", other.namespace, "--wait=false")


def test_twenty_releases_at_once(release: New, tmp_path: Path) -> None:
    """Applied in one go: each is ready, and answers with the declared shares."""
    releases, out = tmp_path / "releases", tmp_path / "dist"
    releases.mkdir()
    first = release("release-0")
    for number in range(20):
        values: Values = blue_green(30, 70)
        values["application"]["metadata"] = {"name": f"release-{number}", "namespace": first.namespace}
        (releases / f"release-{number}.yaml").write_text(yaml.safe_dump(values))
    synth(releases, out)
    first.cluster.kubectl("apply", "-f", str(out))
    total: dict[str, int] = {"0": 0, "1": 0}
    for number in range(20):
        name = f"release-{number}"
        each = KnativeRelease(
            first.cluster, first.namespace, name, tmp_path, first.figures, first.scenario, entry=first.entry
        )
        each.becomes("True", f"{name}-0", f"{name}-1", seconds=180)
        eventually(lambda: traffic.send(each.port, each.host, 1).failed, lambda failed: failed == 0, f"{name} answers")  # noqa: B023
        each.settle()
        tally = each.requests(50)
        for version, count in tally.versions.items():
            assert version.startswith(f"{name}-")
            total[version.rpartition("-")[2]] += count
    first.figures.note(first.scenario, f"20 releases, 50 requests each: {total}", 1000)
    assert traffic.standard_deviations(total["0"], 1000, 0.3) <= DEVIATIONS, total
