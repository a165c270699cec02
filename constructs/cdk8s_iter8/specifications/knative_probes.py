"""Probes that Knative and Kubernetes take; `cdk8s_iter8.specifications.knative_pod` names the sources."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cdk8s_iter8.specifications.rules import (
    Check,
    Row,
    at_least,
    at_most_one,
    between,
    broken,
    exactly_one,
    must,
    one_of,
    required,
)
from cdk8s_iter8.validation.problem import Problem, as_text, below

_HANDLERS = ("httpGet", "tcpSocket", "exec", "grpc")
_HEADER = re.compile("[-A-Za-z0-9]+")
_PORT_NAME = re.compile("(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*")

_PORT = must(lambda port: isinstance(port, str) or -(2**31) <= port < 2**31, "is out of bounds: a port has 32 bits")
_NUMBER = between(0, 2**31 - 1)
_NUMBERS: tuple[Row, ...] = (
    ("initialDelaySeconds", _NUMBER),
    ("timeoutSeconds", _NUMBER),
    ("periodSeconds", _NUMBER),
    ("successThreshold", _NUMBER),
    ("failureThreshold", _NUMBER),
    ("httpGet.port", _PORT),
    ("tcpSocket.port", _PORT),
)

_BY_KUBELET: tuple[Row, ...] = (
    ("exec", required("command")),
    ("terminationGracePeriodSeconds", at_least(1)),
    ("httpGet.scheme", one_of("HTTP", "HTTPS")),
    (
        "httpGet.httpHeaders[].name",
        must(lambda value: bool(_HEADER.fullmatch(value)), "is not a header name (letters, digits and -)"),
    ),
    ("grpc", required("port")),
    ("grpc.port", between(1, 65535)),
)

_KNATIVE_READINESS: tuple[Row, ...] = (("exec", required("command")), ("grpc.port", _PORT), *_NUMBERS)

_ONCE: Row = ("successThreshold", must(lambda value: value in (0, 1), "is not 1, which Kubernetes demands here"))


def _liveness(probe: Mapping[str, Any]) -> Iterator[Problem]:
    yield from broken((("", exactly_one(*_HANDLERS)), *_NUMBERS, *_BY_KUBELET, _ONCE), probe)


def _startup(probe: Mapping[str, Any]) -> Iterator[Problem]:
    yield from _liveness(probe)
    yield from _number_or_name(probe)


def _readiness(probe: Mapping[str, Any]) -> Iterator[Problem]:
    yield from broken((("", at_most_one(*_HANDLERS)), *_KNATIVE_READINESS), probe)
    if "exec" in probe and "terminationGracePeriodSeconds" in probe:
        yield Problem(("terminationGracePeriodSeconds",), "must not be set for a readiness probe")
    if not probe.get("periodSeconds"):
        for key in ("failureThreshold", "timeoutSeconds"):
            if probe.get(key):
                text = (
                    f"{as_text(probe[key])} is disallowed when periodSeconds is zero (or absent): Knative asks at once"
                )
                yield Problem((key,), text)


LIVENESS: Check = _liveness
READINESS: Check = _readiness
STARTUP: Check = _startup


def serving_port_problems(container: Mapping[str, Any], port: Mapping[str, Any]) -> Iterator[Problem]:
    """Yields probes of the container that answers requests which name another port than its own."""
    name = port.get("name") or "http"
    for kind in ("livenessProbe", "readinessProbe"):
        for handler in ("httpGet", "tcpSocket"):
            asked = ((container.get(kind) or {}).get(handler) or {}).get("port")
            if isinstance(asked, str) and asked not in ("", name):
                text = f"{as_text(asked)} is another port: the probe's must match the container's, '{name}'"
                yield Problem((kind, handler, "port"), text)


def sidecar_probe_problems(container: Mapping[str, Any]) -> Iterator[Problem]:
    """Yields probes of a container beside it that Knative takes with none of its settings."""
    for kind in ("livenessProbe", "readinessProbe"):
        probe = container.get(kind)
        if probe is None:
            continue
        if kind == "readinessProbe":  # elsewhere Knative adds a handler
            yield from below((kind,), exactly_one(*_HANDLERS)(probe) if not any(map(probe.get, _HANDLERS)) else ())
        for handler in ("httpGet", "tcpSocket"):
            if probe.get(handler) is not None and probe[handler].get("port") in (None, 0, ""):
                yield Problem((kind, handler, "port"), "is missing: the probe's port must be specified")
    yield from below(("livenessProbe",), _number_or_name(container.get("livenessProbe") or {}))


def _number_or_name(probe: Mapping[str, Any]) -> Iterator[Problem]:
    for handler in ("httpGet", "tcpSocket"):
        if probe.get(handler) is None:
            continue
        port = probe[handler].get("port", 0)
        if not (1 <= port <= 65535 if isinstance(port, int) else _PORT_NAME.fullmatch(port)):
            text = f"{as_text(port)} is not a port (1 to 65535, or the name of one)"
            yield Problem((handler, "port"), text)
