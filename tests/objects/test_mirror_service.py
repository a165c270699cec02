from pathlib import Path

import pytest

from cdk8s_iter8 import MirrorService, ValuesError, Version
from cdk8s_iter8.manifests.mirror_service import QUEUE_PROXY
from tests.support.synthesized import chart, emitted


def test_a_way_to_the_pods_past_the_gateway(tmp_path: Path) -> None:
    made = chart(tmp_path)

    MirrorService(made, "mirror", version=Version("hello-1", "shop"))

    assert emitted(made) == [
        {
            "apiVersion": "v1",
            "kind": "Service",
            "metadata": {"name": "hello-1-mirror", "namespace": "shop"},
            "spec": {
                "selector": {"serving.knative.dev/service": "hello-1"},
                "ports": [{"name": "http", "port": 80, "targetPort": 8012}],
            },
        }
    ]


def test_http_2(tmp_path: Path) -> None:
    made = chart(tmp_path)

    MirrorService(made, "mirror", version=Version("hello-1"), port=QUEUE_PROXY["h2c"])

    assert emitted(made)[0]["spec"]["ports"][0]["targetPort"] == 8013


def test_a_name_that_is_too_long_with_the_ending(tmp_path: Path) -> None:
    with pytest.raises(ValuesError) as error:
        MirrorService(chart(tmp_path), "mirror", version=Version("a" * 57), port=0)

    first, second = error.value.lines
    assert first.startswith(f"chart/mirror: version.name: '{'a' * 57}")
    assert second == "chart/mirror: port: 0 is not a port (an integer from 1 to 65535)"
