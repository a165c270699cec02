"""What Envoy counts for each of its clusters. istiod makes a cluster for each port of each Service.

Names are as Istio's proxy spells them (the ``stats_tags`` of its bootstrap). A request counts once, with its last
answer: tries that were repeated have counters of their own. If the version does not answer, Envoy does, with a 503 that
counts as the version's. Mirrored requests count as others do.
"""

from cdk8s_iter8.metrics.promql import literal, matching, selector
from cdk8s_iter8.metrics.version_queries import VersionQueries

INCLUDED = r"cluster\.outbound\|.*\.svc\.cluster\.local;?\.upstream_rq_(completed|5xx|time)"
"""The statistics that the queries need (RE2, the whole name). Istio's proxy has few of Envoy's unless it is told."""

REQUESTS = "envoy_cluster_upstream_rq_completed"
ERRORS = "envoy_cluster_upstream_rq"
LATENCY = "envoy_cluster_upstream_rq_time_bucket"
MILLISECONDS = 0.001


def service_queries(host: str, port: int, source: str = "caller") -> VersionQueries:
    """Returns the queries for a version that has a Service of its own.

    Args:
        host: The DNS name of the Service.
        port: The Service's port.
        source: Whose Envoy counts.

    Example:
        >>> print(service_queries("hello-1.default.svc.cluster.local", 80).requests_counter)
        envoy_cluster_upstream_rq_completed{cluster_name="outbound|80||hello-1.default.svc.cluster.local"}
    """
    name = f"outbound|{port}||{host}"
    return VersionQueries(
        source,
        selector(REQUESTS, cluster_name=name),
        selector(ERRORS, cluster_name=name, response_code_class="5xx"),
        selector(LATENCY, cluster_name=name),
        MILLISECONDS,
    )


def revision_queries(service: str, namespace: str) -> VersionQueries:
    r"""Returns the queries for a version that is a Knative Service, at Knative's gateway.

    Knative's route names the Service of each revision, ``NAME-00001`` and on. So revisions to which the specification
    gives other names are not found.

    Args:
        service: The name of the Knative Service.
        namespace: Its namespace.

    Example:
        >>> print(revision_queries("a", "b").requests_counter)
        envoy_cluster_upstream_rq_completed{cluster_name=~"outbound\\|80\\|\\|a-[0-9]{5,}\\.b\\.svc\\.cluster\\.local"}
    """
    host = f"-[0-9]{{5,}}{literal(f'.{namespace}.svc.cluster.local')}"
    name = literal(f"outbound|80||{service}") + host
    return VersionQueries(
        "gateway",
        matching(REQUESTS, "cluster_name", name),
        matching(ERRORS, "cluster_name", name, response_code_class="5xx"),
        matching(LATENCY, "cluster_name", name),
        MILLISECONDS,
    )
