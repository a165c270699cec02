"""What Knative takes as the pods of a Service, as tables (Knative Serving v0.48.0).

Sources: pkg/apis/serving/k8s_validation.go and fieldmask.go, and what Kubernetes refuses when Knative creates the pods
(1.34, pkg/apis/core/validation/validation.go). What depends on a cluster's features and limits is left to the cluster;
docs/verification.md lists it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cdk8s_iter8.specifications.knative_probes import (
    LIVENESS,
    READINESS,
    STARTUP,
    serving_port_problems,
    sidecar_probe_problems,
)
from cdk8s_iter8.specifications.knative_resources import resource_problems
from cdk8s_iter8.specifications.knative_volumes import MOUNTS, VOLUMES, mount_problems, relative
from cdk8s_iter8.specifications.rules import (
    Row,
    at_least,
    at_most_one,
    between,
    broken,
    exactly_one,
    given,
    must,
    one_of,
    required,
    reserved,
    unique,
    unset,
)
from cdk8s_iter8.validation.image_reference import IMAGE_RULE, is_image_reference
from cdk8s_iter8.validation.problem import Problem, as_text, below

Spec = Mapping[str, Any]

RESERVED_PORTS = (8008, 8012, 8013, 8022, 9090, 9091)
_VARIABLES = ("K_SERVICE", "K_CONFIGURATION", "K_REVISION")
_PORT_NAMES = ("", "h2c", "http1")
_ID = between(0, 2**31 - 1)
_LABEL = re.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
_SUBDOMAIN = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*")
_KEY = re.compile("[-._a-zA-Z0-9]{1,253}")

dns_label = must(
    lambda value: value == "" or bool(_LABEL.fullmatch(value)),
    "is not a DNS label (at most 63 lower-case letters, digits and '-')",
)


def _is_dns_name(value: str) -> bool:
    return value == "" or (len(value) <= 253 and bool(_SUBDOMAIN.fullmatch(value)))


_DNS_NAME = "is not a DNS name (labels of lower-case letters, digits and '-', joined by '.')"
dns_name = must(_is_dns_name, _DNS_NAME)
_dns_name_or_prefix = must(lambda value: _is_dns_name(re.sub(".-$", "a", value)), _DNS_NAME)
_variable_name = must(
    lambda value: all(" " <= char <= "~" and char != "=" for char in value),
    "is not a variable's name (printable ASCII characters other than '=')",
)
_data_key = must(
    lambda key: bool(_KEY.fullmatch(key)) and key != "." and key[:2] != "..", "is not a key (letters, digits and ._-)"
)


def seccomp_problems(profile: Spec) -> Iterator[Problem]:
    """Yields what is wrong with a profile of system calls; paths start there."""
    kind, file = profile.get("type"), profile.get("localhostProfile")
    yield from broken([("", required("type")), ("type", one_of("RuntimeDefault", "Unconfined", "Localhost"))], profile)
    if kind == "Localhost":
        yield from broken([("", required("localhostProfile")), ("localhostProfile", relative)], profile)
    elif kind and file is not None:
        yield Problem(("localhostProfile",), "can only be set when type is Localhost")


POD: tuple[Row, ...] = (
    ("", unset("automountServiceAccountToken")),  # only false is allowed
    ("timeoutSeconds", at_least(0)),
    ("containerConcurrency", at_least(0)),
    ("serviceAccountName", dns_name),
    ("imagePullSecrets", unique("name", "name")),
    ("securityContext", unset("seLinuxOptions", "seLinuxChangePolicy", "windowsOptions", "sysctls", "appArmorProfile")),
    ("securityContext", unset("fsGroupChangePolicy", "supplementalGroupsPolicy")),
    ("securityContext.seccompProfile", seccomp_problems),
    ("securityContext.runAsUser", _ID),
    ("securityContext.runAsGroup", _ID),
    ("securityContext.fsGroup", _ID),
    ("securityContext.supplementalGroups[]", _ID),
    ("containers", unique("name", "container name")),
    *VOLUMES,
)

CONTAINER: tuple[Row, ...] = (
    ("", required("image")),
    ("name", dns_label),
    ("name", reserved(["queue-proxy"], "container name")),
    ("image", must(lambda value: value == "" or is_image_reference(value), f"is not {IMAGE_RULE}")),
    ("imagePullPolicy", one_of("Always", "IfNotPresent", "Never")),
    ("terminationMessagePolicy", one_of("File", "FallbackToLogsOnError")),
    ("env", unique("name", "variable")),
    ("env[].name", given),
    ("env[].name", _variable_name),
    ("env[].name", reserved(_VARIABLES, "environment variable")),
    ("env[]", at_most_one("value", "valueFrom")),
    ("env[].valueFrom", exactly_one("configMapKeyRef", "secretKeyRef", "fieldRef", "resourceFieldRef")),
    ("env[].valueFrom.configMapKeyRef", required("name")),
    ("env[].valueFrom.configMapKeyRef.name", dns_name),
    ("env[].valueFrom.configMapKeyRef.key", _data_key),
    ("env[].valueFrom.secretKeyRef", required("name")),
    ("env[].valueFrom.secretKeyRef.name", dns_name),
    ("env[].valueFrom.secretKeyRef.key", _data_key),
    ("envFrom[]", exactly_one("configMapRef", "secretRef")),
    ("envFrom[].prefix", _variable_name),
    ("envFrom[].configMapRef", required("name")),
    ("envFrom[].configMapRef.name", _dns_name_or_prefix),
    ("envFrom[].secretRef", required("name")),
    ("envFrom[].secretRef.name", _dns_name_or_prefix),
    ("securityContext.privileged", must(lambda value: not value, "is not false: Knative allows nothing else")),
    ("securityContext.runAsUser", _ID),
    ("securityContext.runAsGroup", _ID),
    ("ports[].containerPort", between(0, 65535)),  # 0 is 8080
    ("securityContext.seccompProfile", seccomp_problems),
    ("startupProbe", STARTUP),
    ("resources", resource_problems),
    *MOUNTS,
)

SERVING_CONTAINER: tuple[Row, ...] = (
    ("env[].name", reserved(["PORT"], "environment variable")),
    ("ports[].name", must(lambda value: value in _PORT_NAMES, "is not a name of a port (h2c or http1)")),
    ("ports[].protocol", one_of("TCP")),
)
"""The container that answers requests: the only one, or the one with a port."""


def pod_problems(pod: Spec) -> Iterator[Problem]:
    """Yields problems for which Knative refuses a Service's pods; paths start at the spec of the template."""
    yield from broken(POD, pod)
    containers = pod.get("containers") or []
    port: Spec = next((candidate["ports"][0] for candidate in containers if candidate.get("ports")), {})
    for index, container in enumerate(containers):
        is_serving = len(containers) == 1 or bool(container.get("ports"))
        yield from below(("containers", index), _container_problems(container, is_serving, port))
    yield from mount_problems(pod)


def _container_problems(container: Spec, is_serving: bool, port: Spec) -> Iterator[Problem]:
    yield from broken(CONTAINER, container)
    yield from broken([("livenessProbe", LIVENESS)], container)
    yield from broken([("readinessProbe", READINESS)], container)
    if is_serving:
        yield from broken(SERVING_CONTAINER, container)
        yield from serving_port_problems(container, port)
    else:
        yield from sidecar_probe_problems(container)
    for index, entry in enumerate(container.get("ports") or []):
        yield from below(("ports", index, "containerPort"), reserved_port(entry.get("containerPort")))


def reserved_port(port: object) -> Iterator[Problem]:
    """Yields a problem if Knative needs a container's port for itself."""
    if port in RESERVED_PORTS:
        names = ", ".join(map(str, RESERVED_PORTS))
        yield Problem((), f"{as_text(port)} is a port of Knative's own (reserved: {names})")
