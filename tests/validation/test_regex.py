import pytest

from cdk8s_iter8.validation.regex import is_re2


@pytest.mark.parametrize(
    "pattern",
    [
        "/api/v[12](/.*)?",
        "^a|b$",
        "(?i)curl/.*",
        "(?P<name>x)",
        r"\d+\.\w*\s",
        r"[[:alpha:]]+",
        r"\pL\p{Greek}",
        r"\x{1F600}",
        r"a{2,1000}",
        "a+?b*?c??",
        "/users/{id}",
        "{",
        r"[\]]",
        r"\A.*\z",
    ],
)
def test_what_re2_knows(pattern: str) -> None:
    assert is_re2(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        "[",
        "*",
        "a**",
        "a*+",
        "a++",
        "a{2}{3}",
        "(?=a)",
        "(?!a)",
        "(?<=a)b",
        "(?<!a)b",
        r"(a)\1",
        "(?P=name)",
        "(?>a)",
        "(?#comment)",
        "(?x)a",
        "(?(1)a|b)",
        r"\Z",
        r"\u0041",
        r"\b{start}a",
        "a{1001}",
        "a{1,1001}",
        "(a{1000}){1000}",
        "x{99999999999999999999}",
        "(" * 500 + ")" * 500,
        "\\",
    ],
)
def test_what_re2_does_not_know(pattern: str) -> None:
    assert not is_re2(pattern)
