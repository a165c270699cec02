from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings

from cdk8s_iter8.edits.candidate import Candidate, read_version
from cdk8s_iter8.edits.edit import edited
from cdk8s_iter8.edits.rollback import Rollback
from cdk8s_iter8.validation.problem import ValuesError
from tests.support.edited import blue_green, canary, done, named, refused, written
from tests.support.generators.values_files import ValuesFile, values_files

ROOT = Path(__file__).parents[2]
KSVC = (ROOT / "releases" / "hello.yaml").read_text()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("candidate")


def version(text: str, directory: Path) -> yaml.Node:
    file = directory / "version.yaml"
    file.write_text(text)
    return read_version(file)


@settings(max_examples=40)
@given(values_files())
def test_a_rollback_of_a_new_candidate_brings_the_same_bytes(place: Path, values: ValuesFile) -> None:
    there = edited(written(values.text, place), Candidate("hello-next", "example/other:2"))
    assert there.release.version_names() == (*values.names, "hello-next")
    assert edited(written(there.after, place), Rollback("hello-next")).after == values.text


def test_like_a_primary_with_an_image(tmp_path: Path) -> None:
    assert done(named("    weight: 100\n"), Candidate("hello-v2", "example/hello:2"), tmp_path).after == named(
        "    weight: 100\n", "    weight: 0\n"
    )


def test_without_a_name_it_is_named_after_its_position(tmp_path: Path) -> None:
    change = done(blue_green(100), Candidate(image="example/hello:1", weight=10), tmp_path)
    assert change.after == blue_green(100, 10)
    assert change.release.version_names() == ("hello-0", "hello-1")


def test_like_a_primary_with_a_specification_quotes_included_comments_not(tmp_path: Path) -> None:
    text = KSVC.replace("latest\n", "latest # pinned\n", 1)
    change = done(text, Candidate("hello-v3", "example/hello:3"), tmp_path)
    added = change.after.removeprefix(text.partition("  strategy:")[0]).partition("  strategy:")[0]
    assert added == (
        "  - metadata:\n      name: hello-v3\n    ksvcSpecification:\n      spec:\n        template:\n          spec:\n"
        "            containers:\n            - image: example/hello:3\n              ports:\n"
        "              - containerPort: 80\n              env:\n              - name: TARGET\n"
        '                value: "v1"\n    weight: 0\n'
    )


def test_names_of_the_primarys_objects_are_not_copied(tmp_path: Path) -> None:
    template = "{metadata: {name: a-1}, spec: {containers: [{image: bb}]}}"
    specification = f"{{metadata: {{name: a, labels: {{x: y}}}}, spec: {{template: {template}}}}}"
    text = named("").replace("image: example/hello:1", f"ksvcSpecification: {specification}")
    added = done(text, Candidate("hello-v2", "shop"), tmp_path).release.values.application.versions[1]
    assert added.ksvc_specification.metadata.model_dump(exclude_defaults=True) == {"labels": {"x": "y"}}
    assert added.ksvc_specification.spec == {"template": {"spec": {"containers": [{"image": "shop"}]}}}


def test_aliases_in_the_primary_are_written_out_in_the_candidate(tmp_path: Path) -> None:
    text = KSVC.replace("env:\n", "env: &env\n", 1)
    assert "*env" not in done(text, Candidate("hello-v3", "shop"), tmp_path).after


def test_the_container_that_serves_gets_the_image(tmp_path: Path) -> None:
    text = KSVC.replace("            containers:\n", "            containers:\n            - image: side/car\n", 1)
    added = done(text, Candidate("hello-v3", "shop"), tmp_path).release.values.application.versions[2]
    containers = added.ksvc_specification.spec["template"]["spec"]["containers"]
    assert [container["image"] for container in containers] == ["side/car", "shop"]


@pytest.mark.parametrize("strategy", ["none", "canary"])
def test_a_strategy_without_weights_gives_none(tmp_path: Path, strategy: str) -> None:
    text = named("", strategy=strategy)
    assert done(text, Candidate("hello-v2", "example/hello:2"), tmp_path).after == named("", "", strategy=strategy)
    assert refused(text, Candidate("hello-v2", "example/hello:2", weight=1), tmp_path) == (
        f"hello.yaml:3: application.strategy: with strategy {strategy} weights have no effect"
    )


def test_from_a_version(tmp_path: Path) -> None:
    given_version = version("# nordic\nimage: example/hello:2\nmatch:\n- uri: {prefix: /nordic/} # north\n", tmp_path)
    change = done(canary("{headers: {a: {exact: b}}}"), Candidate("hello-v2", version=given_version), tmp_path)
    assert change.after.endswith(
        "  - metadata:\n      name: hello-v2\n    image: example/hello:2\n    match:\n    - uri: {prefix: /nordic/}\n"
    )


def test_from_an_object_whose_name_becomes_the_versions(tmp_path: Path) -> None:
    ksvc = (
        "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: hello-v2}\n"
        "spec: {template: {spec: {containers: [{image: aa}]}}}\n"
    )
    change = done(named(""), Candidate(version=version(ksvc, tmp_path), image="bb", weight=5), tmp_path)
    assert change.after.endswith(
        "  - metadata:\n      name: hello-v2\n    ksvcSpecification:\n"
        "      spec: {template: {spec: {containers: [{image: bb}]}}}\n    weight: 5\n"
    )


@pytest.mark.parametrize(
    ("text", "why"), [("- a\n", "a list of 1 is not a version"), ("a: 1\na: 2\n", "stands twice"), ("", "null is")]
)
def test_a_file_that_is_no_version(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(ValuesError, match=why):
        version(text, tmp_path)


def test_an_object_that_could_be_one_of_several(tmp_path: Path) -> None:
    text = named("").replace("knative-istio", "deployment-istio")
    assert refused(text, Candidate("hello-v2", version=version("spec: {}\n", tmp_path)), tmp_path) == (
        "hello.yaml:4: application.versions[1]: an object with spec can be one of several here; write a version with "
        "its keys (deploymentSpecification and serviceSpecification)"
    )


def test_an_object_whose_selector_would_select_both(tmp_path: Path) -> None:
    template = "{metadata: {labels: {app: hello-v1}}, spec: {containers: [{name: a, image: bb}]}}"
    pods = f"{{selector: {{matchLabels: {{app: hello-v1}}}}, template: {template}}}"
    text = named("").replace("knative-istio", "deployment-istio")
    text = text.replace("image: example/hello:1", f"deploymentSpecification: {{spec: {pods}}}")
    assert refused(text, Candidate("hello-v2", "shop"), tmp_path) == (
        "hello.yaml:6: application.versions[0].deploymentSpecification: selects pods by labels, which would be those "
        "of both versions; describe the candidate in a file, with --from"
    )


def test_a_primary_without_image(tmp_path: Path) -> None:
    text = named("").replace("knative-istio", "kserve")
    text = text.replace("image: example/hello:1", "{storageUri: a, modelFormat: b}"[1:-1].replace(", ", "\n    "))
    assert refused(text, Candidate("hello-v2", "shop"), tmp_path) == (
        "hello.yaml:5: application.versions[0]: has no image to replace; describe the candidate in a file, with --from"
    )


def test_a_name_that_is_taken(tmp_path: Path) -> None:
    line = refused(named(""), Candidate("hello-v1", "shop"), tmp_path)
    assert line == "hello.yaml:4: application.versions[1].metadata.name: 'hello-v1' is the name of another version too"
