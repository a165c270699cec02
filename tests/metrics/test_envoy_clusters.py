"""Envoy's clusters: names that tell versions apart, and the statistics that Istio's proxy is told to have."""

import re

import pytest

from cdk8s_iter8.metrics.envoy_clusters import INCLUDED, revision_queries, service_queries


def cluster(selector: str) -> str:
    """The value, or the expression, of the label cluster_name."""
    found = re.search(r'cluster_name=~?"([^"]*)"', selector)
    assert found
    return found[1].replace("\\\\", "\\")


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("hello-1-00001.shop", True),
        ("hello-1-123456.shop", True),
        ("hello-1.shop", False),
        ("hello-10-00001.shop", False),
        ("a-hello-1-00001.shop", False),
        ("hello-1-b-00001.shop", False),
        ("hello-1-00001.shopping", False),
        ("hello-1-00001-private.shop", False),
    ],
)
def test_revisions_of_one_knative_service(name: str, same: bool) -> None:
    asked = revision_queries("hello-1", "shop")
    for selector in (asked.requests_counter, asked.errors_counter, asked.latency_buckets):
        assert bool(re.fullmatch(cluster(selector), f"outbound|80||{name}.svc.cluster.local")) == same


def test_errors_are_of_one_class() -> None:
    """Envoy has each answer twice under this name: by its status, and by its class."""
    assert 'response_code_class="5xx"' in service_queries("a", 80).errors_counter
    assert 'response_code_class="5xx"' in revision_queries("a", "b").errors_counter


@pytest.mark.parametrize("host", ["hello-1.shop", "hello-1-00001.shop", "hello-1-mirror.shop"])
@pytest.mark.parametrize("delimiter", ["", ";"])
def test_what_the_queries_need_is_included(host: str, delimiter: str) -> None:
    """Istio 1.25 and older write no semicolon after the name of a cluster."""
    cluster = f"cluster.outbound|80||{host}.svc.cluster.local{delimiter}"
    for statistic in ("upstream_rq_completed", "upstream_rq_5xx", "upstream_rq_time"):
        assert re.fullmatch(INCLUDED, f"{cluster}.{statistic}")
    for statistic in ("upstream_rq_503", "retry.upstream_rq_5xx", "internal.upstream_rq_time", "upstream_cx_total"):
        assert not re.fullmatch(INCLUDED, f"{cluster}.{statistic}")
