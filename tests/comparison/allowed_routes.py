"""Differences of routes that are meant: each makes the chart's ours."""

import copy
import json

from cdk8s_iter8.iter8.weights import ready_sets, weights
from tests.comparison.chart_document import rendered, replace, shared_anew, template
from tests.comparison.document import Case, ready_name
from tests.comparison.members import members
from tests.comparison.route import Object


def first_candidate_unready(case: Case, chart: Object) -> None:
    if case.environment not in ("deployment-gtw", "kserve-modelmesh-istio"):
        shared_anew(case, chart, lambda live: len(live) > 2 and live[1] == 0)


def gateway_unready(case: Case, chart: Object) -> None:
    if case.environment == "deployment-gtw":
        shared_anew(case, chart, lambda live: 0 in live)


def model_mesh_unready(case: Case, chart: Object) -> None:
    if case.environment == "kserve-modelmesh-istio":
        shared_anew(case, chart, lambda live: 0 in live)


def mirrors(case: Case, chart: Object) -> None:
    routes, versions = template(case, chart)
    if case.strategy != "mirror":
        return
    alone = {
        index: routes[ready_name(index == other for other in range(len(versions)))]["rules"][0]["mirrors"]
        for index in range(1, len(versions))
    }
    for ready in ready_sets(len(versions)):
        mirrors = [mirror for index, mirrored in alone.items() if ready[index] for mirror in mirrored]
        [only] = routes[ready_name(ready)]["rules"]
        only["mirrors"] = mirrors


def gateway_canary(case: Case, chart: Object) -> None:
    if (case.environment, case.strategy) != ("deployment-gtw", "canary"):
        return
    routes, versions = template(case, chart)
    if case.render and any("matches" not in candidate.values for candidate in members(case)[1:]):
        values = copy.deepcopy(case.values)
        for version in values["application"]["versions"][1:]:
            version["matches"] = _http_clauses(version)
        routes, _ = template(case, rendered(case, values))
        replace(chart, "canary", routes)
    names = [member.placed[0] for member in members(case)]
    for ready in ready_sets(len(versions)):
        live, rules = weights([1] * len(versions), ready), []
        for rule in routes[ready_name(ready)]["rules"]:
            index = names.index(rule["shares"][0]["to"]["app-version"])
            rules += [rule] if not index or live[index] else []
        routes[ready_name(ready)]["rules"] = sorted(rules, key=json.dumps)


def _http_clauses(version: Object) -> list[Object]:
    """A candidate's clauses as Gateway API spells them, from Istio's exact headers; by default `traffic: test`."""
    clauses = version.get("match") or [{"headers": {"traffic": {"exact": "test"}}}]
    return version.get("matches") or [
        {"headers": [{"name": name, "value": one["exact"]} for name, one in clause["headers"].items()]}
        for clause in clauses
    ]


def clauses_ored(case: Case, chart: Object) -> None:
    candidates = members(case)[1:]
    broken = any("headers" not in clause for candidate in candidates for clause in candidate.values.get("match", []))
    if case.environment == "deployment-gtw" or case.strategy != "canary" or not broken or not case.render:
        return
    values = copy.deepcopy(case.values)
    for index, version in enumerate(values["application"]["versions"][1:]):
        version["match"] = [{"headers": {"candidate": {"exact": str(index)}}}]
    routes, _ = template(case, rendered(case, values))
    by_name = {candidate.placed[0]: candidate.values["match"] for candidate in candidates}
    for route in routes.values():
        route["rules"] = [
            {**rule, "match": clause}
            for rule in route["rules"]
            for clause in by_name.get(rule["shares"][0]["to"]["app-version"], [None])
        ]
    replace(chart, "canary", routes)


def kserve_010(case: Case, chart: Object) -> None:
    if case.environment == "kserve-0.10" and case.render and not chart:
        chart |= rendered(case, case.values)
