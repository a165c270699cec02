import pytest
from pydantic import ValidationError

from cdk8s_iter8.validation.metadata import Metadata
from cdk8s_iter8.validation.model import problems


def lines(data: object) -> list[str]:
    with pytest.raises(ValidationError) as error:
        Metadata.model_validate(data, by_name=False)
    return [str(problem) for problem in problems(error.value, Metadata)]


def test_all_of_it() -> None:
    data = {
        "name": "a" * 63,
        "namespace": "1-b",
        "labels": {"iter8.tools/watch": "true", "a.b/c_d": "", "e": "F.g_h-1"},
        "annotations": {"x/y": "any {{ text }}\n", "z": ""},
    }

    assert Metadata.model_validate(data).model_dump() == data


def test_keys_without_value_are_absent() -> None:
    assert Metadata.model_validate({"name": None, "labels": None}) == Metadata()


NAME = (
    "is not a name for a Service (a DNS label: at most 63 lower-case letters, digits and '-', "
    "starting with a letter, ending with a letter or digit)"
)
NAMESPACE = (
    "is not a namespace (at most 63 lower-case letters, digits and '-', starting and ending with a letter or digit)"
)
KEY = "is not a label or annotation key ([DNS-NAME/]NAME, the name at most 63 letters, digits, '-', '_' or '.')"
VALUE = (
    "is not a label value (a string of at most 63 letters, digits, '-', '_' or '.'; quote numbers and true or false)"
)


@pytest.mark.parametrize("name", ["Hello", "1a", "a.b", "a_b", "-a", "a-", "", "é", "a\n", "a" * 64])
def test_names_that_kubernetes_refuses(name: str) -> None:
    (line,) = lines({"name": name})

    assert line.startswith("name: '")
    assert line.endswith(NAME)


@pytest.mark.parametrize("name", ["Hello", "a.b", "-a", "a-", "", "a/b", "a" * 64])
def test_namespaces_that_kubernetes_refuses(name: str) -> None:
    (line,) = lines({"namespace": name})

    assert line.endswith(NAMESPACE)


@pytest.mark.parametrize("key", ["", "a b", "-a", "a/b/c", "A.b/c", "/a", "a/", "a" * 64, "a/" + "b" * 64, "é"])
def test_keys_that_kubernetes_refuses(key: str) -> None:
    for kind in ("labels", "annotations"):
        (line,) = lines({kind: {key: "x"}})
        assert line.startswith(kind)
        assert line.endswith(KEY)


def test_a_key_whose_prefix_is_no_dns_name() -> None:
    prefix = ".".join(["a" * 60] * 4)

    assert Metadata(labels={f"{prefix}/b": "x"}).labels
    assert lines({"labels": {f"{prefix}.{'a' * 20}/b": "x"}})[0].endswith(KEY)


@pytest.mark.parametrize("value", ["a b", "-a", "a/b", "a" * 64, 1, True, None, [], {}])
def test_label_values_that_kubernetes_refuses(value: object) -> None:
    (line,) = lines({"labels": {"a": value}})

    assert line.startswith("labels.a: ")
    assert line.endswith(VALUE)


@pytest.mark.parametrize("value", [1, True, None, [], {}])
def test_annotations_are_strings(value: object) -> None:
    (line,) = lines({"annotations": {"a": value}})

    assert line.endswith("is not a string (quote numbers and true or false)")


def test_the_label_that_the_controller_needs_cannot_be_switched_off() -> None:
    assert lines({"labels": {"iter8.tools/watch": "false"}}) == [
        "labels['iter8.tools/watch']: 'false' is not 'true': the controller ignores objects without it"
    ]


def test_the_weight_annotation_is_for_changes_in_the_cluster() -> None:
    assert lines({"annotations": {"iter8.tools/weight": "30"}}) == [
        "annotations['iter8.tools/weight']: '30': this annotation is for changes in the cluster; use weight"
    ]


def test_more_annotations_than_an_object_can_have() -> None:
    assert Metadata(annotations={"a": "x" * 262_143}).annotations
    assert lines({"annotations": {"a": "x" * 262_144}}) == [
        "annotations: 262145 bytes of annotations are too many: at most 262144"
    ]


def test_unknown_keys() -> None:
    assert lines({"nmae": "x", "finalizers": []}) == [
        "nmae: is not a known key; did you mean 'name'?",
        "finalizers: is not a known key; known: annotations, labels, name, namespace",
    ]


def test_a_key_named_like_the_mark_of_an_error_in_a_key() -> None:
    assert lines({"[key]": 1, "labels": {"[key]": "x"}})[0] == f"labels['[key]']: '[key]' {KEY}"


def test_what_cdk8s_cannot_write_as_it_stands() -> None:
    assert lines({"labels": {"a": "0o17", "constructor": "b"}, "annotations": {"c": "d\u2028e"}}) == [
        "labels.a: '0o17' would be read as a number, since cdk8s writes it without quotes",
        "labels.constructor: the key cannot be written by cdk8s; use another one",
        "annotations.c: 'd\\u2028e' has the character U+2028, which cannot be written",
    ]
