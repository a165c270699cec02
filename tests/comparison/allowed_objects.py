"""Differences of objects, names and numbers that are meant: each makes the chart's ours."""

from typing import Any

from tests.comparison.chart_document import in_text, shared_anew, template
from tests.comparison.document import Case
from tests.comparison.members import application, members
from tests.comparison.route import Object

WATCH = "iter8.tools/watch"


def weight_zero(case: Case, chart: Object) -> None:
    zero = [index for index, member in enumerate(members(case)) if member.values.get("weight") == 0]
    routes, versions = template(case, chart)
    if not zero or case.strategy not in ("blue-green", "mirror"):
        return
    for index in zero:
        versions[index]["weight"] = 0
        config = chart["objects"].get(f"ConfigMap /{members(case)[index].name}-weight-config")
        if config:
            config["metadata"]["annotations"]["iter8.tools/weight"] = "0"
    gone = tuple(f"{members(case)[index].placed[0]}." for index in zero)
    for rule in [one for route in routes.values() for one in route["rules"]]:
        rule["mirrors"] = [mirror for mirror in rule["mirrors"] if not mirror["to"]["host"].startswith(gone)]
    shared_anew(case, chart, lambda _: True)


def weight_config_first(_: Case, chart: Object) -> None:
    for routemap in chart["routemaps"].values():
        for version in routemap["versions"]:
            version["resources"].sort(key=lambda resource: resource["gvrShort"] != "cm")


def weight_config_namespace(case: Case, chart: Object) -> None:
    for member in members(case):
        config = chart["objects"].pop(f"ConfigMap /{member.name}-weight-config", None)
        if config:
            config["metadata"]["namespace"] = member.namespace
            chart["objects"][f"ConfigMap {member.namespace}/{member.name}-weight-config"] = config


def version_namespace(case: Case, chart: Object) -> None:
    app, shared = application(case)
    for member in members(case):
        name, namespace = member.placed
        for host in (name, f"{name}-predictor", f"{name}-predictor-default"):
            in_text(chart, f'"{host}.{shared}.svc.', f'"{host}.{namespace}.svc.')
        if case.environment == "deployment-gtw" and case.strategy != "none" and namespace != shared:
            # Without it Gateway API lets no route reach a Service of another namespace.
            chart["objects"][f"ReferenceGrant {namespace}/{app}-{name}"] = {
                "apiVersion": "gateway.networking.k8s.io/v1beta1",
                "kind": "ReferenceGrant",
                "metadata": {"name": f"{app}-{name}", "namespace": namespace},
                "spec": {
                    "from": [{"group": "gateway.networking.k8s.io", "kind": "HTTPRoute", "namespace": shared}],
                    "to": [{"group": "", "kind": "Service", "name": name}],
                },
            }


def host_set(_: Case, chart: Object) -> None:
    in_text(chart, '"add": {"Host": ', '"set": {"Host": ')


def mirror_primary(case: Case, chart: Object) -> None:
    primary = members(case)[0]
    if case.strategy == "mirror":
        chart["objects"].setdefault(
            f"ConfigMap /{primary.name}-weight-config",
            {
                "apiVersion": "v1",
                "kind": "ConfigMap",
                "metadata": {
                    "name": f"{primary.name}-weight-config",
                    "labels": {WATCH: "true"},
                    "annotations": {"iter8.tools/weight": str(primary.values.get("weight", 50))},
                },
            },
        )


def model_mesh_host(case: Case, chart: Object) -> None:
    host = (case.values.get("service") or {}).get("host")
    if case.environment == "kserve-modelmesh-istio" and host:
        in_text(chart, '"host": "modelmesh-serving.modelmesh-serving.svc.cluster.local"', f'"host": "{host}"')


def model_mesh_name(case: Case, chart: Object) -> None:
    if (case.environment, case.strategy) == ("kserve-modelmesh-istio", "canary"):
        for member in members(case):
            for key in ("mm-vmodel-id", "app-version"):
                in_text(chart, f'"{key}": "{member.name}"', f'"{key}": "{member.placed[0]}"')


def knative_port(case: Case, chart: Object) -> None:
    if case.environment == "knative-istio":
        _set_port(chart["routemaps"], "", 80)


def service_port(case: Case, chart: Object) -> None:
    for member in members(case):
        ports = [
            entry["port"] for entry in member.values.get("serviceSpecification", {}).get("spec", {}).get("ports", [])
        ]
        port = member.values.get("port") or case.values["application"].get("port", 80)
        if ports and port not in ports:
            _set_port(chart["routemaps"], f"{member.placed[0]}.", ports[0])


def _set_port(node: Any, host: str, port: int) -> None:
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
        _set_port(part, host, port)
    if isinstance(node, dict) and str(node.get("host", "")).startswith(host) and "port" in node:
        node["port"] = port
