"""Deployments that Kubernetes really rolls out: apply waits until new pods answer, and says what it waits for."""

from collections.abc import Callable

from tests.e2e.stack.traffic import Flow
from tests.e2e.values import Values
from tests.e2e.verbs import Verbs
from tests.e2e_knative.release import KnativeRelease
from tests.support.released import values

New = Callable[..., KnativeRelease]


def version(number: int, target: str, image: str = "example.com/hello:1") -> Values:
    """A version whose answers say the target, as Knative's would: by its variables."""
    name = f"hello-{number}"
    variables = {"PORT": "8080", "K_SERVICE": name, "TARGET": target}
    container = {
        "name": "hello",
        "image": image,
        "ports": [{"containerPort": 8080}],
        "env": [{"name": key, "value": value} for key, value in variables.items()],
        "readinessProbe": {"httpGet": {"path": "/", "port": 8080}},
    }
    labels = {"app": name}
    template = {"metadata": {"labels": labels}, "spec": {"containers": [container]}}
    spec = {"selector": {"matchLabels": labels}, "template": template}
    return {"deploymentSpecification": {"spec": spec}, "weight": 50}


def release_of(primary: Values) -> Values:
    return values("deployment-istio", "blue-green", primary, version(1, "candidate"), application={"port": 8080})


def test_an_update(verbs: Verbs, release: New) -> None:
    """When apply ends, no old pod answers any more."""
    verbs.apply(release_of(version(0, "old")))
    hello = release()
    hello.settle()
    assert targets(hello) == {"old", "candidate"}
    verbs.apply(release_of(version(0, "new")))
    hello.settle()
    assert targets(hello) == {"new", "candidate"}


def test_an_image_that_is_not_there(verbs: Verbs, release: New) -> None:
    """The old pod goes on, so the version stays ready; apply and status say that it is not what was applied."""
    verbs.apply(release_of(version(0, "old")))
    hello = release()
    hello.settle()
    waits = "old pods that are still there: 1; pods that are not available: 1"
    with Flow(hello.port, hello.host) as tally:
        assert waits in verbs.apply(release_of(version(0, "new", "example.com/absent:1")), "--timeout", "5s", code=1)
        assert waits in verbs.run("status", verbs.name, "-n", verbs.namespace, code=0)
        verbs.apply(release_of(version(0, "old")))
    hello.record(tally, note="an update of a Deployment whose image is not there, and back")
    assert tally.failed == 0, tally.explain()
    assert targets(hello) == {"old", "candidate"}


def targets(release: KnativeRelease) -> set[str]:
    """Which variables the pods that answer have."""
    return {reply.body["target"] for reply in release.requests(200).replies}
