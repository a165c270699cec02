"""The documents say what is so: outputs, values, code and the objects that commands name."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from cdk8s_iter8.environments import shipped_environment_names
from cdk8s_iter8.release.check import load
from cdk8s_iter8.strategies import STRATEGIES
from tests.support.documents import DOCUMENTS, ROOT, blocks, rewritten_page
from tests.support.released import planned, problems, values

STRATEGIES_PAGE = (ROOT / "docs" / "strategies.md").read_text()
PAGES = pytest.mark.parametrize("page", DOCUMENTS, ids=lambda path: path.name)


@PAGES
def test_every_output_is_what_the_command_prints(page: Path) -> None:
    assert rewritten_page(page) == page.read_text(), "run `python -m tests.support.documents` and commit"


@PAGES
def test_values_are_valid_and_those_of_an_example_where_they_name_one(page: Path, tmp_path: Path) -> None:
    files = [block for block in blocks(page.read_text(), "yaml") if "environment: " in block]
    pages_without = ("command-line.md", "preview.md", "verbs.md")
    assert files or page.name in pages_without, "the other pages have whole values files"
    for number, block in enumerate(files):
        file = tmp_path / f"block-{number}.yaml"
        file.write_text(block)
        if not block.startswith("# examples/versions/"):  # a part of values
            load(file)
        if block.startswith("# examples/"):
            example = ROOT / block.splitlines()[0].removeprefix("# ")
            assert yaml.safe_load(block) == yaml.safe_load(example.read_text())


RELEASES = [ROOT / "releases" / "hello.yaml", ROOT / "examples" / "shop.yaml"]
"""The releases that commands of the documents are about."""


def objects(file: Path) -> Iterator[str]:
    """The objects of a release, and the route that the controller applies, as kubectl names them."""
    kinds = {"serving.knative.dev/v1": "ksvc", "v1": "configmap"}
    release = load(file)
    yield f"virtualservice/{release.application.name}"
    for manifest in release.manifests():
        yield f"{kinds[manifest['apiVersion']]}/{manifest['metadata']['name']}"


@PAGES
def test_commands_name_objects_and_files_that_there_are(page: Path) -> None:
    commands = "\n".join((*blocks(page.read_text(), "shell"), *re.findall(r"`(kubectl [^`]+)`", page.read_text())))
    named = set(re.findall(r"\b(?:ksvc|configmap|cm|virtualservice)/\S+", commands))
    assert named <= {name for file in RELEASES for name in objects(file)}
    instances = set(re.findall(r"app.kubernetes.io/instance=(\S+)", commands))
    assert instances <= {file.stem for file in RELEASES}
    for file in re.findall(r"-f (\S+)", commands):
        assert (ROOT / file).exists() or Path(file).name in {f"{release.stem}.k8s.yaml" for release in RELEASES}


def test_every_strategy_has_a_section_and_a_row() -> None:
    for name in STRATEGIES:
        assert f"\n## {name}\n" in STRATEGIES_PAGE
        assert f"| [{name}](#{name}) |" in STRATEGIES_PAGE


def test_the_code_of_a_strategy_is_the_code() -> None:
    code, line = blocks(STRATEGIES_PAGE, "python")
    package = ROOT / "constructs" / "cdk8s_iter8" / "strategies"
    assert (package / "mirror.py").read_text().endswith(code)
    assert line in (package / "__init__.py").read_text()


def test_the_table_of_examples_has_every_example_and_its_strategy() -> None:
    table = re.findall(r"^\| \[(\S+)\]\(\1\) \| (\S+) \|", (ROOT / "examples" / "README.md").read_text(), re.MULTILINE)
    examples = {file.name: load(file).strategy.name for file in (ROOT / "examples").glob("*.yaml")}
    assert dict(table) == examples


def test_the_environments_that_the_reference_knows_are_all() -> None:
    reference = (ROOT / "docs" / "values.md").read_text()
    assert [name for name in shipped_environment_names() if f"<br>{name}: " not in reference] == []


def test_the_types_to_prune_are_those_of_each_environment(tmp_path: Path) -> None:
    """The table of strategies.md and its commands, against what every strategy makes, in two namespaces."""
    rows = re.findall(
        r"^\| (`.*?`) \| (.*?) \|$", STRATEGIES_PAGE.split("\n## Prune\n")[1].split("\n## ")[0], re.MULTILINE
    )
    listed = {
        environment: set(re.findall(r"`([\w.]+/\w+/\w+)`", types)) | {"core/v1/ConfigMap", "core/v1/Service"}
        for environments, types in rows
        if "/" not in environments
        for environment in re.findall(r"`([\w.-]+)`", environments)
    }
    assert listed.keys() == set(shipped_environment_names())
    for environment, types in listed.items():
        made: set[str] = set()
        for strategy in STRATEGIES:
            data = values(environment, strategy, {}, {"metadata": {"namespace": "elsewhere"}})
            if problems(tmp_path, data):
                continue
            for manifest in planned(tmp_path, data).manifests():
                api = manifest["apiVersion"] if "/" in manifest["apiVersion"] else f"core/{manifest['apiVersion']}"
                made.add(f"{api}/{manifest['kind']}")
        assert made | {"core/v1/Service"} == types, environment
    commands = re.findall(r"--prune-allowlist=(\S+)", STRATEGIES_PAGE)
    assert set(commands) == listed["knative-istio"]
