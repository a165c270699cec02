"""Whether a Deployment and a Service select the pods that they should."""

from collections.abc import Iterator, Mapping
from typing import Any

from cdk8s_iter8.manifests.label_selector import label_mismatches, mismatches
from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.validation.problem import Problem, as_text


def template_problems(deployment: Manifest) -> Iterator[Problem]:
    """Yields parts of a Deployment's selector that its own pods do not meet; paths start at the Deployment.

    The API server refuses such a Deployment: "`selector` does not match template `labels`".
    """
    for problem in mismatches(deployment["spec"].get("selector") or {}, pod_labels(deployment)):
        yield Problem(("spec", "selector", *problem.path), problem.message)


def service_problems(service: Manifest, deployment: Manifest) -> Iterator[Problem]:
    """Yields reasons why a Service sends no requests to a Deployment's pods; paths start at the Service.

    A Service without selector is left alone: its author writes its EndpointSlices.

    Example:
        >>> pods = {"metadata": {"labels": {"app": "hello"}}, "spec": {"containers": [{"name": "hello"}]}}
        >>> deployment = {"metadata": {"namespace": "default"}, "spec": {"template": pods}}
        >>> service = {"metadata": {"namespace": "default"}, "spec": {"selector": {"app": "hello-1"}}}
        >>> [str(problem) for problem in service_problems(service, deployment)]
        ["spec.selector.app: 'hello-1' does not select the pods, whose label app is 'hello'"]
    """
    if not _selector(service):
        return
    theirs, ours = deployment["metadata"]["namespace"], service["metadata"]["namespace"]
    if theirs != ours:
        text = f"{as_text(ours)} is not the namespace of the Deployment ({theirs}), whose pods the Service selects"
        yield Problem(("metadata", "namespace"), text)
    for problem in label_mismatches(_selector(service), pod_labels(deployment)):
        yield Problem(("spec", "selector", *problem.path), problem.message)
    names = _port_names(deployment)
    for index, port in enumerate(service["spec"].get("ports") or ()):
        target = port.get("targetPort")
        if isinstance(target, str) and not target.isdecimal() and target not in names:
            known = f"named ports: {', '.join(names)}" if names else "no port has a name"
            text = f"{as_text(target)} is not a port of the Deployment's containers ({known})"
            yield Problem(("spec", "ports", index, "targetPort"), text)


def selects(service: Manifest, deployment: Manifest) -> bool:
    """Tells whether a Service sends requests to a Deployment's pods."""
    same = service["metadata"]["namespace"] == deployment["metadata"]["namespace"]
    return same and bool(_selector(service)) and not [*label_mismatches(_selector(service), pod_labels(deployment))]


def pod_labels(deployment: Manifest) -> Mapping[str, str]:
    """Returns the labels of a Deployment's pods."""
    labels: Mapping[str, str] = _template(deployment, "metadata").get("labels") or {}
    return labels


def _template(deployment: Manifest, key: str) -> Mapping[str, Any]:
    part: Mapping[str, Any] = (deployment["spec"].get("template") or {}).get(key) or {}
    return part


def _selector(service: Manifest) -> Mapping[str, str]:
    spec = service["spec"]
    selector: Mapping[str, str] = {} if spec.get("type") == "ExternalName" else spec.get("selector") or {}
    return selector


def _port_names(deployment: Manifest) -> list[str]:
    pod = _template(deployment, "spec")
    containers = [*(pod.get("containers") or ()), *(pod.get("initContainers") or ())]
    return [port["name"] for container in containers for port in container.get("ports") or () if port.get("name")]
