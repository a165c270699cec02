from pathlib import Path

import pytest

from cdk8s_iter8 import BlueGreenRoutemap, SessionAffinity, Version
from tests.support.synthesized import chart, emitted, spec_of

VERSIONS = [Version("hello-0", "shop", weight=30), Version("hello-1", weight=70)]

STR_SPEC = """\
versions:
- resources:
  - gvrShort: cm
    name: hello-0-weight-config
    namespace: shop
  - gvrShort: ksvc
    name: hello-0
    namespace: shop
  weight: 30
- resources:
  - gvrShort: cm
    name: hello-1-weight-config
    namespace: default
  - gvrShort: ksvc
    name: hello-1
    namespace: default
  weight: 70
routingTemplates:
  blue-green:
    gvrShort: vs
    template: |
      apiVersion: networking.istio.io/v1beta1
      kind: VirtualService
      metadata:
        name: hello
        namespace: default
      spec:
        gateways:
        - public
        - mesh
        hosts:
        - hello.default
        - hello.default.svc
        - hello.default.svc.cluster.local
        http:
        - name: hello
          route:
          {{- if gt (index .Weights 0) 0 }}
          - destination:
              host: hello-0.shop.svc.cluster.local
              port:
                number: 80
            weight: {{ index .Weights 0 }}
            headers:
              request:
                set:
                  Host: hello-0.shop.svc.cluster.local
              response:
                add:
                  app-version: hello-0
          {{- end }}
          {{- if gt (index .Weights 1) 0 }}
          - destination:
              host: hello-1.default.svc.cluster.local
              port:
                number: 80
            weight: {{ index .Weights 1 }}
            headers:
              request:
                set:
                  Host: hello-1.default.svc.cluster.local
              response:
                add:
                  app-version: hello-1
          {{- end }}
"""


def test_every_version_with_its_weight(tmp_path: Path) -> None:
    made = chart(tmp_path)

    BlueGreenRoutemap(made, "routemap", name="hello", versions=VERSIONS, gateways=["public"])

    (routemap,) = emitted(made)
    assert (routemap["metadata"]["name"], routemap["metadata"]["namespace"]) == ("hello-routemap", "default")
    assert routemap["data"]["strSpec"] == STR_SPEC


def test_users_stay_with_a_version(tmp_path: Path) -> None:
    made = chart(tmp_path)
    affinity = SessionAffinity("app", max_age=60)

    BlueGreenRoutemap(made, "routemap", name="hello", versions=VERSIONS, session_affinity=affinity)

    template = spec_of(emitted(made)[0])["routingTemplates"]["blue-green"]["template"]
    assert 'set-cookie: "app=hello-1; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"' in template
    names = [line.split()[-1] for line in template.splitlines() if line.startswith("  - name: ")]
    assert names == ["hello-0-cookie", "hello-1-cookie", "hello"]


def test_wrong_arguments_name_the_construct(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^chart/routemap: versions\[1\].name: 'a' is the name of another version "):
        BlueGreenRoutemap(chart(tmp_path), "routemap", name="hello", versions=[Version("a"), Version("a")])


def test_no_versions(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^chart/routemap: a routemap needs at least one version$"):
        BlueGreenRoutemap(chart(tmp_path), "routemap", name="hello", versions=[])
