"""Odd specs of Knative Services: right ones, of which a few fields are dropped, doubled or given another value.

The fields are those of the whole schema except those that a setting of the cluster switches on (`SWITCHED`).
"""

import copy
import itertools
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from hypothesis import strategies as st

from cdk8s_iter8.specifications.schema_files import knative_service_schema

Spec = dict[str, Any]
Path = tuple[str | int, ...]
Mutation = tuple[Path, Any]
"""A place, and what is put there: `DROP` and `DOUBLE` are no values."""

DROP, DOUBLE = object(), object()

SWITCHED = {
    "affinity", "dnsConfig", "dnsPolicy", "hostAliases", "hostIPC", "hostNetwork", "hostPID", "initContainers",
    "nodeSelector", "priorityClassName", "runtimeClassName", "schedulerName", "shareProcessNamespace", "tolerations",
    "topologySpreadConstraints", "fieldRef", "resourceFieldRef", "csi", "ephemeral", "hostPath",
    "persistentVolumeClaim",
}  # fmt: skip

_SERVING: Spec = {
    "image": "ghcr.io/a/b:c",
    "name": "user",
    "args": ["a"],
    "env": [
        {"name": "A", "value": "b"},
        {"name": "B", "valueFrom": {"configMapKeyRef": {"name": "a", "key": "b"}}},
        {"name": "C", "valueFrom": {"secretKeyRef": {"name": "a", "key": "b", "optional": True}}},
    ],
    "envFrom": [{"configMapRef": {"name": "a"}, "prefix": "A"}, {"secretRef": {"name": "a", "optional": True}}],
    "imagePullPolicy": "Always",
    "ports": [{"containerPort": 80, "name": "h2c", "protocol": "TCP"}],
    "livenessProbe": {"httpGet": {"path": "/", "port": "h2c", "httpHeaders": [{"name": "A", "value": "b"}]}},
    "readinessProbe": {"httpGet": {"path": "/", "port": 80, "scheme": "HTTP"}, "periodSeconds": 1, "timeoutSeconds": 1},
    "startupProbe": {"tcpSocket": {"port": 80}, "failureThreshold": 1},
    "resources": {"limits": {"cpu": "1", "memory": "64Mi"}, "requests": {"cpu": "500m", "memory": "32Mi"}},
    "securityContext": {"runAsUser": 1, "runAsGroup": 1, "allowPrivilegeEscalation": False, "privileged": False},
    "terminationMessagePolicy": "File",
    "volumeMounts": [
        {"name": "secret", "mountPath": "/secret", "readOnly": True},
        {"name": "config", "mountPath": "/config", "subPath": "a/b"},
        {"name": "projected", "mountPath": "/projected"},
        {"name": "empty", "mountPath": "/empty"},
    ],
}
_VOLUMES: list[Spec] = [
    {"name": "secret", "secret": {"secretName": "a", "defaultMode": 0, "items": [{"key": "a", "path": "b"}]}},
    {"name": "config", "configMap": {"name": "a", "items": [{"key": "a", "path": "b", "mode": 1}]}},
    {
        "name": "projected",
        "projected": {
            "sources": [
                {"secret": {"name": "a", "items": [{"key": "a", "path": "b"}]}},
                {"configMap": {"name": "a", "items": [{"key": "a", "path": "c"}]}},
                {"serviceAccountToken": {"path": "d", "expirationSeconds": 600, "audience": "a"}},
                {"downwardAPI": {"items": [{"path": "e", "fieldRef": {"fieldPath": "metadata.name"}}]}},
            ]
        },
    },
    {"name": "empty", "emptyDir": {"medium": "Memory", "sizeLimit": "1Gi"}},
]
_KPA: Spec = {
    "autoscaling.knative.dev/class": "kpa.autoscaling.knative.dev",
    "autoscaling.knative.dev/min-scale": "2",
    "autoscaling.knative.dev/max-scale": "4",
    "autoscaling.knative.dev/activation-scale": "3",
}

