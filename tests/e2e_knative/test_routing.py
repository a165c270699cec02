"""Strategies under the real Knative, also from zero; callers without a sidecar; releases beside each other."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import yaml

from tests.e2e.release import DEVIATIONS, synth
from tests.e2e.stack import istiod, traffic
from tests.e2e.stack.eventually import eventually
from tests.e2e.stack.traffic import Client, Tally
from tests.e2e.values import Values, blue_green, knative, ksvc
from tests.e2e_knative.grpc import calls, h2c
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


def test_versions_that_are_cluster_local(release: New) -> None:
    """With Knative's label for it: their only URL is that of the local gateway, and callers see no difference."""
    local = {"metadata": {"labels": {"networking.knative.dev/visibility": "cluster-local"}}}
    versions = [ksvc("v1", weight=30), ksvc("v2", weight=70)]
    for version in versions:
        version["ksvcSpecification"] |= local
    hello = release()
    hello.apply(knative("blue-green", *versions))
    hello.becomes()
    for name in ("hello-0", "hello-1"):
        assert hello.ksvc(name)["status"]["url"] == f"http://{name}.{hello.namespace}.svc.cluster.local"
    hello.splits({"hello-0": 30, "hello-1": 70}, requests=400)


def test_grpc(release: New) -> None:
    """Calls are shared as requests are."""
    hello = release()
    hello.apply(knative("blue-green", h2c(ksvc("v1", weight=30)), h2c(ksvc("v2", weight=70))))
    hello.becomes()
    hello.routed({"hello-0": 30, "hello-1": 70})
    replies = calls(hello, 400)
    versions = Counter(reply.get("version") for reply in replies)
    assert versions.keys() == {"hello-0", "hello-1"}, replies
    hello.figures.note(hello.scenario, f"gRPC calls by version: {dict(versions)}", 400)
    assert traffic.standard_deviations(versions["hello-0"], 400, 0.3) <= DEVIATIONS


def test_none(release: New) -> None:
    """Nothing is routed: callers choose, and Knative answers for each version."""
    hello = release()
    hello.apply(knative("none", ksvc("v1"), ksvc("v2")))
    hello.becomes()
    assert hello.cluster.api.get("vs", hello.namespace, "hello") is None
    client, tally = Client(hello.port), Tally()
    for name in ("hello-0", "hello-1"):
        host = f"{name}.{hello.namespace}.svc.cluster.local"
        eventually(lambda: client.send(host).version, lambda seen: seen == name, f"an answer of {name}")  # noqa: B023
        tally.replies += [client.send(host) for _ in range(50)]
    client.close()
    hello.record(tally, {"hello-0": 50, "hello-1": 50}, "each version by its own name")
    assert tally.versions == {"hello-0": 50, "hello-1": 50}


def test_one_name_in_two_namespaces(release: New, cluster: KnativeStack) -> None:
    hello, other = release(), release("other")
    other.name, other.namespace = "hello", f"{hello.namespace}-2"
    cluster.kubectl("create", "namespace", other.namespace)
    hello.apply(blue_green(30, 70))
    other.apply(blue_green(80, 20))
    for made in (hello, other):
        made.becomes()
    hello.splits({"hello-0": 30, "hello-1": 70}, requests=400)
    other.splits({"hello-0": 80, "hello-1": 20}, requests=400)
    cluster.delete_namespace(other.namespace)


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
        made = KnativeRelease(
            first.cluster, first.namespace, name, tmp_path, first.figures, first.scenario, entry=first.entry
        )
        made.becomes("True", f"{name}-0", f"{name}-1", seconds=180)
        eventually(lambda: traffic.send(made.port, made.host, 1).failed, lambda failed: failed == 0, f"{name} answers")  # noqa: B023
        made.settle()
        tally = made.requests(50)
        for version, count in tally.versions.items():
            assert version.startswith(f"{name}-")
            total[version.rpartition("-")[2]] += count
    first.figures.note(first.scenario, f"20 releases, 50 requests each: {total}", 1000)
    assert traffic.standard_deviations(total["0"], 1000, 0.3) <= DEVIATIONS, total
