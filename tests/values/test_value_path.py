import pytest
from hypothesis import given

from cdk8s_iter8.validation.problem import dotted
from cdk8s_iter8.values.value_path import AssignmentError, VersionName, WrittenAssignment
from tests.support.generators.text import keys


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("a=1", ("a",)),
        ("a.b[0].c-d=1", ("a", "b", 0, "c-d")),
        ("a[1][2]=1", ("a", 1, 2)),
        ("labels['a.b/c'].d=1", ("labels", "a.b/c", "d")),
        ('labels["it\'s"]=1', ("labels", "it's")),
        (r"labels.a\.b/c=1", ("labels", "a.b/c")),
        ("versions[hello-v2].image=1", ("versions", VersionName("hello-v2"), "image")),
        ("a=b=c", ("a",)),
    ],
)
def test_paths(text: str, steps: tuple[object, ...]) -> None:
    assert WrittenAssignment.parsed(text).steps == steps


@pytest.mark.parametrize("text", ["", "a", "=1", ".a=1", "a.=1", "a..b=1", "a[=1", "a[]=1", "a b[x", "[0]a=1", "a]=1"])
def test_what_is_no_assignment(text: str) -> None:
    with pytest.raises(AssignmentError, match=r"is not PATH=VALUE, such as application\.versions\[1\]\.weight=10"):
        WrittenAssignment.parsed(text)


@pytest.mark.parametrize("text", ["a=", "a= "])
def test_no_value(text: str) -> None:
    with pytest.raises(AssignmentError, match="has no value"):
        WrittenAssignment.parsed(text)


@given(keys)
def test_a_path_is_written_as_errors_write_it(key: str) -> None:
    path = ("labels", key)
    if dotted(path) in (f"labels.{key}", f"labels['{key}']") and key and "'" not in key:
        assert WrittenAssignment.parsed(f"{dotted(path)}=1").steps == path
