"""What docs/metrics.md has from elsewhere: `python -m tests.support.metrics_document` writes it anew.

The queries come from the environments. The scrape configuration is the document's own, and the tests use it.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from cdk8s_iter8.environments import environment, shipped_environment_names
from cdk8s_iter8.metrics.version_queries import VersionQueries
from cdk8s_iter8.release.check import load
from tests.support.documents import blocks
from tests.support.released import text, values

PAGE = Path(__file__).parents[2] / "docs" / "metrics.md"
PART = re.compile(r"(<!-- (environments|queries): .*? -->\n).*?(<!-- end -->)", re.DOTALL)
WINDOW, QUANTILE = 300, 0.95
WHO = {
    "caller": "callers' sidecars, or the gateway that they come through",
    "gateway": "Knative's gateway",
    "queue-proxy": "the version's pods",
}
SHOWN = (
    ("The version has a Service of its own (`deployment-istio`)", "deployment-istio", "none", 0),
    ("A Knative Service, at Knative's gateway (`knative-istio`)", "knative-istio", "blue-green", 0),
    ("A Knative Service, at its pods", "knative-istio", "blue-green", 1),
    ("Copies for a Knative Service that is mirrored to, at their senders", "knative-istio", "mirror", 0),
    ("A model of KServe, at Knative's gateway (`kserve`)", "kserve", "blue-green", 0),
)
"""The queries in full: heading, environment, strategy, and which of the sources."""


def scrape_configs() -> list[dict[str, Any]]:
    """The document's configuration of Prometheus."""
    (found,) = [block for block in blocks(PAGE.read_text(), "yaml") if "scrape_configs" in block]
    configured: list[dict[str, Any]] = yaml.safe_load(found)["scrape_configs"]
    return configured


def queries(name: str, strategy: str) -> tuple[VersionQueries, ...]:
    """Those for the candidate hello-1 of a release in the namespace default."""
    with TemporaryDirectory() as directory:
        file = Path(directory) / "hello.yaml"
        file.write_text(text(values(name, strategy)))
        release = load(file)
    return release.environment.queries(release.versions[1])


def rewritten(document: str) -> str:
    """The document with its generated parts as they are now."""
    parts = {"environments": "\n".join(rows()), "queries": "\n".join(listings())}
    return PART.sub(lambda part: f"{part[1]}{parts[part[2]]}\n{part[3]}", document)


def rows() -> Iterator[str]:
    """The table of environments."""
    yield "| environment | who counts, the best first | what tells `hello-1` of the namespace `default` |"
    yield "|---|---|---|"
    for name in shipped_environment_names():
        with_routes = "blue-green" if "blue-green" in environment(name).strategies() else "none"
        yield from _rows(name, queries(name, with_routes))
        if name == "knative-istio":
            yield from _rows("knative-istio, mirrored to", queries(name, "mirror"))


def _rows(name: str, asked: tuple[VersionQueries, ...]) -> Iterator[str]:
    for number, each in enumerate(asked):
        label = re.search(r"\{(cluster_name\S+?\")[,}]", each.requests_counter) or re.search(
            r"target_info\{(.*?)\}", each.of_version
        )
        assert label
        told = label[1].replace("|", "\\|")
        yield f"| {'' if number else name} | {WHO[each.source]} | `{told}` |"
    if not asked:
        yield f"| {name} | nobody | {environment(name).unmeasured} |"


def listings() -> Iterator[str]:
    """The queries in full."""
    for heading, name, strategy, source in SHOWN:
        asked = queries(name, strategy)[source]
        yield f"\n**{heading}**\n"
        for what, query in (
            ("requests", asked.requests(WINDOW)),
            ("errors", asked.errors(WINDOW)),
            ("latency", asked.latency(QUANTILE, WINDOW)),
        ):
            yield f"```promql\n# {what}\n{lines(query)}\n```"


def lines(query: str) -> str:
    """The query on several lines."""
    return re.sub(r" (- \(|or last_over_time|\* on )", r"\n  \1", query)


def main() -> int:
    """Writes the document anew."""
    PAGE.write_text(rewritten(PAGE.read_text()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