BASES: tuple[Spec, ...] = (
    {
        "template": {
            "metadata": {"name": "hello-0-a", "labels": {"a": "b"}, "annotations": _KPA},
            "spec": {
                "containers": [_SERVING],
                "volumes": _VOLUMES,
                "timeoutSeconds": 10,
                "containerConcurrency": 1,
                "serviceAccountName": "a",
                "imagePullSecrets": [{"name": "a"}],
                "enableServiceLinks": False,
                "automountServiceAccountToken": False,
            },
        },
        "traffic": [{"percent": 90, "latestRevision": True}, {"percent": 10, "tag": "a", "revisionName": "hello-0-b"}],
    },
    {
        "template": {
            "spec": {
                "containers": [
                    {
                        "image": "sidecar",
                        "name": "sidecar",
                        "env": [{"name": "PORT", "value": "81"}],
                        "livenessProbe": {"grpc": {"port": 81, "service": "a"}, "terminationGracePeriodSeconds": 1},
                        "readinessProbe": {"exec": {"command": ["a"]}},
                        "volumeMounts": [{"name": "empty", "mountPath": "/empty"}],
                    },
                    {
                        "image": "hello",
                        "ports": [{"containerPort": 80}],
                        "livenessProbe": {"exec": {"command": ["a"]}},
                        "readinessProbe": {"tcpSocket": {"port": "http"}},
                    },
                ],
                "volumes": [{"name": "empty", "emptyDir": {}}],
            }
        }
    },
    {"template": {"spec": {"containers": [{"image": "hello"}]}}},
)

TEXTS: tuple[str, ...] = (
    "", " ", "a", "b", "ab", "A", "Ab", "a b", "a.b", "a_b", "-a", "a-", "a=b", "é", "a" * 63, "a" * 64, "a" * 254,
    "a.B/c", "a/", "a//b", "/", "//", "/a", "/a/", "/dev", "/dev/", "/dev/log", "/a/../b", "a/b", "../a", "..", "..a",
    "a/..", "./a", "a..b", "queue-proxy", "PORT", "K_SERVICE", "http", "http1", "h2c", "h2c-a", "TCP", "UDP", "HTTP",
    "HTTPS", "https", "Always", "Never", "IfNotPresent", "always", "Memory", "HugePages", "None", "Bidirectional",
    "File", "FallbackToLogsOnError", "ab:", "ab:C", "ab:c.d", "a.b:80/cd", "a.b:80/cd:e", "a.b/cd@sha256:" + "0" * 64,
    "ab@sha256:0", "ab:c@sha256:" + "a" * 64, "ab@sha512:" + "0" * 64, "AB/cd", "ab/CD", "localhost:5000/ab",
    "localhost/ab", "[::1]:80/ab", "ab::c", ":80/ab", "a.b:x/cd", "0", "-0", "+0", "00", "1", "+1", "01", " 1",
    "-1", "-2", "2", "3", "5", "1.0", "1.", ".5", "0.01", "0.009", "0.1", "0.09", "99", "100", "100.1", "101",
    "109.9", "110", "1000", "1001", "1e2", "1E2", "1e999", "1e-999", "1_0", "0x1p4", "0x_1p4", "0x10", "NaN", "nan",
    "inf", "-Inf", "+Infinity", "infinit", "2147483647", "2147483648", "-2147483648", "9223372036854775807",
    "9223372036854775808", "0s", "1s", "5s", "5.9s", "6s", "6.5s", "6000ms", "6500ms", "90s", "1m", "1m30s", "1h",
    "1h0m0.5s", "60m1s", "61m", "1d", "s", "-1s", "+90s", ".5s", "1.s", ".s", "1.5h", "9e9s", "3000000h", "1us",
    "1µs", "0.0000000001s", "1k", "1K", "1Ki", "1ki", "10m", "1n", "1u", "1Gi", "1E", "1Ei", "-1Gi", "1e3", "1e+3",
    "1e1.5", "1e", "+1.5Gi", "1MB", "0.5", "kpa.autoscaling.knative.dev", "hpa.autoscaling.knative.dev",
    "a.knative.dev", "concurrency", "rps", "cpu", "memory", "linear", "weightedExponential", "hello-0-c", "hello-1-a",
    "a.b/c", "metadata.name",
)  # fmt: skip
NUMBERS: tuple[int, ...] = (
    -(2**31), -1, 0, 1, 2, 3, 10, 80, 90, 100, 101, 511, 512, 599, 600, 601, 8008, 8012, 9091, 65535, 65536,
    2**31 - 1, 2**31, 2**32, 2**32 + 1,
)  # fmt: skip
SCALARS: dict[str, tuple[Any, ...]] = {
    "string": TEXTS,
    "integer": NUMBERS,
    "number": NUMBERS,
    "boolean": (False, True),
}
ANNOTATIONS: tuple[str, ...] = (
    *("autoscaling.knative.dev/" + name for name in (
        "class", "min-scale", "minScale", "max-scale", "maxScale", "initial-scale", "initialScale", "activation-scale",
        "scale-down-delay", "scaleDownDelay", "metric", "target", "scale-to-zero-pod-retention-period",
        "metric-aggregation-algorithm", "metricAggregationAlgorithm", "window", "target-utilization-percentage",
        "targetUtilizationPercentage", "target-burst-capacity", "panic-window-percentage", "panicThresholdPercentage",
        "panic-threshold-percentage", "unknown",
    )),
    *("queue.sidecar.serving.knative.dev/" + name for name in (
        "resource-percentage", "resourcePercentage", "cpu-resource-request", "cpu-resource-limit",
        "memory-resource-request", "memory-resource-limit", "ephemeral-storage-resource-request",
    )),
    "serving.knative.dev/progress-deadline", "serving.knative.dev/rollout-duration",
    *("networking.knative.dev/" + name for name in (
        "ingress.class", "ingress-class", "certificate.class", "certificate-class", "disableAutoTLS",
        "disable-auto-tls", "disable-external-domain-tls", "httpOption", "http-option", "http-protocol", "visibility",
    )),
)  # fmt: skip
RESOURCES = (
    "cpu", "memory", "ephemeral-storage", "storage", "hugepages-2Mi", "a.b/c", "kubernetes.io/a", "requests.a/b",
    "A/b", "gpu",
)  # fmt: skip


