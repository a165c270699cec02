from pathlib import Path

from cdk8s_iter8 import Version, WeightConfig
from tests.support.synthesized import chart, emitted


def test_a_version_s_weight_as_an_object(tmp_path: Path) -> None:
    made = chart(tmp_path)
    version = Version("hello-0", "shop", weight=0, labels={"a": "b"}, annotations={"c": "d"})

    WeightConfig(made, "weight", version=version)

    assert emitted(made) == [
        {
            "apiVersion": "v1",
            "kind": "ConfigMap",
            "metadata": {
                "name": "hello-0-weight-config",
                "namespace": "shop",
                "labels": {"iter8.tools/watch": "true"},
                "annotations": {"iter8.tools/weight": "0"},
            },
        }
    ]
