"""The differences from the chart that are meant: each turns what the chart renders into what we should.

Three more never show here: HTTPRoute v1 is for controllers that are configured so; the place of the routemap among the
objects is asserted for each case in tests/comparison/ours.py; and the port of an HTTPRoute's parent is 80 in the chart
too, whatever the application's port is.
"""

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.comparison import allowed_objects, allowed_routes
from tests.comparison.allowed_objects import WATCH
from tests.comparison.document import Case
from tests.comparison.route import Object

Adapt = Callable[[Case, Object], None]


@dataclass(frozen=True)
class Allowance:
    """A difference that is meant.

    `change` makes the chart's document ours where the difference shows; elsewhere it changes nothing. `seen_in` is a
    case of tests/test_chart.py in which it shows.
    """

    name: str
    change: Adapt
    seen_in: str


@dataclass(frozen=True)
class Refusal:
    """Values that we refuse and the chart takes; `says` is part of our error."""

    name: str
    when: Callable[[Case], bool]
    says: str
    seen_in: str


def adapted(case: Case) -> tuple[Object, list[str]]:
    """The chart's document with all that is meant to differ, and the names of the allowances that changed it."""
    works = case.environment == "kserve-0.10" and case.render is not None
    if case.error and not works:
        return {}, []
    chart, used = copy.deepcopy(case.chart or {}), []
    for allowance in ALLOWANCES:
        before = copy.deepcopy(chart)
        allowance.change(case, chart)
        if chart != before:
            used.append(allowance.name)
    return chart, used


def refusal(case: Case) -> Refusal | None:
    """Why we refuse a case that the chart takes."""
    return next((known for known in REFUSALS if known.when(case)), None)


ALLOWANCES = (
    Allowance("kserve-0.10 works", allowed_routes.kserve_010, "kserve-0.10, blue-green, 3 versions"),
    Allowance(
        "a canary's clauses are ORed, with and without headers",
        allowed_routes.clauses_ored,
        "deployment-istio, canary, with and without headers",
    ),
    Allowance(
        "deployment-gtw: canary has the default match, reads match too, and guards its rules",
        allowed_routes.gateway_canary,
        "deployment-gtw, canary, clauses as Istio spells them",
    ),
    Allowance(
        "mirror: every ready candidate gets copies", allowed_routes.mirrors, "deployment-istio, mirror, 3 versions"
    ),
    Allowance(
        "mirror: the primary has a weight-config",
        allowed_objects.mirror_primary,
        "deployment-istio, mirror, 2 versions",
    ),
    Allowance(
        "the first candidate is guarded as the others are",
        allowed_routes.first_candidate_unready,
        "knative-istio, blue-green, 3 versions",
    ),
    Allowance(
        "deployment-gtw: an unready version gets nothing",
        allowed_routes.gateway_unready,
        "deployment-gtw, blue-green, 2 versions",
    ),
    Allowance(
        "ModelMesh: a route without ready candidate is valid",
        allowed_routes.model_mesh_unready,
        "kserve-modelmesh-istio, blue-green, 2 versions",
    ),
    Allowance("weight 0 means 0", allowed_objects.weight_zero, "knative-istio, blue-green, weight zero"),
    Allowance(
        "ModelMesh: service.host is the primary's too",
        allowed_objects.model_mesh_host,
        "kserve-modelmesh-istio, canary, mesh",
    ),
    Allowance(
        "ModelMesh: a canary's models are called by the names of their InferenceServices",
        allowed_objects.model_mesh_name,
        "kserve-modelmesh-istio, canary, specification with metadata",
    ),
    Allowance(
        "Deployments: requests go to a port that a whole Service has",
        allowed_objects.service_port,
        "deployment-istio, blue-green, service on another port",
    ),
    Allowance(
        "knative-istio: requests go to port 80", allowed_objects.knative_port, "knative-istio, blue-green, ports"
    ),
    Allowance(
        "the weight-config is the first resource",
        allowed_objects.weight_config_first,
        "knative-istio, blue-green, 1 versions",
    ),
    Allowance(
        "the weight-config is in the version's namespace",
        allowed_objects.weight_config_namespace,
        "knative-istio, blue-green, namespaces",
    ),
    Allowance(
        "a version is reached in its own namespace",
        allowed_objects.version_namespace,
        "deployment-gtw, blue-green, namespaces",
    ),
    Allowance(
        "request.set.Host instead of request.add.Host",
        allowed_objects.host_set,
        "knative-istio, blue-green, 1 versions",
    ),
)

KNOWN = ("none", "blue-green", "canary", "mirror")


def _candidates(case: Case) -> list[Any]:
    versions: list[Any] = case.values["application"]["versions"]
    return versions[1:] if case.strategy == "canary" else []


def _unmatched(case: Case) -> bool:
    candidates = _candidates(case)
    return len(candidates) > 1 and any(
        not candidate.get("match") and not candidate.get("matches") for candidate in candidates
    )


def _weighted_canary(case: Case) -> bool:
    weighs = any("weight" in version for version in case.values["application"]["versions"])
    models = case.environment in ("kserve", "kserve-0.11", "kserve-0.10")
    return case.strategy == "canary" and weighs and not models


def _unwatched(case: Case) -> bool:
    return f'"{WATCH}": "false"' in json.dumps(case.values)


REFUSALS = (
    Refusal(
        "an unknown strategy",
        lambda case: case.strategy not in KNOWN,
        "is not a strategy of",
        "deployment-istio, unknown strategy",
    ),
    Refusal(
        "a canary with weights",
        _weighted_canary,
        "has no effect with strategy canary",
        "deployment-istio, canary, weights",
    ),
    Refusal(
        "two candidates with the default match",
        _unmatched,
        "is missing: only a single candidate has a default",
        "deployment-istio, canary, default match of two",
    ),
    Refusal(
        "a label that switches the watch off",
        _unwatched,
        "is not 'true': the controller ignores objects",
        "deployment-istio, watch switched off",
    ),
)
