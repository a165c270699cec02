"""Deliberately wrong output: the scenarios must notice each. `E2E_MUTANT` names the one to apply."""

import os
import re
from collections.abc import Callable


def drop_host(template: str) -> str:
    """The rewrite of the Host is lost, which alone tells Knative's versions apart."""
    return re.sub(r"\n +request:\n +set:\n +Host: \S+", "", template)


def swap_weights(template: str) -> str:
    """The first two versions have each other's weight."""
    return re.sub(r"(weight: \{\{ index \.Weights )([01])", lambda match: match[1] + str(1 - int(match[2])), template)


def forget_guard(template: str) -> str:
    """A version that is not ready keeps its place in the route."""
    return re.sub(r"\{\{- if gt \(index \.Weights [1-9]\) 0 \}\}", "{{- if true }}", template)


def mirror_to_host(template: str) -> str:
    """Copies go to the candidate's Knative host, where their Host sends them to the primary again."""
    return re.sub(r"host: (\S+)-mirror\.", r"host: \1.", template)


def half_cookie(template: str) -> str:
    """The cookie of a version is taken for that of another whose name begins with it."""
    return re.sub(r"\(\\+s\*;\.\*\)\?", ".*", template)


def drop_path(template: str) -> str:
    """A model of KServe is not asked by its own path."""
    return re.sub(r"\n +rewrite:\n +uri: \S+", "", template)


def keep_branch(template: str) -> str:
    """The header by which a request finds its branch in the second pass reaches the model."""
    return re.sub(r"\n +remove:\n +- branch", "", template)


def one_model(template: str) -> str:
    """Every request to a ModelMesh asks for the primary's model."""
    return re.sub(r"mm-vmodel-id: \S+", "mm-vmodel-id: hello-0", template)


def port_by_number(text: str) -> str:
    """Copies go to the queue-proxy's port for HTTP/1.1, whatever the container speaks."""
    return text.replace("targetPort: queue-port", "targetPort: 8012")


def every_revision(text: str) -> str:
    """Copies go to the pods of every revision."""
    return re.sub(r"(selector:\n(?: +\S+: .*\n)*?) +cdk8s-iter8/mirrored: .*\n", r"\1", text)


def by_ready(text: str) -> str:
    """This project's own controller judges a Knative Service by Ready."""
    return text.replace("RoutesReady", "Ready")


def other_version(text: str) -> str:
    """Prometheus is asked about the primary, whichever version is meant."""
    return re.sub(r"(cluster_name=~?\"outbound\S*?|kn_service_name=\")hello-1\b", r"\1hello-0", text)


def inbound(text: str) -> str:
    """Prometheus is asked for the requests that an Envoy receives, not for those that it sends."""
    return text.replace('cluster_name="outbound', 'cluster_name="inbound')


def every_class(text: str) -> str:
    """Every answer counts as an error."""
    return re.sub(r', response_code_class="5xx"|http_response_status_code=~"5..", ', "", text)


def every_pod(text: str) -> str:
    """The pods of every version count."""
    return re.sub(r', kn_service_name="[^"]*"', "", text)


MUTANTS: dict[str, Callable[[str], str]] = {
    "drop-host": drop_host,
    "swap-weights": swap_weights,
    "forget-guard": forget_guard,
    "mirror-to-host": mirror_to_host,
    "half-cookie": half_cookie,
    "drop-path": drop_path,
    "keep-branch": keep_branch,
    "one-model": one_model,
    "port-by-number": port_by_number,
    "every-revision": every_revision,
    "by-ready": by_ready,
    "other-version": other_version,
    "inbound": inbound,
    "every-class": every_class,
    "every-pod": every_pod,
}


def mutate(text: str) -> str:
    """The YAML of a release or of a controller, or a query, made wrong as the environment asks, if it does."""
    name = os.environ.get("E2E_MUTANT")
    return MUTANTS[name](text) if name else text
