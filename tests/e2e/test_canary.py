"""Canary on Knative: requests that match reach a candidate, all others the primary."""

from collections.abc import Callable

import pytest

from tests.e2e.release import Release
from tests.e2e.values import knative, ksvc

pytestmark = pytest.mark.local_envoy

New = Callable[..., Release]


def test_default_header(release: New) -> None:
    hello = release()
    hello.apply(knative("canary", ksvc("v1"), ksvc("v2")))
    hello.ready()
    hello.ruled("hello-1", "hello-0")
    hello.answered_by("hello-0")
    hello.answered_by("hello-1", headers={"traffic": "test"})
    hello.answered_by("hello-0", headers={"traffic": "production"})


def test_unready_candidate_gets_nothing(release: New) -> None:
    hello = release()
    hello.apply(knative("canary", ksvc("v1"), ksvc("v2")))
    hello.ready("hello-0")
    hello.ruled("hello-0")
    hello.answered_by("hello-0", headers={"traffic": "test"})
    hello.ready("hello-1")
    hello.ruled("hello-1", "hello-0")
    hello.answered_by("hello-1", headers={"traffic": "test"})
    hello.ready("hello-1", status="False")
    hello.ruled("hello-0")
    hello.answered_by("hello-0", headers={"traffic": "test"})


def test_two_candidates_by_header_uri_and_cookie(release: New) -> None:
    """Two clauses of one candidate are ORed; the other candidate has a clause of its own."""
    by_header_or_uri = [{"headers": {"team": {"exact": "qa"}}}, {"uri": {"prefix": "/next/"}}]
    by_cookie = [{"headers": {"cookie": {"regex": r"(.*; )?beta=yes(;.*)?"}}}]
    hello = release()
    hello.apply(knative("canary", ksvc("v1"), ksvc("v2", match=by_header_or_uri), ksvc("v3", match=by_cookie)))
    hello.ready()
    hello.ruled("hello-1", "hello-2", "hello-0")
    hello.answered_by("hello-0")
    hello.answered_by("hello-1", headers={"team": "qa"})
    hello.answered_by("hello-1", target="/next/page")
    hello.answered_by("hello-2", headers={"cookie": "a=b; beta=yes; c=d"})
    hello.answered_by("hello-0", headers={"cookie": "beta=no"}, target="/nextpage")


def test_first_of_two_candidates_unready(release: New) -> None:
    """The second candidate's rule stays when the first's is gone."""
    hello = release()
    qa, ops = ([{"headers": {"team": {"exact": team}}}] for team in ("qa", "ops"))
    hello.apply(knative("canary", ksvc("v1"), ksvc("v2", match=qa), ksvc("v3", match=ops)))
    hello.ready("hello-0", "hello-2")
    hello.ruled("hello-2", "hello-0")
    hello.answered_by("hello-0", headers={"team": "qa"})
    hello.answered_by("hello-2", headers={"team": "ops"})
