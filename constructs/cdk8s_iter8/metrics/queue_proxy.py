"""What the queue-proxy beside each container of Knative counts (seen with Knative 1.21; 1.15 has other names).

Its counters do not name the version. `target_info`, of the same pod, does.
"""

from cdk8s_iter8.metrics.promql import matching, selector
from cdk8s_iter8.metrics.version_queries import VersionQueries

DURATION = "http_server_request_duration_seconds"


def queue_proxy_queries(service: str, namespace: str) -> VersionQueries:
    """Returns the queries for a version that is a Knative Service, at its pods.

    The labels ``namespace`` and ``pod`` come from the scrape configuration.

    Args:
        service: The name of the Knative Service.
        namespace: Its namespace.

    Example:
        >>> print(queue_proxy_queries("hello-1", "default").errors_counter)
        http_server_request_duration_seconds_count{http_response_status_code=~"5..", namespace="default"}
    """
    info = selector("target_info", k8s_namespace_name=namespace, kn_service_name=service)
    pods = f"group by (namespace, pod) (last_over_time({info}[WINDOWs]))"
    return VersionQueries(
        "queue-proxy",
        selector(f"{DURATION}_count", namespace=namespace),
        matching(f"{DURATION}_count", "http_response_status_code", "5..", namespace=namespace),
        selector(f"{DURATION}_bucket", namespace=namespace),
        1,
        of_version=f" * on (namespace, pod) group_left () {pods}",
    )
