from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from cdk8s_iter8.validation import scalars

RIGHT: dict[str, list[object]] = {
    "Weight": [0, 1, 1_000_000, 30.0],
    "Port": [1, 65535],
    "Seconds": [1, 31_536_000],
    "Name": ["a", "a-1", "a" * 63],
    "Namespace": ["a", "1-a", "a" * 63],
    "Host": ["a", "a.b-c.1", ".".join(["a" * 62] * 4)],
    "GatewayName": ["a", "a/b", "a.b", "mesh"],
    "LabelKey": ["a", "a.b/c", "A_b.C-1", "a/" + "b" * 63],
    "LabelValue": ["", "a", "A_b.C-1", "a" * 63],
    "AnnotationValue": ["", "any text: {{ }}\n"],
    "CookieName": ["a", "__Host-a", "!#$%&'*+-.^_`|~"],
    "HeaderName": ["a", "X-B", "!#$%&'*+-.^_`|~"],
    "ParameterName": ["a", "a[b]", "é", " "],
    "Image": ["a", "ghcr.io/knative/helloworld-go:latest", "localhost:5000/a_b@sha256:0123"],
    "Iter8Version": ["v1.1", "1"],
    "Regex": ["a", "/users/{id}"],
}
WRONG: dict[str, list[object]] = {
    "Weight": [-1, 1_000_001, 1.5, "1", True, None],
    "Port": [0, 65536, "80", 80.5, False],
    "Seconds": [0, 31_536_001, "60"],
    "Name": ["", "A", "1a", "a.b", "a_b", "a-", "-a", "a\n", "a" * 64, 1],
    "Namespace": ["", "A", "a.b", "a" * 64],
    "Host": ["", "A", "a..b", "a.", "a_b", "a/b", "https://a", "a" * 254],
    "GatewayName": ["", "A", "a/b/c", "/a", "a/", "a b"],
    "LabelKey": ["", "a b", "/a", "a/", "a/b/c", "A/b", "a" * 64, "é"],
    "LabelValue": ["-", "a b", "a/b", "a" * 64, 1, True],
    "AnnotationValue": [1, True, None],
    "CookieName": ["", "a b", "a=b", "a;b", "é", "a" * 257],
    "HeaderName": ["", "a b", "a:b", "a\r\nb", "é", "a" * 257],
    "ParameterName": ["", "a" * 257, 1],
    "Image": ["", "a b", "<a>", "{{a}}", "-a", "a:", "a\nb", "é", "a" * 1025],
    "Iter8Version": ["", "v 1", 1.1],
    "Regex": ["", "(", "(?=a)", "a" * 1025, 1],
}


def of(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(getattr(scalars, name))


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right(name: str) -> None:
    for value in RIGHT[name]:
        assert of(name).validate_python(value, strict=True) == value


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_in_the_words_of_the_rule(name: str) -> None:
    for value in WRONG[name]:
        with pytest.raises(ValidationError) as error:
            of(name).validate_python(value, strict=True)
        assert [detail["type"] for detail in error.value.errors()] == ["rule"], value


@pytest.mark.parametrize("name", ["Namespace", "Host", "LabelKey", "LabelValue", "AnnotationValue", "Image"])
def test_what_cannot_be_written(name: str) -> None:
    with pytest.raises(ValidationError, match="cdk8s"):
        of(name).validate_python("0o17")


def test_a_prefix_is_a_dns_name() -> None:
    key = of("LabelKey")
    prefix = ".".join(["a" * 62] * 4) + ".a"

    assert key.validate_python(f"{prefix}/b")
    with pytest.raises(ValidationError):
        key.validate_python(f"{prefix}a/b")


@pytest.mark.parametrize("text", ["a", "a-1", "a" * 63])
def test_is_name(text: str) -> None:
    assert scalars.is_name(text)


@pytest.mark.parametrize("text", ["", "A", "a\n", "a" * 64])
def test_is_no_name(text: str) -> None:
    assert not scalars.is_name(text)
