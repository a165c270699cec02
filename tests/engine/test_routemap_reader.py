"""Routemaps as they come from a cluster: right, wrong, and hostile."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.engine.routemap import Routemap, RoutemapError
from cdk8s_iter8.engine.routemap_reader import read_routemap
from cdk8s_iter8.template.template_error import TemplateError
from tests.support.engine_objects import CONFIG, KSVC, TEMPLATE, config, routemap, spec, version

CONFIGURATION = config()


def read(text: object) -> Routemap:
    return read_routemap({**routemap(""), "data": {"strSpec": text}}, CONFIGURATION)


def test_versions_and_templates() -> None:
    seen = read(spec())
    assert [routed.weight for routed in seen.versions] == [30, 70]
    assert seen.versions[1].resources[1].key == (KSVC, "default", "hello-1")
    assert [template.name for template in seen.templates] == ["0"]
    assert seen.uid == "uid-routemap"


def test_defaults_are_iter8s() -> None:
    seen = read("versions: [{resources: [{gvrShort: ksvc, name: a}]}, {}]")
    assert [routed.weight for routed in seen.versions] == [1, 1]
    assert seen.versions[0].resources[0].key.namespace == "default"
    assert not seen.templates


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "strSpec"),
        ("", "not a mapping"),
        ("{}", "at least one version"),
        ("versions: []", "at least one version"),
        ("a: [", "not valid YAML"),
        ("a: 1\n---\nb: 2", "several documents"),
        ("versions: 3", "versions: 3 is not a list"),
        ("versions: [7]", "versions[0]: 7 is not a mapping"),
        ("versions: [{weight: -1}]", "versions[0].weight: -1"),
        ("versions: [{weight: 4294967296}]", "versions[0].weight: 4294967296"),
        ("versions: [{weight: 1.5}]", "versions[0].weight: 1.5"),
        ("versions: [{weight: true}]", "versions[0].weight: true"),
        ("versions: [{weight: '30'}]", "versions[0].weight: '30'"),
        ("versions: [{resources: {}}]", "versions[0].resources"),
        ("versions: [{resources: [{name: a}]}]", "versions[0].resources[0].gvrShort: is missing"),
        ("versions: [{resources: [{gvrShort: foo, name: a}]}]", "'foo' is no type that the controller knows"),
        ("versions: [{resources: [{gvrShort: ksvc, name: 1}]}]", "versions[0].resources[0].name: 1"),
        ("versions: [{resources: [{gvrShort: ksvc, name: a, namespace: 1}]}]", "namespace: 1"),
        ("versions: [{}]\nroutingTemplates: []", "at least one"),
        ("versions: [{}]\nroutingTemplates: {a: 1}", "routingTemplates.a: 1 is not a mapping"),
        ("versions: [{}]\nroutingTemplates: {a: {gvrShort: vs}}", "routingTemplates.a.template: is missing"),
        ("versions: [{}]\nroutingTemplates: {a: {gvrShort: x, template: b}}", "'x' is no type"),
        ("versions: [{}]\nroutingTemplates: {a: {gvrShort: cm, template: b}}", "no type that routemaps may apply"),
        ("versions: [{}]\nversions: [{}]", "stands twice"),
    ],
)
def test_what_is_wrong_is_named(text: object, said: str) -> None:
    if text == "versions: [{}]\nroutingTemplates: []":
        assert not read(text).templates  # nothing, as null is
        return
    with pytest.raises(RoutemapError) as caught:
        read(text)
    assert said in str(caught.value)


def test_everything_wrong_is_said_at_once() -> None:
    with pytest.raises(RoutemapError) as caught:
        read("versions: [{weight: -1}, {weight: -2}]")
    assert "versions[0]" in str(caught.value)
    assert "versions[1]" in str(caught.value)


def test_a_wrong_template_leaves_the_others() -> None:
    seen = read(spec(("vs", "{{ foo }}"), ("vs", TEMPLATE)))
    assert isinstance(seen.templates[0].template, TemplateError)
    assert not isinstance(seen.templates[1].template, TemplateError)


def test_another_namespace_needs_a_controller_that_sees_it() -> None:
    text = spec(versions=[version("hello-0", namespace="other"), version("hello-1")])
    assert read(text).versions[0].resources[0].key.namespace == "other"
    narrow = config(CONFIG.replace("clusterScoped: true", ""))
    with pytest.raises(RoutemapError, match="'other' is not seen"):
        read_routemap(routemap(text), narrow)


_ODD: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_SPECS = st.fixed_dictionaries(
    {},
    optional={
        "versions": _ODD
        | st.lists(
            st.fixed_dictionaries(
                {},
                optional={
                    "weight": _ODD,
                    "resources": _ODD
                    | st.lists(
                        st.fixed_dictionaries(
                            {},
                            optional={"gvrShort": st.just("ksvc") | _ODD, "name": _ODD, "namespace": _ODD},
                        ),
                        max_size=2,
                    ),
                },
            ),
            max_size=2,
        ),
        "routingTemplates": _ODD
        | st.dictionaries(
            st.text(max_size=4),
            st.fixed_dictionaries({}, optional={"gvrShort": st.just("vs") | _ODD, "template": _ODD}),
            max_size=2,
        ),
    },
)


@given(_SPECS | _ODD)
def test_any_data_is_a_routemap_or_an_error(data: object) -> None:
    _read_or_refuse(yaml.safe_dump(data, allow_unicode=True))


@given(st.text())
def test_any_text_is_a_routemap_or_an_error(text: str) -> None:
    _read_or_refuse(text)


@given(_ODD)
def test_any_value_of_str_spec_is_a_routemap_or_an_error(value: object) -> None:
    _read_or_refuse(value)


def _read_or_refuse(text: object) -> None:
    seen: Routemap | str
    try:
        seen = read(text)
    except RoutemapError as error:
        seen = str(error)
    if isinstance(seen, str):
        assert seen.isprintable()
    else:
        assert seen.versions
        assert all(0 <= routed.weight < 2**32 for routed in seen.versions)
