from pathlib import Path

import pytest
import yaml

from cdk8s_iter8 import CanaryRoutemap, Version
from cdk8s_iter8.traffic.match import Match, StringMatch
from tests.support import go_template
from tests.support.synthesized import chart, emitted, spec_of

CURL = Match(headers={"user-agent": StringMatch("prefix", "curl/")})
BETA = Match(uri=StringMatch("prefix", "/beta"))


def test_requests_that_match_go_to_a_candidate(tmp_path: Path) -> None:
    made = chart(tmp_path)
    versions = [Version("v-0"), Version("v-1", matches=(CURL, BETA))]

    CanaryRoutemap(made, "routemap", name="hello", namespace="shop", versions=versions)

    spec = spec_of(emitted(made)[0])
    assert spec["versions"] == [
        {"resources": [{"gvrShort": "ksvc", "name": name, "namespace": "default"}]} for name in ("v-0", "v-1")
    ]
    template = spec["routingTemplates"]["canary"]["template"]
    both, alone = (yaml.safe_load(text) for text in go_template.execute([(template, [1, 1]), (template, [1, 0])]))
    candidate, primary = both["spec"]["http"]
    assert candidate["match"] == [{"headers": {"user-agent": {"prefix": "curl/"}}}, {"uri": {"prefix": "/beta"}}]
    assert candidate["route"][0]["destination"]["host"] == "v-1.default.svc.cluster.local"
    assert primary["route"][0]["destination"]["host"] == "v-0.default.svc.cluster.local"
    assert alone["spec"]["http"] == [primary]


def test_the_default_of_a_single_candidate(tmp_path: Path) -> None:
    made = chart(tmp_path)

    CanaryRoutemap(made, "routemap", name="hello", versions=[Version("v-0"), Version("v-1")])

    template = spec_of(emitted(made)[0])["routingTemplates"]["canary"]["template"]
    (text,) = go_template.execute([(template, [1, 1])])
    assert yaml.safe_load(text)["spec"]["http"][0]["match"] == [{"headers": {"traffic": {"exact": "test"}}}]


def test_wrong_arguments_name_the_construct(tmp_path: Path) -> None:
    versions = [Version("v-0"), Version("v-1"), Version("v-2")]

    with pytest.raises(ValueError, match=r"^chart/routemap: versions\[1\].matches: is missing: only a single "):
        CanaryRoutemap(chart(tmp_path), "routemap", name="hello", versions=versions)
