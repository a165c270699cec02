"""How a Knative Service may share requests among its own revisions (pkg/apis/serving/v1/route_validation.go)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cdk8s_iter8.specifications.rules import Row, between, broken, empty, must, unique
from cdk8s_iter8.validation.problem import Problem, as_text

_TAG = re.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?")
_REVISION = re.compile(
    r"(?=[^/]*$|[^/]{1,253}/)([a-z0-9]([-.a-z0-9]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?"
)

TRAFFIC: tuple[Row, ...] = (
    ("", unique("tag", "tag")),
    ("[].configurationName", empty),
    ("[].url", empty),
    ("[].percent", between(0, 100)),
    ("[].tag", must(lambda value: value == "" or bool(_TAG.fullmatch(value)), "is not a DNS 1035 label")),
    (
        "[].revisionName",
        must(lambda value: value == "" or bool(_REVISION.fullmatch(value)), "is not a revision's name"),
    ),
)


def traffic_problems(traffic: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    """Yields problems for which Knative refuses the traffic of a Service; paths start at the traffic."""
    yield from broken(TRAFFIC, traffic)
    for index, target in enumerate(traffic):
        latest, revision = target.get("latestRevision"), target.get("revisionName") or ""
        if latest is not None and latest == bool(revision):
            text = f"may not be {as_text(latest)} when revisionName is {as_text(revision)}"
            yield Problem((index, "latestRevision"), text)
    total = sum(target.get("percent") or 0 for target in traffic)
    if traffic and total != 100:
        yield Problem((), f"traffic targets sum to {total}, want 100")
