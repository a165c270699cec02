"""The queries of one version."""

from cdk8s_iter8.metrics.promql import gained
from cdk8s_iter8.metrics.version_queries import VersionQueries

QUERIES = VersionQueries("caller", "requests", "errors", "buckets", 0.001)


def test_counts_are_what_was_gained() -> None:
    assert QUERIES.requests(60) == f"sum({gained('requests', 60)})"
    assert QUERIES.errors(60) == f"sum({gained('errors', 60)})"


def test_a_share_of_no_requests_is_no_number() -> None:
    requests, errors = QUERIES.requests(60), QUERIES.errors(60)
    assert QUERIES.error_ratio(60) == f"({errors} or {requests} * 0) / ({requests} > 0)"


def test_latency_is_in_seconds() -> None:
    assert (
        QUERIES.latency(0.95, 60) == f"(histogram_quantile(0.95, sum by (le) ({gained('buckets', 60)})) >= 0) * 0.001"
    )


def test_what_tells_the_version_looks_back_as_far() -> None:
    joined = VersionQueries("queue-proxy", "requests", "errors", "buckets", 1, of_version=" * info[WINDOWs]")
    assert joined.requests(60) == f"sum({gained('requests', 60)} * info[60s])"
    assert joined.latency(0.5, 60).endswith(" * info[60s])) >= 0")
