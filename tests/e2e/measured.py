"""What callers counted of each version, beside what Prometheus says of it."""

import bisect
import statistics
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from cdk8s_iter8.metrics.version_queries import VersionQueries
from cdk8s_iter8.release.check import load
from tests.e2e.release import Release
from tests.e2e.stack.prometheus import Prometheus
from tests.e2e.stack.traffic import Tally

WINDOW = 900
"""Seconds; longer than a test, so that all of its requests are in it."""

ENVOYS_BUCKETS = (0.0, *(bound / 1000 for bound in (0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000)))
OPEN_TELEMETRYS_BUCKETS = (0.0, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5)
BUCKETS = {"caller": ENVOYS_BUCKETS, "gateway": ENVOYS_BUCKETS, "queue-proxy": OPEN_TELEMETRYS_BUCKETS}
"""The bounds between which a latency is known, in seconds, by who counts."""
SLOW = 0.15
"""Seconds that an answer of a version takes that is ill; in both histograms between two bounds, 0.1 and 0.25."""


@dataclass
class Counted:
    """What the callers of one version counted."""

    requests: int = 0
    errors: int = 0
    seconds: list[float] = field(default_factory=list)


def counted(tally: Tally) -> dict[str, Counted]:
    """By the version that each answer names, also an answer that is an error."""
    assert not tally.errors, tally.explain()
    found: defaultdict[str, Counted] = defaultdict(Counted)
    for reply in tally.replies:
        version = found[str(reply.body.get("version"))]
        version.requests += 1
        version.errors += reply.status >= 500
        version.seconds.append(reply.seconds)
    return dict(found)


def queries(release: Release) -> dict[str, tuple[VersionQueries, ...]]:
    """The queries for each version, by its name, as the environment of the newest values gives them."""
    resolved = load(values_file(release), release.namespace)
    return {each.version.name: resolved.environment.queries(each) for each in resolved.versions}


def values_file(release: Release) -> Path:
    """The newest values."""
    return release.directory / f"releases-{release.synths}" / f"{release.name}.yaml"


def agrees(prometheus: Prometheus, asked: VersionQueries, by_caller: Counted, window: int = WINDOW) -> str:
    """Prometheus says of a version what its callers counted, exactly.

    The median is between what the version takes for an answer and what its callers wait, to the histogram's bounds.
    """
    requests, errors = (prometheus.count(query) for query in (asked.requests(window), asked.errors(window)))
    said = f"{requests:.0f} requests, {errors:.0f} errors by {asked.source}"
    theirs = f"{by_caller.requests} requests, {by_caller.errors} errors by the callers"
    assert (requests, errors) == (by_caller.requests, by_caller.errors), f"{said}; {theirs}"
    ratio = prometheus.value(asked.error_ratio(window))
    assert ratio is not None
    assert abs(ratio - by_caller.errors / by_caller.requests) < 1e-9, f"share of errors, by {asked.source}"
    median, waited = prometheus.value(asked.latency(0.5, window)), statistics.median(by_caller.seconds)
    assert median is not None
    bounds = BUCKETS[asked.source]
    above = bisect.bisect_left(bounds, median)
    assert bounds[max(above - 1, 0)] <= waited, f"median {median:.4f} by {asked.source}, {waited:.4f} by the caller"
    least = SLOW if by_caller.errors else 0  # who is ill is slow
    assert bounds[above] >= least, f"median {median:.4f} by {asked.source}, {least:.4f} by the version"
    return f"{requests:.0f} requests, {errors:.0f} errors, median {median * 1000:.0f} ms of {waited * 1000:.0f}"
