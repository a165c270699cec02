"""docs/metrics.md: its queries are the environments', its configuration is what the tests of `make e2e-knative` use."""

import yaml

from cdk8s_iter8.metrics.envoy_clusters import INCLUDED
from tests.e2e_knative.stack.manifests import CONFIGURATION
from tests.support.documents import blocks
from tests.support.metrics_document import PAGE, rewritten, scrape_configs

TEXT = PAGE.read_text()


def test_the_queries_are_those_of_the_environments() -> None:
    assert rewritten(TEXT) == TEXT, "run python -m tests.support.metrics_document"


def test_istios_proxy_is_told_what_the_queries_need() -> None:
    (mesh,) = [yaml.safe_load(block) for block in blocks(TEXT, "yaml") if block.startswith("# meshConfig")]
    assert mesh == {"defaultConfig": {"proxyStatsMatcher": {"inclusionRegexps": [INCLUDED]}}}


def test_knative_is_told_as_in_the_tests() -> None:
    (told,) = [yaml.safe_load(block) for block in blocks(TEXT, "yaml") if block.startswith("# config-observability")]
    assert told["data"].items() <= CONFIGURATION["config-observability"].items()


def test_every_pod_gets_the_labels_that_the_queries_need() -> None:
    for job in scrape_configs():
        assert {"namespace", "pod"} == {
            each["target_label"] for each in job["relabel_configs"] if "target_label" in each
        }
