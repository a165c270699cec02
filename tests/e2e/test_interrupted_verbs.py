"""apply, delete and weights --live, killed at each step, and run again: nothing is lost and nothing is left.

A step is each change that the API server has carried out, of which the verb does not hear any more, and each line that
the verb prints: so the verb is killed while it waits, too.
"""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.applied import left, objects, shares, weighted
from tests.e2e.interrupting import Interrupting, interrupting
from tests.e2e.release import Release
from tests.e2e.serving import serving
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.traffic import Flow
from tests.e2e.verbs import Verbs

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]
Killed = Callable[..., bool]
"""Runs a verb and kills it at a step, from 1; false: it has ended before, without an error."""

MOST = 40
PROMOTION_AND_BACK = ({"v2": 100}, {"v1": 70, "v2": 30})
"""The weights of the versions that there are then."""


@pytest.fixture
def verbs(stack: Stack, namespace: str, tmp_path: Path) -> Iterator[Verbs]:
    with serving(stack, namespace):
        yield Verbs(stack.kubectl.kubeconfig, tmp_path, namespace)


@pytest.fixture
def at_change(stack: Stack, tmp_path: Path) -> Iterator[Interrupting]:
    with interrupting(stack, tmp_path) as found:
        yield found


def at_line(line: int, verbs: Verbs, *arguments: object) -> bool:
    """Kills a verb when it has printed so many lines."""
    process = verbs.start(*arguments)
    assert process.stdout is not None
    for _ in range(line):
        if not process.stdout.readline():
            _, err = process.communicate()
            assert process.returncode == 0, err
            return False
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return True


@pytest.fixture(params=["change", "line"])
def killed(request: pytest.FixtureRequest, at_change: Interrupting) -> Killed:
    return at_change.killed if request.param == "change" else at_line


def test_apply(killed: Killed, verbs: Verbs, stack: Stack, release: New) -> None:
    """A promotion and the way back, with requests all the while."""
    hello = release()
    verbs.apply(weighted(**PROMOTION_AND_BACK[-1]))
    hello.settle()
    kills = 0
    with Flow(hello.port, hello.host) as tally:
        for step in range(1, MOST):
            dead = [there_and_killed(killed, step, verbs, stack, weights) for weights in PROMOTION_AND_BACK]
            kills += sum(dead)
            if not any(dead):
                break
    hello.record(tally, note=f"apply killed {kills} times")
    assert tally.failed == 0, f"{tally.failed} of {tally.sent} requests failed: {tally.explain()}"
    assert kills > 10


def there_and_killed(killed: Killed, step: int, verbs: Verbs, stack: Stack, weights: dict[str, int]) -> bool:
    """Applies values twice, killed at a step the first time; false: it has ended before."""
    verbs.write(weighted(**weights))
    dead = killed(step, verbs, "apply", verbs.file)
    verbs.apply()
    assert left(verbs, stack) == objects(*(f"hello-{name}" for name in weights))
    assert shares(verbs, stack) == {f"hello-{name}": weight for name, weight in weights.items()}
    return dead


def test_apply_over_a_plain_apply(at_change: Interrupting, verbs: Verbs, stack: Stack) -> None:
    """Between taking over what `kubectl apply` has set and applying it, too: what the values drop goes in the end."""
    labelled = weighted(v1=70, v2=30)
    labelled["application"]["metadata"] = {"labels": {"team": "shop"}}
    kills = 0
    for step in range(1, MOST):
        verbs.write(labelled)
        stack.kubectl("apply", "-f", "-", stdin=verbs.run("template", verbs.file))
        verbs.write(weighted(v1=70, v2=30))
        if not at_change.killed(step, verbs, "apply", verbs.file):
            break
        kills += 1
        verbs.apply()
        assert not labels(verbs, stack, "team"), at_change.changes
        assert left(verbs, stack) == objects("hello-v1", "hello-v2")
    assert kills == len(at_change.changes) >= 12, "each of six objects is taken over, then applied"


def labels(verbs: Verbs, stack: Stack, name: str) -> list[str]:
    """The objects that have a label."""
    items = [item for kind in ("cm", "ksvc", "svc") for item in stack.api.list(kind, verbs.namespace)]
    return [item["metadata"]["name"] for item in items if name in item["metadata"].get("labels", {})]


def test_delete(killed: Killed, verbs: Verbs, stack: Stack) -> None:
    kills = 0
    for step in range(1, MOST):
        verbs.apply(weighted(v1=70, v2=30))
        if not killed(step, verbs, "delete", verbs.name, "-n", verbs.namespace):
            break
        kills += 1
        again = verbs.start("delete", verbs.name, "-n", verbs.namespace)
        _, said = again.communicate()
        # Killed at the last step, it has left nothing.
        assert (again.returncode, "") == (0, said) or "there is no release 'hello'" in said
        assert left(verbs, stack) == set()
    assert kills > 5


def test_a_live_weight(killed: Killed, verbs: Verbs, stack: Stack) -> None:
    """The override of two weights and its end by --clear, each killed and run again; apply ends it, too."""
    verbs.apply(weighted(v1=70, v2=30))
    release = ("weights", verbs.name, "-n", verbs.namespace)
    kills = 0
    for step in range(1, MOST):
        dead = [killed(step, verbs, *release, "hello-v1=20", "hello-v2=80", "--live")]
        verbs.weights("hello-v1=20", "hello-v2=80", "--live")
        assert shares(verbs, stack) == {"hello-v1": 20, "hello-v2": 80}
        dead.append(killed(step, verbs, *release, "--clear"))
        verbs.weights("--clear") if step % 2 else verbs.apply()
        assert shares(verbs, stack) == {"hello-v1": 70, "hello-v2": 30}
        kills += sum(dead)
        if not any(dead):
            break
    assert kills >= 4, "two weights there and two back"
