from pathlib import Path
from typing import Any

import pytest

from cdk8s_iter8 import KnativeVersion, MirrorService, ValuesError, Version
from tests.support.synthesized import chart, emitted


def test_a_way_to_the_pods_past_the_gateway(tmp_path: Path) -> None:
    made = chart(tmp_path)

    MirrorService(made, "mirror", version=Version("hello-1", "shop"), image="hello")

    assert emitted(made) == [
        {
            "apiVersion": "v1",
            "kind": "Service",
            "metadata": {"name": "hello-1-mirror", "namespace": "shop"},
            "spec": {
                "selector": {"serving.knative.dev/service": "hello-1", "cdk8s-iter8/mirrored": "2a76470089"},
                "ports": [{"name": "http", "port": 80, "targetPort": "queue-port"}],
            },
        }
    ]


def spec(image: str = "hello", **port: object) -> dict[str, object]:
    return {"template": {"spec": {"containers": [{"image": image, "ports": [{"containerPort": 80, **port}]}]}}}


def test_http_2(tmp_path: Path) -> None:
    """Over HTTP/1.1 no gRPC request would arrive whole."""
    made = chart(tmp_path)

    MirrorService(made, "mirror", version=Version("hello-1"), spec=spec(name="h2c"))

    assert emitted(made)[0]["spec"]["ports"] == [{"name": "http2", "port": 80, "targetPort": "queue-port"}]


@pytest.mark.parametrize("given", [spec(), spec("other"), spec(name="h2c")])
def test_the_label_of_the_pods_is_the_one_that_is_selected(tmp_path: Path, given: dict[str, object]) -> None:
    made = chart(tmp_path)
    KnativeVersion(made, "v", version=Version("v", mirrored=True), spec=given)
    MirrorService(made, "mirror", version=Version("v", mirrored=True), spec=given)
    version, service = emitted(made)
    labels = {"serving.knative.dev/service": "v", **version["spec"]["template"]["metadata"]["labels"]}
    assert service["spec"]["selector"].items() <= labels.items()


def test_pods_of_an_older_revision_are_not_selected(tmp_path: Path) -> None:
    made = chart(tmp_path)
    for namespace, image in (("a", "hello:1"), ("b", "hello:2")):
        MirrorService(made, namespace, version=Version("v", namespace), image=image)
    old, new = emitted(made)
    assert old["spec"]["selector"] != new["spec"]["selector"]


@pytest.mark.parametrize("given", [{}, {"image": "a", "spec": spec()}])
def test_it_needs_either_image_or_spec(tmp_path: Path, given: dict[str, Any]) -> None:
    with pytest.raises(ValuesError, match=r"^chart/mirror: a version needs either image or spec$"):
        MirrorService(chart(tmp_path), "mirror", version=Version("v"), **given)


def test_a_name_that_is_too_long_with_the_ending(tmp_path: Path) -> None:
    with pytest.raises(ValuesError) as error:
        MirrorService(chart(tmp_path), "mirror", version=Version("a" * 57), image="a", port=0)

    first, second = error.value.lines
    assert first.startswith(f"chart/mirror: version.name: '{'a' * 57}")
    assert second == "chart/mirror: port: 0 is not a port (an integer from 1 to 65535)"