@cache
def mutations(base: int) -> tuple[Mutation, ...]:
    """Every change of one field of a base."""
    document = json.loads(knative_service_schema())
    template = document["properties"]["spec"]
    return (
        *_mutations(BASES[base], template, document, ()),
        *((("template", "metadata", "annotations", key), value) for key in ANNOTATIONS for value in (DROP, *TEXTS)),
        *(
            (("template", "spec", "containers", 0, "resources", kind, name), value)
            for kind in ("limits", "requests")
            for name in RESOURCES
            for value in (DROP, 0, -1, 1, 2, "0", "1", "500m", "-1m", "1.5", "2Mi", "1Gi", "2e0", "+1")
        ),
    )


def _mutations(value: Any, schema: Spec, document: Spec, path: Path) -> Iterator[Mutation]:
    while "$ref" in schema:
        schema = document["$defs"][schema["$ref"].rpartition("/")[2]]
    if path:
        yield path, DROP
    if path and isinstance(path[-1], int):
        yield path, DOUBLE
    kinds = schema.get("type", [])
    for kind in [kinds] if isinstance(kinds, str) else kinds:
        if kind == "object" and path[-2:] != ("template", "metadata"):
            yield from _of_object(value if isinstance(value, dict) else {}, schema, document, path)
        elif kind == "array":
            yield path, []
            items = value if isinstance(value, list) and value else [{}]
            for index, item in enumerate(items):
                yield from _mutations(item, schema["items"], document, (*path, index))
        else:
            yield from ((path, scalar) for scalar in SCALARS.get(kind, ()))


def _of_object(value: Spec, schema: Spec, document: Spec, path: Path) -> Iterator[Mutation]:
    if path:
        yield path, {}
    for key, of in schema.get("properties", {}).items():
        switched = key in SWITCHED or (key == "image" and path[-2:-1] == ("volumes",))
        if not switched and len(path) < 12:
            yield from _mutations(value.get(key), of, document, (*path, key))


def mutated(base: int, changes: list[Mutation]) -> Spec:
    """A base with changes; a change of what an earlier one dropped makes the place anew."""
    spec = copy.deepcopy(BASES[base])
    for path, value in changes:
        _change(spec, path, value)
    return spec


def _change(spec: Any, path: Path, value: Any) -> None:
    here = spec
    for step, following in itertools.pairwise(path):
        missing: Any = [] if isinstance(following, int) else {}
        if isinstance(here, dict):
            here = here.setdefault(step, missing)
            continue
        if int(step) >= len(here):
            here.append(missing)
        here = here[min(int(step), len(here) - 1)]
    last = path[-1]
    there = last < len(here) if isinstance(last, int) else last in here
    if value is DROP:
        if there:
            del here[last]
    elif value is DOUBLE:
        if there:
            here.append(copy.deepcopy(here[last]))
    elif isinstance(last, int) and not there:
        here.append(value)
    else:
        here[last] = copy.deepcopy(value)


@st.composite
def knative_specs(draw: st.DrawFn) -> Spec:
    """Specs with up to three changes."""
    base = draw(st.sampled_from(range(len(BASES))))
    possible = mutations(base)
    # By number: hypothesis would look at each of the tens of thousands.
    numbers = draw(st.lists(st.integers(0, len(possible) - 1), max_size=3))
    return mutated(base, [possible[number] for number in numbers])
