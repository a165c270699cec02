"""The judge of templates must judge as the controller does."""

import pytest

from tests.support import go_template
from tests.support.go_template import TemplateError, execute


def test_many_templates_in_one_call_in_their_order() -> None:
    cases = [(f"{number}: {{{{ index .Weights 1 }}}}", [0, number]) for number in range(200)]
    assert execute(cases) == [f"{number}: {number}" for number in range(200)]


def test_no_templates() -> None:
    assert execute([]) == []


def test_it_is_html_template_not_text_template() -> None:
    assert execute([('a: <!-- gone --> "<b>"', []), ('{{ "<" }}', [])]) == ['a:  "<b>"', "&lt;"]


def test_weights_are_32_bits_without_sign() -> None:
    assert execute([('{{ printf "%T %v" .Weights .Weights }}', [0, 2**32 - 1])]) == ["[]uint32 [0 4294967295]"]


def test_text_comes_back_as_it_was() -> None:
    text = 'a: "\u00e9\u2028\U0001f600\\u0000&\'"\n\n'
    assert execute([(text, [])]) == [text]


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("{{", "unclosed action"),
        ("{{ index .Weights 2 }}", "index out of range: 2"),
        ("{{ .Weight }}", "can't evaluate"),
    ],
)
def test_what_go_refuses_is_an_error_with_its_words(template: str, error: str) -> None:
    with pytest.raises(TemplateError, match=error):
        execute([("fine", [1]), (template, [1])])


def test_without_go_a_test_is_skipped_and_the_reason_names_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="Go is not installed"):
        go_template.program()


def test_without_go_a_test_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="Go is not installed"):
        go_template.program()
