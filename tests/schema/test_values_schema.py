"""The schema for editors: it accepts what is valid and refuses what is wrong with a single key."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.environments import environment, environment_names, shipped_environment_names
from cdk8s_iter8.release.check import load
from cdk8s_iter8.schema.model_schema import write_schema
from cdk8s_iter8.schema.values_schema import values_schema
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.source import parse, read
from tests.support.released import values

ROOT = Path(__file__).parents[2]
SCHEMA = values_schema(shipped_environment_names())
VALIDATOR = jsonschema_rs.validator_for(SCHEMA)

FILES = sorted((*ROOT.glob("releases/*.yaml"), *ROOT.glob("examples/*.yaml")))


def errors(values: str) -> list[str]:
    """The errors, deepest first, each with its path."""
    problems = VALIDATOR.iter_errors(parse(values, "hello.yaml").data)
    return sorted(f"{'.'.join(map(str, error.instance_path))}: {error.message}" for error in problems)


def knative(version: str = "{image: aa}", application: str = "", top: str = "") -> str:
    """Values of a release with two versions, the second one write_schema in YAML's flow style."""
    return (
        f"environment: knative-istio\n{top}\napplication:\n  strategy: canary\n  {application}\n"
        f"  versions:\n  - image: aa\n  - {version}\n"
    )


def test_the_schema_is_one() -> None:
    jsonschema_rs.meta.validate(SCHEMA)
    assert json.loads(write_schema(SCHEMA)) == SCHEMA


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_files_of_the_project_are_valid_and_name_the_schema(file: Path) -> None:
    VALIDATOR.validate(read(file).data)
    first = file.read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/values.schema.json"
    assert (file.parent / first.partition("=")[2]).resolve() == ROOT / "schema" / "values.schema.json"


VALID = {
    "nothing more": knative(),
    "keys without value": knative(
        "{image: aa, weight: null, match: null, metadata: null, port:, ksvcSpecification:}",
        "sessionAffinity:\n  metadata: {name:, labels:}",
        "gateway:\nservice:\niter8Version:",
    ),
    "one gateway": knative(top="gateway: istio-system/public"),
    "gateways": knative(top="gateway: [public, istio-system/public]"),
    "every comparison": knative(
        "{image: aa, match: [{uri: {exact: /, prefix: null}, headers: {a: {regex: b}, c: {}}, gateways: [mesh, x/y]}]}"
    ),
    "a whole number": knative("{image: aa, weight: 30.0, port: 8e1}").replace("canary", "blue-green"),
    "a match of no clause": knative("{image: aa, match: []}").replace("canary", "blue-green"),
    "a primary's weight when requests are copied": (
        "environment: knative-istio\napplication: {strategy: mirror, versions: [{image: aa, weight: 170}, {image: bb}]}"
    ),
    "the author's own keys": knative("*version", top="x-version: &version {image: bb}\nx-team: [1, {any: thing}]"),
    "a whole object": knative("{ksvcSpecification: {spec: {template: {spec: {containers: [{image: aa}]}}}}, image: }"),
}


@pytest.mark.parametrize("name", VALID)
def test_what_validate_accepts_the_schema_accepts(name: str, tmp_path: Path) -> None:
    file = tmp_path / "hello.yaml"
    file.write_text(VALID[name])
    load(file)
    assert errors(VALID[name]) == []


GOLDEN = sorted((ROOT.parent / "shared" / "golden").glob("*.json"))


def test_what_the_chart_accepts_and_this_project_too_the_schema_accepts() -> None:
    if not GOLDEN:
        pytest.skip("../shared/golden is missing")
    cases = [json.loads(file.read_text()) for file in GOLDEN]
    accepted = [case["values"] for case in cases if "error" not in case]
    assert accepted
    for instance in accepted:
        VALIDATOR.validate(instance)


