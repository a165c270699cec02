import pytest

from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.source import parse
from cdk8s_iter8.values.assigned import assigned
from cdk8s_iter8.values.marked import Marked, marked

RELEASE = "application: {versions: [{image: a}, {metadata: {name: hello-v2}, image: b}], port: 80}"


def after(text: str, assignment: str) -> Marked:
    return assigned(marked(parse(text, "hello.yaml"), 0), assignment, 1, "hello")


def refused(assignment: str) -> tuple[str, ...]:
    with pytest.raises(ValuesError) as error:
        after(RELEASE, assignment)
    return error.value.lines


@pytest.mark.parametrize(
    ("text", "assignment", "data"),
    [
        ("a: 1", "a=2", {"a": 2}),
        ("a: 1", "b.c=2", {"a": 1, "b": {"c": 2}}),
        ("", "a=[1, {b: x}]", {"a": [1, {"b": "x"}]}),
        ("a: {b: 1, c: 2}", "a.b=null", {"a": {"b": None, "c": 2}}),
        ("a: {b: 1}", "a={}", {"a": {}}),
        ("a: 1", "a.b=2", {"a": {"b": 2}}),
        ("a: [1, 2]", "a[1]=3", {"a": [1, 3]}),
        ("a: [1, 2]", "a[2]=3", {"a": [1, 2, 3]}),
        ("", "a[0].b=3", {"a": [{"b": 3}]}),
        ("a: {}", "a['b.c/d']=1", {"a": {"b.c/d": 1}}),
        ("a: 1", "a='\"1\"'", {"a": '"1"'}),
    ],
)
def test_a_value_is_put_at_its_path(text: str, assignment: str, data: object) -> None:
    assert after(text, assignment).plain() == data


def test_a_version_is_named_as_the_release_names_it() -> None:
    for name, index in {"hello-0": 0, "hello-v2": 1}.items():
        version = after(RELEASE, f"application.versions[{name}].weight=7").plain()["application"]["versions"][index]  # type: ignore[index]
        assert version["weight"] == 7
    named = RELEASE.replace("port: 80", "metadata: {name: shop}")
    assert after(named, "application.versions[shop-0].image=c").plain()["application"]["versions"][0] == {"image": "c"}  # type: ignore[index]


def test_only_what_is_put_there_has_the_mark_of_the_assignment() -> None:
    marks = dict(after(RELEASE, "application.versions[1].metadata.labels.x=y").marks())
    place = "--set application.versions[1].metadata.labels.x"
    assert {path for path, mark in marks.items() if mark.name == place} == {
        ("application", "versions", 1, "metadata", "labels"),
        ("application", "versions", 1, "metadata", "labels", "x"),
    }
    assert {mark.name for mark in marks.values()} == {"hello.yaml", place}


@pytest.mark.parametrize(
    ("assignment", "line"),
    [
        ("a", "--set: 'a' is not PATH=VALUE, such as application.versions[1].weight=10"),
        ("a=", "--set: 'a=' has no value; null takes a key out, '\"\"' is the empty string"),
        (
            "a=[",
            "--set a: is not valid YAML: expected the node content, but found '<stream end>' (while parsing a flow",
        ),
        ("a={b: 1, b: 2}", "--set a: b: the key stands twice, in lines 1 and 1; keep one"),
        (
            "application.versions[3].image=c",
            "--set application.versions[3].image: application.versions: [3] is not there: the list has 2 items",
        ),
        (
            "application.versions[hello-v3].image=c",
            "--set application.versions[hello-v3].image: application.versions: 'hello-v3' is not a version of hello",
        ),
        ("gateway[a]=b", "--set gateway[a]: gateway: [a] is for versions; write ['a'] for a key"),
    ],
)
def test_what_leads_nowhere(assignment: str, line: str) -> None:
    [said] = refused(assignment)
    assert said.startswith(line)
