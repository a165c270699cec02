"""The examples: each is synthesized, and Go's html/template makes of its routing template what its preview says.

The expected previews are in tests/examples, as `cdk8s-iter8 preview --output json` has them for each file.
"""

import json
import shlex
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import cdk8s
import pytest
import yaml

from cdk8s_iter8 import Release
from cdk8s_iter8.iter8.weights import ready_sets, weights
from cdk8s_iter8.previews.release_preview import preview_json, release_preview
from cdk8s_iter8.release.check import load
from tests.support import go_template
from tests.support.documents import ROOT, blocks
from tests.support.object_schema import validate_object
from tests.support.previewed import EXAMPLES
from tests.support.routed import RoutedRule, rules

EXPECTED = Path(__file__).parents[1] / "examples"
FILES = pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.yaml")), ids=lambda file: file.stem)

Object = dict[str, Any]


def objects(file: Path, directory: Path) -> list[Object]:
    """What an example becomes."""
    manifests: list[Object] = Release(cdk8s.App(outdir=str(directory)), file.stem, values=file).to_json()
    return manifests


def routemap(emitted: list[Object]) -> Object:
    """The routemap's specification."""
    [text] = [manifest["data"]["strSpec"] for manifest in emitted if manifest["metadata"]["name"].endswith("-routemap")]
    spec: Object = yaml.safe_load(text)
    return spec


def applied(spec: Object) -> list[list[RoutedRule]]:
    """The rules of the route that the controller would apply for each set of ready versions, all ready first."""
    [template] = spec["routingTemplates"].values()
    declared = [version.get("weight", 1) for version in spec["versions"]]
    live = [weights(declared, ready) for ready in ready_sets(len(declared))]
    return [
        rules(yaml.safe_load(text))
        for text in go_template.execute([(template["template"], set_weights) for set_weights in live])
    ]


def traffic(rule: RoutedRule) -> tuple[str | None, dict[str | None, Fraction], dict[str, Fraction]]:
    """A rule's name, and by version the shares and the mirrors in percent."""
    shares = {target.version: share for target, share in rule.shares.items()}
    mirrors = {target.host.partition("-mirror.")[0]: percent for target, percent in rule.mirrors.items()}
    return rule.name, shares, mirrors


@FILES
def test_the_preview_is_as_expected(file: Path) -> None:
    expected = json.loads((EXPECTED / f"{file.stem}.json").read_text())
    assert preview_json(release_preview(load(file))) == expected


@FILES
def test_every_object_is_valid_and_has_a_namespace(file: Path, tmp_path: Path) -> None:
    for manifest in objects(file, tmp_path):
        assert validate_object(manifest) == []
        assert manifest["metadata"]["namespace"] == "default"


@FILES
def test_the_controller_applies_what_is_previewed(file: Path, tmp_path: Path) -> None:
    expected = json.loads((EXPECTED / f"{file.stem}.json").read_text())
    spec = routemap(objects(file, tmp_path))
    if not expected:
        assert "routingTemplates" not in spec
        return
    for read, shown in zip(applied(spec), expected, strict=True):
        assert [bool(rule.clauses) for rule in read] == [bool(rule["match"]) for rule in shown["rules"]]
        for rule, wanted in zip(read, shown["rules"], strict=True):
            name, shares, mirrors = traffic(rule)
            assert (name, mirrors) == (wanted["name"], wanted["mirrors"])
            assert shares == pytest.approx(wanted["shares"], abs=0.00501)


DOCUMENT = (ROOT / "examples" / "README.md").read_text()


@FILES
def test_the_commands_of_the_document_work_for_each(file: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    commands = [line for block in blocks(DOCUMENT, "shell") for line in block.splitlines()]
    assert len(commands) == 2
    for command in commands:
        program, *arguments = shlex.split(command.replace("canary", file.stem))
        subprocess.run([Path(sys.executable).with_name(Path(program).name), *arguments], cwd=tmp_path, check=True)
    made = tmp_path / "build" / "examples" / f"{file.stem}.k8s.yaml"
    assert list(yaml.safe_load_all(made.read_text())) == objects(file, tmp_path)


def test_all_at_once_are_refused_as_the_document_says(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    command = [sys.executable, str(ROOT / "main.py"), "examples"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "`python main.py examples`" in DOCUMENT
    assert (done.returncode, (tmp_path / "dist").exists()) == (1, False)
    assert "is the application of examples/canary.yaml too" in done.stderr


def test_every_expectation_is_of_an_example() -> None:
    assert {path.stem for path in EXPECTED.iterdir()} == {path.stem for path in EXAMPLES.glob("*.yaml")}


def test_a_sticky_user_gets_the_cookie_of_the_version_that_answers(tmp_path: Path) -> None:
    everybody = applied(routemap(objects(EXAMPLES / "sticky.yaml", tmp_path)))[0][-1]
    attributes = "; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax"
    assert [(target.version, cookie) for target, cookie in everybody.cookies.items()] == [
        (name, f"hello-version={name}{attributes}") for name in ("hello-0", "hello-1")
    ]


def test_cluster_local_binds_knatives_gateway_and_leads_callers_to_it(tmp_path: Path) -> None:
    emitted = objects(EXAMPLES / "cluster-local.yaml", tmp_path)
    [template] = routemap(emitted)["routingTemplates"].values()
    route = yaml.safe_load(go_template.execute([(template["template"], [90, 10])])[0])
    assert route["spec"]["gateways"] == ["knative-serving/knative-local-gateway", "mesh"]
    [service] = [manifest for manifest in emitted if manifest["apiVersion"] == "v1" and manifest["kind"] == "Service"]
    assert service["spec"]["externalName"] == "knative-local-gateway.istio-system.svc.cluster.local"


def test_mirrored_versions_have_the_service_that_copies_reach(tmp_path: Path) -> None:
    emitted = objects(EXAMPLES / "mirror.yaml", tmp_path)
    selectors = {
        manifest["metadata"]["name"]: manifest["spec"].get("selector")
        for manifest in emitted
        if manifest["apiVersion"] == "v1" and manifest["kind"] == "Service"
    }
    pods = {
        manifest["metadata"]["name"]: {
            "serving.knative.dev/service": manifest["metadata"]["name"],
            **manifest["spec"]["template"].get("metadata", {}).get("labels", {}),
        }
        for manifest in emitted
        if manifest["apiVersion"] == "serving.knative.dev/v1"
    }
    assert selectors == {"hello": None, "hello-1-mirror": pods["hello-1"], "hello-2-mirror": pods["hello-2"]}
    assert {len(labels) for labels in selectors.values() if labels} == {2}


def test_none_has_no_entry_and_no_weights(tmp_path: Path) -> None:
    emitted = objects(EXAMPLES / "none.yaml", tmp_path)
    assert [(manifest["kind"], manifest["metadata"]["name"]) for manifest in emitted] == [
        ("ConfigMap", "hello-routemap"),
        ("Service", "hello-0"),
        ("Service", "hello-1"),
    ]