BAD = {
    "no environment": ("application: {versions: [{image: aa}]}", '"environment" is a required property'),
    "an unknown environment": (
        "environment: knative\napplication: {versions: [{image: aa}]}",
        'environment: "knative"',
    ),
    "no application": ("environment: knative-istio", '"application" is a required property'),
    "no versions": ("environment: knative-istio\napplication: {}", '"versions" is a required property'),
    "an empty list of versions": (
        "environment: knative-istio\napplication: {versions: []}",
        "application.versions: [] has less than 1 item",
    ),
    "an unknown key at the top": (knative(top="gatway: x"), "'gatway' was unexpected"),
    "an unknown key of the application": (knative(application="version: x"), "'version' was unexpected"),
    "an unknown key of a version": (knative("{image: aa, wieght: 3}"), "'wieght' was unexpected"),
    "an unknown field of an object": (
        knative("{ksvcSpecification: {spec: {template: {spec: {containers: [{image: aa, port: 80}]}}}}}"),
        "'port' was unexpected",
    ),
    "an unknown strategy": (knative().replace("canary", "bluegreen"), '"bluegreen" is not one of'),
    "a negative weight": (knative("{image: aa, weight: -3}"), "-3 is less than the minimum of 0"),
    "a weight that is text": (knative("{image: aa, weight: '3'}"), '"3" is not of types'),
    "a port that is none": (knative("{image: aa, port: 0}"), "0 is less than the minimum of 1"),
    "a name that is no DNS label": (knative("{image: aa, metadata: {name: Hello}}"), '"Hello" does not match'),
    "a name that is too long": (
        knative(f"{{image: aa, metadata: {{name: {'a' * 64}}}}}"),
        "is longer than 63 characters",
    ),
    "a label's key that is none": (knative("{image: aa, metadata: {labels: {'a b': c}}}"), '"a b" does not match'),
    "a label's value that is a number": (
        knative("{image: aa, metadata: {labels: {a: 1}}}"),
        '1 is not of type "string"',
    ),
    "a gateway that is none": (knative(top="gateway: a/b/c"), '"a/b/c"'),
    "a comparison of two kinds": (knative("{image: aa, match: [{uri: {exact: /, prefix: /}}]}"), "oneOf"),
    "a comparison of no kind": (knative("{image: aa, match: [{uri: {}}]}"), "oneOf"),
    "a comparison of an unknown kind": (knative("{image: aa, match: [{uri: {suffix: /}}]}"), "'suffix' was unexpected"),
    "an image and a whole object": (
        knative("{image: aa, ksvcSpecification: {spec: {template: {spec: {containers: [{image: aa}]}}}}}"),
        "is valid under more than one of the schemas listed in the 'oneOf' keyword",
    ),
    "neither an image nor a whole object": (
        knative("{weight: 3}"),
        "is not valid under any of the schemas listed in the 'oneOf' keyword",
    ),
    "a match with blue-green": (
        knative("{image: aa, match: [{headers: {a: {}}}]}").replace("canary", "blue-green"),
        "application.versions.1.match: [{",
    ),
    "a match without strategy": (
        knative("{image: aa, match: [{headers: {a: {}}}]}").replace("strategy: canary", ""),
        "application.versions.1.match: [{",
    ),
    "a match of the primary": (
        knative().replace("- image: aa", "- {image: aa, match: [{headers: {a: {}}}]}"),
        "application.versions.0.match: [{",
    ),
    "matches with blue-green": (
        knative("{image: bb, matches: [{path: {value: /a}}]}")
        .replace("knative-istio", "deployment-gtw")
        .replace("canary", "blue-green"),
        "application.versions.1.matches: [{",
    ),
    "a copied percentage over 100": (
        knative("{image: aa, weight: 170}").replace("canary", "mirror"),
        "application.versions.1.weight: 170 is greater than the maximum of 100",
    ),
    "a weight with canary": (
        knative("{image: aa, weight: 3}"),
        'application.versions.1.weight: 3 is not of type "null"',
    ),
    "affinity with canary": (
        knative(application="sessionAffinity: {cookieName: a}"),
        'application.sessionAffinity: {"cookieName":"a"} is not of type "null"',
    ),
    "no cookie name": (knative(application="sessionAffinity: {maxAge: 60}"), '"cookieName" is a required property'),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_with_a_key_the_schema_refuses(name: str) -> None:
    values, message = BAD[name]
    messages = errors(values)
    assert any(message in error for error in messages), messages


MATCH = {"headers": {"team": {"exact": "qa"}}}


@given(
    strategy=st.sampled_from((None, "none", "blue-green", "canary", "mirror")),
    matches=st.tuples(*[st.sampled_from((None, [], [MATCH]))] * 2),
    weights=st.tuples(*[st.sampled_from((None, 0, 100.0, 101, "30", 30.5, 1_000_001))] * 2),
    affinity=st.sampled_from((None, {"cookieName": "user"})),
)
def test_what_a_strategy_reads_is_one_rule_for_editors_and_for_the_program(
    tmp_path_factory: pytest.TempPathFactory,
    strategy: str | None,
    matches: tuple[Any, Any],
    weights: tuple[Any, Any],
    affinity: dict[str, str] | None,
) -> None:
    versions = [{"match": match, "weight": weight} for match, weight in zip(matches, weights, strict=True)]
    data = values("knative-istio", "none", *versions, application={"strategy": strategy, "sessionAffinity": affinity})
    file = tmp_path_factory.getbasetemp() / "hello.yaml"
    file.write_text(json.dumps(data))
    try:
        load(file)
    except ValuesError:
        assert not VALIDATOR.is_valid(data)
    else:
        VALIDATOR.validate(data)


def definitions() -> Iterator[tuple[str, dict[str, Any]]]:
    """The definitions of values; the fields of full objects are others'."""
    yield "the file", SCHEMA
    for name, definition in SCHEMA["$defs"].items():
        if "." not in name:
            yield name, definition


def mappings(schema: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            yield path, schema
        for key, value in schema.items():
            yield from mappings(value, f"{path}.{key}")


def test_every_key_has_a_description_and_no_mapping_takes_others() -> None:
    for name, definition in definitions():
        for path, mapping in mappings({key: value for key, value in definition.items() if key != "$defs"}, name):
            assert mapping["additionalProperties"] is False, path
            for key, value in mapping["properties"].items():
                assert value.get("description"), f"{path}: {key}"


@pytest.mark.parametrize("name", shipped_environment_names())
def test_an_environment_has_its_own_strategies(name: str) -> None:
    application = SCHEMA["$defs"][name]["properties"]["application"]["properties"]
    assert application["strategy"]["enum"] == [*environment(name).strategies(), None]


def test_the_order_of_environments_is_alphabetical_and_a_foreign_one_is_told_apart() -> None:
    names = shipped_environment_names()
    assert names == sorted(names)
    assert set(names) <= set(environment_names())
    assert SCHEMA["properties"]["environment"]["enum"] == names
    assert [branch["then"]["$ref"] for branch in SCHEMA["allOf"]] == [f"#/$defs/{name}" for name in names]
