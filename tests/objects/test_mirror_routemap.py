from pathlib import Path

import pytest
import yaml

from cdk8s_iter8 import MirrorRoutemap, Version
from tests.support import go_template
from tests.support.synthesized import chart, emitted, spec_of


def test_candidates_get_copies(tmp_path: Path) -> None:
    made = chart(tmp_path)
    versions = [
        Version("v-0", weight=1),
        Version("v-1", "shop", weight=100, mirrored=True),
        Version("v-2", weight=30, mirrored=True),
    ]

    MirrorRoutemap(made, "routemap", name="hello", versions=versions)

    spec = spec_of(emitted(made)[0])
    assert [version["weight"] for version in spec["versions"]] == [1, 100, 30]
    assert spec["versions"][1]["resources"] == [
        {"gvrShort": "cm", "name": "v-1-weight-config", "namespace": "shop"},
        {"gvrShort": "ksvc", "name": "v-1", "namespace": "shop"},
    ]
    template = spec["routingTemplates"]["mirror"]["template"]
    every, alone = (
        yaml.safe_load(output) for output in go_template.execute([(template, [1, 150, 30]), (template, [1, 0, 0])])
    )
    (rule,) = every["spec"]["http"]
    assert rule["route"][0]["destination"]["host"] == "v-0.default.svc.cluster.local"
    assert [(mirror["destination"]["host"], mirror["percentage"]["value"]) for mirror in rule["mirrors"]] == [
        ("v-1-mirror.shop.svc.cluster.local", 100),
        ("v-2-mirror.default.svc.cluster.local", 30),
    ]
    assert "mirrors" not in alone["spec"]["http"][0]


def test_wrong_arguments_name_the_construct(tmp_path: Path) -> None:
    versions = [Version("v-0"), Version("v-1", weight=101, mirrored=True)]

    with pytest.raises(ValueError, match=r"^chart/routemap: versions\[1\].weight: 101 is not a percentage "):
        MirrorRoutemap(chart(tmp_path), "routemap", name="hello", versions=versions)
