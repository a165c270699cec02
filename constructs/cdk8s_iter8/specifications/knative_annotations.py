"""Annotations that Knative reads, and the values that it takes (Knative Serving v0.48.0).

Sources: pkg/apis/autoscaling/annotation_validation.go, pkg/apis/serving/metadata_validation.go,
pkg/apis/serving/v1/revision_validation.go; networking pkg/apis/networking/metadata_validation.go. What depends on a
cluster's settings is left to the cluster: initial-scale 0, the largest max-scale, a metric without a class.
"""

from collections.abc import Callable, Iterator, Mapping

from cdk8s_iter8.validation.duration import nanoseconds
from cdk8s_iter8.validation.go_number import parse_float, parse_int
from cdk8s_iter8.validation.problem import Problem, as_text
from cdk8s_iter8.validation.quantity import is_quantity

AUTOSCALING = "autoscaling.knative.dev/"
_QUEUE = "queue.sidecar.serving.knative.dev/"
_SERVING = "serving.knative.dev/"
_KPA, _HPA = "kpa.autoscaling.knative.dev", "hpa.autoscaling.knative.dev"
_SECOND = 10**9
_HOUR = 3600 * _SECOND

Test = Callable[[str], bool]
Keys = tuple[str, ...]
"""The spellings of an annotation: Knative reads the first one that is there."""


def _integer(least: int, bits: int) -> Test:
    return lambda text: (number := parse_int(text, bits)) is not None and number >= least


def _number(least: float, most: float = float("inf"), also: float | None = None) -> Test:
    # Written so that not-a-number passes, as it does in Knative.
    return lambda text: (
        (number := parse_float(text)) is not None and (number == also or not (number < least or number > most))
    )


def _time(least: int = 0, most: int | None = None, *, whole_seconds: bool) -> Test:
    return lambda text: (
        (time := nanoseconds(text)) is not None
        and time >= least
        and (most is None or time <= most)
        and not (whole_seconds and time % _SECOND)
    )


def _or_empty(test: Test) -> Test:
    return lambda text: text == "" or test(text)


def _autoscaling(name: str, old: str = "") -> Keys:
    return (AUTOSCALING + name, AUTOSCALING + old) if old else (AUTOSCALING + name,)


_PODS = "is not a number of pods (such as '1')"
_TIMES = "with at most second precision (such as '90s')"
MIN_SCALE = _autoscaling("min-scale", "minScale")
_MAX_SCALE = _autoscaling("max-scale", "maxScale")
_ACTIVATION_SCALE = _autoscaling("activation-scale")
_CLASS = _autoscaling("class")

Row = tuple[Keys, Test, str]
"""An annotation, which values are right, and the words that follow a wrong one."""

# fmt: off
ON_TEMPLATES: tuple[Row, ...] = (
    (MIN_SCALE, _integer(0, 32), _PODS),
    (_MAX_SCALE, _integer(0, 32), _PODS),
    (_autoscaling("initial-scale", "initialScale"), _integer(0, 64), _PODS),
    (_ACTIVATION_SCALE, _integer(2, 32), f"{_PODS}: activation-scale must be greater than 1"),
    (_autoscaling("target"), _number(0.01), "is not a target: a number, which should be at least 0.01"),
    (_autoscaling("target-utilization-percentage", "targetUtilizationPercentage"),
     _number(1, 100), "is not a percentage: a number, expected 1 <= number <= 100"),
    (_autoscaling("target-burst-capacity", "targetBurstCapacity"),
     _number(0, also=-1), "is not a number of requests: at least 0, or -1 for no limit"),
    (_autoscaling("panic-window-percentage", "panicWindowPercentage"),
     _number(1, 100), "is not a percentage: a number, expected 1 <= number <= 100"),
    (_autoscaling("panic-threshold-percentage", "panicThresholdPercentage"),
     _number(110, 1000), "is not a percentage: a number, expected 110 <= number <= 1000"),
    (_autoscaling("window"), _time(6 * _SECOND, _HOUR, whole_seconds=True),
     f"is not a duration, expected 6s <= duration <= 1h0m0s, {_TIMES}"),
    (_autoscaling("scale-down-delay", "scaleDownDelay"), _time(0, _HOUR, whole_seconds=True),
     f"is not a duration, expected 0s <= duration <= 1h0m0s, {_TIMES}"),
    (_autoscaling("scale-to-zero-pod-retention-period", "scaleToZeroPodRetentionPeriod"),
     _time(0, _HOUR, whole_seconds=False), "is not a duration, expected 0s <= duration <= 1h0m0s (such as '90s')"),
    (_CLASS, lambda text: text in (_KPA, _HPA) or not text.endswith(".knative.dev"),
     f"is not a class of autoscalers (known: {_KPA}, {_HPA})"),
    ((_SERVING + "progress-deadline",), _or_empty(_time(whole_seconds=True)),
     f"is not a duration: it must be positive, {_TIMES}"),
    ((_QUEUE + "resource-percentage", _QUEUE + "resourcePercentage"),
     _number(0.1, 100), "is not a percentage: a number, expected 0.1 <= number <= 100"),
    *(((f"{_QUEUE}{resource}-resource-{bound}",), is_quantity, "is not a quantity (such as 250m, 64Mi or 1)")
      for resource in ("cpu", "memory", "ephemeral-storage") for bound in ("request", "limit")),
)

