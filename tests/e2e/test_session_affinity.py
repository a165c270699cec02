"""Session affinity on Knative: a user stays with a version while it has weight."""

from collections.abc import Callable

import pytest

from tests.e2e.release import Release
from tests.e2e.stack.traffic import Client, Reply, Tally
from tests.e2e.values import Values, blue_green

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]

AFFINITY: Values = {"sessionAffinity": {"cookieName": "user-version", "maxAge": 600}}
USERS = 200


class User:
    """A browser: it returns the cookie that it was given, beside one of its own."""

    def __init__(self) -> None:
        self.cookie = ""

    def visit(self, client: Client, host: str) -> Reply:
        headers = {"cookie": f"theme=dark; {self.cookie}"} if self.cookie else {}
        reply = client.send(host, headers=headers)
        for cookie in reply.cookies:
            self.cookie = cookie.partition(";")[0]
        return reply


def visits(release: Release, users: list[User]) -> Tally:
    """One visit of each user."""
    client, tally = Client(release.port), Tally()
    tally.replies = [user.visit(client, release.host) for user in users]
    client.close()
    assert tally.failed == 0, tally.explain()
    return tally


def test_users_return_to_their_version(release: New) -> None:
    hello = release()
    hello.apply(blue_green(30, 70, **AFFINITY))
    hello.ready()
    hello.routed({"hello-0": 30, "hello-1": 70})
    users = [User() for _ in range(USERS)]
    first = visits(hello, users)
    assert set(first.versions) == {"hello-0", "hello-1"}
    hello.record(first, {"hello-0": 30, "hello-1": 70})
    for _ in range(3):
        again = visits(hello, users)
        moved = sum(a.version != b.version for a, b in zip(first.replies, again.replies, strict=True))
        assert moved == 0, f"{moved} of {USERS} users were moved"
    hello.figures.note(hello.scenario, f"{USERS} users returned 3 times, none was moved", sent=3 * USERS)


def test_new_users_are_split(release: New) -> None:
    hello = release()
    hello.apply(blue_green(30, 70, **AFFINITY))
    hello.ready()
    hello.splits({"hello-0": 30, "hello-1": 70})


def test_cookie(release: New) -> None:
    hello = release()
    hello.apply(blue_green(1, 0, **AFFINITY))
    hello.ready()
    hello.routed({"hello-0": 1})
    (reply,) = hello.requests(1).replies
    (cookie,) = reply.cookies
    value, *attributes = cookie.split("; ")
    assert value.startswith("user-version=")
    assert sorted(attributes) == ["HttpOnly", "Max-Age=600", "Path=/", "SameSite=Lax"]


def test_users_move_when_their_version_loses_its_weight(release: New) -> None:
    hello = release()
    hello.apply(blue_green(50, 50, **AFFINITY))
    hello.ready()
    hello.routed({"hello-0": 50, "hello-1": 50})
    users = [User() for _ in range(USERS)]
    assert set(visits(hello, users).versions) == {"hello-0", "hello-1"}
    hello.ready("hello-1", status="False")
    hello.routed({"hello-0": 1})
    assert visits(hello, users).versions == {"hello-0": USERS}
    hello.ready("hello-1")
    hello.routed({"hello-0": 50, "hello-1": 50})
    assert visits(hello, users).versions == {"hello-0": USERS}, "users stay where they were moved to"


def test_versions_whose_names_are_prefixes(release: New) -> None:
    """`web-1` and `web-10`: a cookie of one is never taken for the other's."""
    values = blue_green(50, 50, **AFFINITY)
    for version, name in zip(values["application"]["versions"], ("web-1", "web-10"), strict=True):
        version["metadata"] = {"name": name}
    hello = release()
    hello.apply(values)
    hello.ready()
    hello.routed({"web-1": 50, "web-10": 50})
    users = [User() for _ in range(100)]
    first, again = visits(hello, users), visits(hello, users)
    assert [a.version for a in first.replies] == [b.version for b in again.replies]
    assert set(first.versions) == {"web-1", "web-10"}
