from typing import Any

import pytest
from pydantic import ValidationError

from cdk8s_iter8.environments.knative_istio import KnativeIstio
from cdk8s_iter8.validation.model import problems

VALUES = KnativeIstio.values()
LEAST: dict[str, Any] = {"environment": "knative-istio", "application": {"versions": [{"image": "example/hello"}]}}


def lines(**more: object) -> list[str]:
    with pytest.raises(ValidationError) as error:
        VALUES.model_validate(LEAST | more, by_name=False)
    return [str(problem) for problem in problems(error.value, VALUES)]


def test_the_defaults_are_those_of_the_chart() -> None:
    values = VALUES.model_validate(LEAST, by_name=False)
    (version,) = values.application.versions

    assert (values.gateway, values.iter8_version) == ([], "v1.1")
    assert (values.application.strategy, values.application.port) == ("none", 80)
    assert (version.weight, version.match, version.port) == (50, [], None)
    assert values.service.external_name == "istio-ingressgateway.istio-system.svc.cluster.local"


def test_what_the_chart_makes_fifty_is_zero() -> None:
    versions = [{"image": "example/hello", "weight": 0}]

    values = VALUES.model_validate(LEAST | {"application": {"versions": versions}}, by_name=False)

    assert values.application.versions[0].weight == 0


@pytest.mark.parametrize(
    ("given", "gateways"),
    [("shop/public", ["shop/public"]), (["public", "shop/public"], ["public", "shop/public"]), ([], []), (None, [])],
)
def test_one_gateway_or_several(given: object, gateways: list[str]) -> None:
    assert VALUES.model_validate(LEAST | {"gateway": given}, by_name=False).gateway == gateways


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"gateway": 7}, "gateway: 7 is not a gateway (NAME or NAMESPACE/NAME) or a list of them"),
        ({"gateway": {"name": "a"}}, "gateway: a mapping is not a gateway (NAME or NAMESPACE/NAME) or a list of them"),
        ({"gateway": ["a", "a"]}, "gateway[1]: 'a' stands twice"),
        ({"gateway": ""}, "gateway[0]: '' is not a gateway (NAME or NAMESPACE/NAME)"),
        ({"iter8Version": 1.1}, "iter8Version: 1.1 is not a version of Iter8 (a label value such as v1.1)"),
        ({"service": []}, "service: an empty list is not a mapping"),
        ({"service": {"host": "a"}}, "service.host: is not a known key; known: externalName"),
        ({"application": {"versions": []}}, "application.versions: is empty: at least one is needed"),
        (
            {"application": {"versions": [{}]}},
            "application.versions[0]: needs either image or ksvcSpecification",
        ),
    ],
)
def test_what_is_wrong(more: dict[str, object], line: str) -> None:
    assert lines(**more) == [line]
