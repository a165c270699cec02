"""What README.md and docs/strategies.md tell a reader to do, done in that order, while requests flow."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.figures import Figures
from tests.e2e.reader import Reader
from tests.e2e.release import ROOT, Release
from tests.e2e.stack import traffic
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.traffic import Flow

pytestmark = pytest.mark.local_envoy

NewReader = Callable[[str], Reader]
README = (ROOT / "README.md").read_text()
STRATEGIES = (ROOT / "docs" / "strategies.md").read_text()
WITHOUT_NAMES = STRATEGIES.split("\n### Versions without names\n")[1].split("\n## ")[0]
DELETE = ("kubectl delete", "cdk8s-iter8 delete")


@pytest.fixture
def reader(
    stack: Stack, gateway_port: int, figures: Figures, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[NewReader]:
    """Somebody who follows a document about a release of that name in the namespace default."""
    made: list[Reader] = []

    def make(name: str) -> Reader:
        scenario = f"documents: {request.node.name.removeprefix('test_')}"
        made.append(Reader(Release(stack, "default", name, tmp_path, figures, scenario), stack, gateway_port))
        return made[-1]

    yield make
    for other in made:
        stack.kubectl("delete", "cm,ksvc,svc", "-l", f"app.kubernetes.io/instance={other.release.name}")


def section(document: str, *titles: str) -> str:
    """The sections of these titles, in the order of the document."""
    parts = document.split("\n## ")
    assert set(titles) <= {part.splitlines()[0] for part in parts}
    return "\n".join(part for part in parts if part.splitlines()[0] in titles)


def followed_while_requests_flow(reader: Reader, text: str) -> None:
    """From the first answer to the deletion no request fails, by the sidecar and by the gateway."""
    todo = reader.follow(text)
    command = next(todo)
    while not command.startswith("kubectl run"):
        command = next(todo)
    reader.do(command)  # the gateway has the route as soon as this is answered
    with (
        Flow(reader.stack.sidecar.listeners[80], reader.release.host) as sidecar,
        Flow(reader.gateway, reader.release.host) as gateway,
    ):
        for command in todo:
            if command.startswith(DELETE):
                break
    for tally, caller in ((sidecar, "with a sidecar"), (gateway, "without a sidecar")):
        assert tally.sent > 100
        assert not tally.failed, f"{caller}: {tally.failed} of {tally.sent} requests failed: {tally.explain()}"
        reader.release.record(tally, note=f"{caller}, while the README was followed")
    assert [*todo], "the deletion is not the last"


def test_the_readme(reader: NewReader) -> None:
    shop = reader("shop")
    followed_while_requests_flow(shop, section(README, "Your first release", "Shift, promote, roll back"))
    assert not shop.left(), "the release was deleted"


def test_a_caller_without_sidecar_gets_404_without_the_two_lines(reader: NewReader) -> None:
    shop = reader("shop")
    for command in shop.follow(section(README, "Your first release")):
        if command == "make synth":
            file = shop.directory / "releases" / "shop.yaml"
            kept = [
                line for line in file.read_text().splitlines() if not line.startswith(("gateway", "service", "  ext"))
            ]
            file.write_text("\n".join(kept))
        if command.startswith("kubectl run"):
            break
    assert shop.release.requests(20).failed == 0
    assert {reply.status for reply in traffic.send(shop.gateway, shop.release.host, 20).replies} == {404}


@pytest.mark.parametrize(
    "titles", [("Shift traffic", "Roll back", "See the current state"), ("Promote a candidate", "Prune")]
)
def test_strategies(reader: NewReader, titles: tuple[str, ...]) -> None:
    """Of the release that the README has applied; what is without names is a release of its own."""
    shop = reader("shop")
    text = section(README, "Your first release") + section(STRATEGIES, *titles).replace(WITHOUT_NAMES, "")
    done = [command for command in shop.follow(text) if command.startswith("kubectl")]
    assert len(done) > 5


def test_promotion_without_names(reader: NewReader) -> None:
    """Knative's readiness while it rolls out is in test_promotion.py."""
    hello = reader("hello")
    shutil.copy(ROOT / "releases" / "hello.yaml", hello.directory / "releases")
    for command in ("make synth", "kubectl apply -f dist/hello.k8s.yaml"):
        hello.do(command)
    done = list(hello.follow(WITHOUT_NAMES))
    assert len([command for command in done if "--prune" in command]) == 1
    assert hello.left() == {"hello-routemap", "hello-0", "hello-0-weight-config", "hello"}
