from typing import Any

import pytest

from cdk8s_iter8.specifications.spelling import api_data, is_struct
from cdk8s_iter8_crds.dev.knative.serving import (
    ServiceSpecTemplateSpecContainersLivenessProbeHttpGet as HttpGet,
)
from cdk8s_iter8_crds.dev.knative.serving import (
    ServiceSpecTemplateSpecContainersLivenessProbeHttpGetPort as Port,
)

DOCUMENT: dict[str, Any] = {
    "properties": {"spec": {"$ref": "#/$defs/spec"}},
    "$defs": {
        "spec": {
            "properties": {
                "hostIPs": {"type": "array"},
                "limits": {"additionalProperties": {"$ref": "#/$defs/amount"}},
                "probes": {"type": "array", "items": {"properties": {"httpGet": {"$ref": "#/$defs/get"}}}},
            }
        },
        "get": {"properties": {"path": {}, "httpHeaders": {}, "port": {}, "scheme": {}}},
        "amount": {"properties": {"requestsCPU": {}}},
    },
}


class Spec:
    """What a struct of any package looks like."""

    __jsii_name_mapping__ = {"host_i_ps": "hostIPs", "limits": "limits", "probes": "probes"}  # noqa: RUF012

    def __init__(self, **fields: object) -> None:
        self.host_i_ps = fields.get("host_i_ps")
        self.limits = fields.get("limits")
        self.probes = fields.get("probes")


def test_what_is_a_struct() -> None:
    assert is_struct(Spec())
    assert is_struct(HttpGet(port=Port.from_number(1)))
    assert not is_struct({})
    assert not is_struct(Spec)


@pytest.mark.parametrize(
    ("given", "data"),
    [
        (Spec(), {}),
        (Spec(host_i_ps=["a_b"]), {"hostIPs": ["a_b"]}),
        (Spec(limits={"my_limit": {"requests_cpu": 1}}), {"limits": {"my_limit": {"requestsCPU": 1}}}),
        (
            Spec(probes=({"http_get": {"path": "/", "unknown_key": 1}},)),
            {"probes": [{"httpGet": {"path": "/", "unknown_key": 1}}]},
        ),
        (
            Spec(probes=[{"httpGet": HttpGet(path="/a_b", port=Port.from_number(8080))}]),
            {"probes": [{"httpGet": {"path": "/a_b", "port": 8080}}]},
        ),
        ({"probes": [{"http_get": {}}]}, {"probes": [{"http_get": {}}]}),
        ({"host_ips": 1, "hostIPs": 2}, {"host_ips": 1, "hostIPs": 2}),
        ("no mapping", "no mapping"),
    ],
)
def test_the_data_that_a_struct_stands_for(given: Any, data: Any) -> None:
    assert api_data(given, DOCUMENT) == data


@pytest.mark.parametrize("keys", [("http_get", "httpGet"), ("httpGet", "http_get"), ("http_get", "HTTPGet")])
def test_of_two_spellings_of_a_field_none_is_lost(keys: tuple[str, str]) -> None:
    data = api_data(Spec(probes=[dict.fromkeys(keys, 1)]), DOCUMENT)
    assert len(data["probes"][0]) == 2
