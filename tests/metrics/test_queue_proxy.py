"""Knative's queue-proxy: its counters are the version's by what their pod says of itself."""

from cdk8s_iter8.metrics.queue_proxy import queue_proxy_queries


def test_only_pods_of_the_version_count() -> None:
    asked = queue_proxy_queries("hello-1", "shop")
    pods = 'last_over_time(target_info{k8s_namespace_name="shop", kn_service_name="hello-1"}[60s])'
    for query in (asked.requests(60), asked.errors(60), asked.latency(0.5, 60)):
        assert f"* on (namespace, pod) group_left () group by (namespace, pod) ({pods})" in query


def test_buckets_are_in_seconds() -> None:
    assert queue_proxy_queries("hello-1", "shop").bucket_unit == 1
