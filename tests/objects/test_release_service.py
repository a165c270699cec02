from pathlib import Path
from typing import Any

import pytest

from cdk8s_iter8 import ReleaseService, ValuesError
from tests.support.synthesized import chart, emitted


def test_the_name_that_callers_use(tmp_path: Path) -> None:
    made = chart(tmp_path)

    ReleaseService(made, "service", name="hello")

    assert emitted(made) == [
        {
            "apiVersion": "v1",
            "kind": "Service",
            "metadata": {"name": "hello", "namespace": "default"},
            "spec": {
                "type": "ExternalName",
                "externalName": "istio-ingressgateway.istio-system.svc.cluster.local",
                "sessionAffinity": "None",
            },
        }
    ]


def test_another_namespace_and_another_gateway(tmp_path: Path) -> None:
    made = chart(tmp_path)

    ReleaseService(made, "service", name="hello", namespace="shop", external_name="gateway.example")

    (service,) = emitted(made)
    assert service["metadata"]["namespace"] == "shop"
    assert service["spec"]["externalName"] == "gateway.example"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ({"name": "Hello"}, "name: 'Hello' is not a name for a Service"),
        ({"name": "hello", "namespace": ""}, "namespace: '' is not a namespace"),
        ({"name": "hello", "external_name": "http://a"}, "external_name: 'http://a' is not a DNS name"),
    ],
)
def test_what_kubernetes_would_refuse(arguments: dict[str, Any], line: str, tmp_path: Path) -> None:
    with pytest.raises(ValuesError) as error:
        ReleaseService(chart(tmp_path), "service", **arguments)

    assert str(error.value).startswith(f"chart/service: {line} (")