ON_SERVICES: tuple[Row, ...] = (
    ((_SERVING + "rollout-duration", _SERVING + "rolloutDuration"), _or_empty(_time(whole_seconds=True)),
     f"is not a duration: it must be positive, {_TIMES}"),
)

_OF_CLASS: Mapping[str, tuple[Row, ...]] = {
    _KPA: (
        (_autoscaling("metric"), lambda text: text in ("concurrency", "rps"),
         f"is not a metric of {_KPA} (known: concurrency, rps)"),
        (_autoscaling("metric-aggregation-algorithm", "metricAggregationAlgorithm"),
         lambda text: text in ("", "linear", "weighted-exponential", "weightedExponential"),
         "is not an algorithm (known: linear, weighted-exponential)"),
    ),
    _HPA: (
        (_autoscaling("metric"), bool, f"is not a metric of {_HPA} (such as cpu or memory)"),
    ),
}

_NETWORKING = tuple("networking.knative.dev/" + name for name in (
    "ingress-class", "certificate-class", "disable-auto-tls", "disable-external-domain-tls", "httpOption",
    "ingress.class", "certificate.class", "disableAutoTLS", "http-protocol",
))
# fmt: on


def template_annotation_problems(annotations: Mapping[str, str]) -> Iterator[Problem]:
    """Yields problems of annotations for which Knative refuses a Service's template; paths start at the annotations."""
    given_class = _effective(annotations, _CLASS)
    for keys, is_right, words in ON_TEMPLATES + _OF_CLASS.get(given_class[1] if given_class else "", ()):
        yield from _row_problems(annotations, keys, is_right, words)
    yield from _scale_problems(annotations)
    for key in annotations:
        if key.startswith("networking.knative.dev") and key not in _NETWORKING:
            yield Problem((key,), f"is an invalid key name (known: {', '.join(_NETWORKING)})")


def service_annotation_problems(annotations: Mapping[str, str]) -> Iterator[Problem]:
    """Yields problems of annotations for which Knative refuses a Service; paths start at the annotations."""
    for key in annotations:
        if key.startswith(AUTOSCALING.removesuffix("/")):
            text = "belongs in ksvcSpecification.spec.template.metadata.annotations; Knative refuses it on the Service"
            yield Problem((key,), text)
    for row in ON_SERVICES:
        yield from _row_problems(annotations, *row)


def _row_problems(annotations: Mapping[str, str], keys: Keys, is_right: Test, words: str) -> Iterator[Problem]:
    annotation = _effective(annotations, keys)
    if annotation and not is_right(annotation[1]):
        yield Problem((annotation[0],), f"{as_text(annotation[1])} {words}")


def _scale_problems(annotations: Mapping[str, str]) -> Iterator[Problem]:
    """Compares the three scales with each other; a maximum of 0 is none."""
    least, most, start = (_scale(annotations, keys) for keys in (MIN_SCALE, _MAX_SCALE, _ACTIVATION_SCALE))
    if least and most and most[1] and most[1] < least[1]:
        yield Problem((most[0],), f"max-scale={most[1]} is less than min-scale={least[1]}")
    if least and start and least[1] > start[1]:
        yield Problem((start[0],), f"min-scale={least[1]} is greater than activation-scale={start[1]}")
    if most and most[1] and start and most[1] < start[1]:
        yield Problem((start[0],), f"max-scale={most[1]} is less than activation-scale={start[1]}")


def _scale(annotations: Mapping[str, str], keys: Keys) -> tuple[str, int] | None:
    annotation = _effective(annotations, keys)
    number = parse_int(annotation[1], 32) if annotation else None
    return (annotation[0], number) if annotation and number is not None and number >= 0 else None


def _effective(annotations: Mapping[str, str], keys: Keys) -> tuple[str, str] | None:
    return next(((key, annotations[key]) for key in keys if key in annotations), None)
