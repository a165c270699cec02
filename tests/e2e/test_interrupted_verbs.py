"""apply and delete, killed after each thing that they do, and run again: nothing is lost and nothing is left."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.applied import left, objects, shares, weighted
from tests.e2e.release import Release
from tests.e2e.serving import serving
from tests.e2e.stack.cluster import Stack
from tests.e2e.stack.traffic import Flow
from tests.e2e.values import Values
from tests.e2e.verbs import Verbs

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]


@pytest.fixture
def verbs(stack: Stack, namespace: str, tmp_path: Path) -> Iterator[Verbs]:
    with serving(stack, namespace):
        yield Verbs(stack.kubectl.kubeconfig, tmp_path, namespace)


def killed_after(line: int, verbs: Verbs, *arguments: object) -> bool:
    """Kills a verb when it has printed so many lines; false: it has ended before."""
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


def test_apply(verbs: Verbs, stack: Stack, release: New) -> None:
    """A promotion and the way back, each killed after every line, with requests all the while."""
    hello = release()
    states = [(weighted(v2=100), ["hello-v2"]), (weighted(v1=70, v2=30), ["hello-v1", "hello-v2"])]
    verbs.apply(states[1][0])
    hello.settle()
    kills = 0
    with Flow(hello.port, hello.host) as tally:
        for line in range(1, 30):
            killed = [there_and_killed(line, verbs, stack, *state) for state in states]
            kills += sum(killed)
            if not any(killed):
                break
    hello.record(tally, note=f"apply killed {kills} times")
    assert tally.failed == 0, f"{tally.failed} of {tally.sent} requests failed: {tally.explain()}"
    assert kills > 10


def there_and_killed(line: int, verbs: Verbs, stack: Stack, values: Values, versions: list[str]) -> bool:
    """Applies values twice, killed after so many lines the first time; false: it has ended before."""
    verbs.write(values)
    killed = killed_after(line, verbs, "apply", verbs.file)
    verbs.apply()
    assert left(verbs, stack) == objects(*versions)
    assert set(shares(verbs, stack) or ()) == set(versions)
    return killed


def test_delete(verbs: Verbs, stack: Stack) -> None:
    kills = 0
    for line in range(1, 30):
        verbs.apply(weighted(v1=70, v2=30))
        if not killed_after(line, verbs, "delete", verbs.name, "-n", verbs.namespace):
            break
        kills += 1
        again = verbs.start("delete", verbs.name, "-n", verbs.namespace)
        _, said = again.communicate()
        assert (again.returncode, "") == (0, said) or "there is no release 'hello'" in said  # the last line was killed
        assert left(verbs, stack) == set()
    assert kills > 5


def test_a_live_weight(verbs: Verbs, stack: Stack) -> None:
    """The override of two weights, killed after the first one; --clear and apply both end it."""
    verbs.apply(weighted(v1=70, v2=30))
    for line in (1, 2):
        assert killed_after(
            line, verbs, "weights", verbs.name, "hello-v1=20", "hello-v2=80", "--live", "-n", verbs.namespace
        )
        verbs.weights("hello-v1=20", "hello-v2=80", "--live")
        assert shares(verbs, stack) == {"hello-v1": 20, "hello-v2": 80}
        verbs.weights("--clear") if line == 1 else verbs.apply()
        assert shares(verbs, stack) == {"hello-v1": 70, "hello-v2": 30}
