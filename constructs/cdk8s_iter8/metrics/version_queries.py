"""The questions about one version: how many requests, how many errors, how slow."""

from dataclasses import dataclass

from cdk8s_iter8.metrics.promql import gained


@dataclass(frozen=True)
class VersionQueries:
    """What Prometheus is asked about one version.

    Every answer is one number or, when nothing was counted in the window, no number at all.

    Attributes:
        source: Who counts: ``gateway``, ``caller`` or ``queue-proxy``.
        requests_counter: A selector of counters of answered requests.
        errors_counter: A selector of counters of answers with a status from 500 to 599.
        latency_buckets: A selector of the buckets of a histogram of latencies.
        bucket_unit: The unit of the buckets' bounds in seconds.
        of_version: What follows a counter to leave only those of the version, with ``WINDOW`` for the window's seconds;
            empty: the selectors have only those.

    Example:
        >>> from cdk8s_iter8.metrics.envoy_clusters import service_queries
        >>> queries = service_queries("hello-1.default.svc.cluster.local", 80)
        >>> queries.source
        'caller'
        >>> queries.requests(60).startswith("sum(((last_over_time(envoy_cluster_upstream_rq_completed{")
        True
    """

    source: str
    requests_counter: str
    errors_counter: str
    latency_buckets: str
    bucket_unit: float
    of_version: str = ""

    def requests(self, window: int) -> str:
        """Returns the query for the number of requests that were answered in the last seconds.

        Args:
            window: Seconds, at least 1.
        """
        return f"sum({self._gained(self.requests_counter, window)})"

    def errors(self, window: int) -> str:
        """Returns the query for the number of answers with a status from 500 to 599; no number: there were none."""
        return f"sum({self._gained(self.errors_counter, window)})"

    def error_ratio(self, window: int) -> str:
        """Returns the query for the share of errors, from 0 to 1; no number: there were no requests."""
        return f"({self.errors(window)} or {self.requests(window)} * 0) / ({self.requests(window)} > 0)"

    def latency(self, quantile: float, window: int) -> str:
        """Returns the query for a quantile of the latency, in seconds; no number: there were no requests.

        Prometheus supposes that latencies are spread evenly between two bounds of the histogram.

        Args:
            quantile: From 0 to 1, such as 0.95.
            window: Seconds, at least 1.
        """
        buckets = f"sum by (le) ({self._gained(self.latency_buckets, window)})"
        value = f"histogram_quantile({quantile:g}, {buckets}) >= 0"  # without requests it is NaN, which is dropped
        return value if self.bucket_unit == 1 else f"({value}) * {self.bucket_unit:g}"

    def _gained(self, counter: str, window: int) -> str:
        return gained(counter, window) + self.of_version.replace("WINDOW", str(window))
