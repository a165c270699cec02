from pathlib import Path
from typing import Any

import pytest

from cdk8s_iter8 import Routemap, ValuesError
from cdk8s_iter8.iter8.routemap_spec import Resource, RoutemapVersion, RoutingTemplate
from cdk8s_iter8.template import Guard, LiveWeight, Node
from tests.support.synthesized import chart, emitted

PRIMARY = RoutemapVersion((Resource("cm", "v-0-weight-config", "shop"), Resource("ksvc", "v-0", "shop")), 30)
CANDIDATE = RoutemapVersion((Resource("deploy", "v-1", "other"),))

STR_SPEC = """\
versions:
- resources:
  - gvrShort: cm
    name: v-0-weight-config
    namespace: shop
  - gvrShort: ksvc
    name: v-0
    namespace: shop
  weight: 30
- resources:
  - gvrShort: deploy
    name: v-1
    namespace: other
"""
TEMPLATES = """\
routingTemplates:
  blue-green:
    gvrShort: vs
    template: |
      kind: VirtualService
      items:
      {{- if gt (index .Weights 1) 0 }}
      - {{ index .Weights 1 }}
      {{- end }}
"""


def test_versions_alone(tmp_path: Path) -> None:
    made = chart(tmp_path)

    Routemap(made, "routemap", name="v", namespace="shop", versions=[PRIMARY, CANDIDATE], iter8_version="v1.2")

    assert emitted(made) == [
        {
            "apiVersion": "v1",
            "kind": "ConfigMap",
            "metadata": {
                "name": "v-routemap",
                "namespace": "shop",
                "labels": {
                    "app.kubernetes.io/managed-by": "iter8",
                    "iter8.tools/kind": "routemap",
                    "iter8.tools/version": "v1.2",
                },
            },
            "data": {"strSpec": STR_SPEC},
        }
    ]


def test_with_a_template(tmp_path: Path) -> None:
    made = chart(tmp_path)
    template: Node = {"kind": "VirtualService", "items": [Guard((1,), LiveWeight(1))]}
    templates = {"blue-green": RoutingTemplate("vs", template)}

    Routemap(made, "routemap", name="v", versions=[PRIMARY, CANDIDATE], templates=templates)

    (routemap,) = emitted(made)
    assert routemap["data"]["strSpec"] == STR_SPEC + TEMPLATES
    assert routemap["metadata"]["labels"]["iter8.tools/version"] == "v1.1"


def test_it_can_be_changed_in_the_cluster(tmp_path: Path) -> None:
    made = chart(tmp_path)

    Routemap(made, "routemap", name="v", versions=[PRIMARY])

    assert "immutable" not in emitted(made)[0]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ({"name": "V"}, "name: 'V' is not a name for a Service"),
        ({"name": "v", "namespace": "A"}, "namespace: 'A' is not a namespace"),
        ({"name": "v", "iter8_version": "v 1"}, "iter8_version: 'v 1' is not a version of Iter8"),
    ],
)
def test_what_kubernetes_would_refuse(arguments: dict[str, Any], line: str, tmp_path: Path) -> None:
    with pytest.raises(ValuesError) as error:
        Routemap(chart(tmp_path), "routemap", versions=[PRIMARY], **arguments)

    assert str(error.value).startswith(f"chart/routemap: {line} (")


def test_at_least_one_version(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^chart/routemap: a routemap needs at least one version$"):
        Routemap(chart(tmp_path), "routemap", name="v", versions=[])
