import pytest

from cdk8s_iter8.template import TemplateError, parse_template


def written(text: str, *weights: int) -> str:
    return parse_template(text).execute(weights)


# As the Iter8 chart writes them, and as this project does.
CHART = """\
  route:
  - destination: a
    {{- if gt (index .Weights 1) 0 }}
    weight: {{ index .Weights 0 }}
    {{- end }}
  {{- if gt (index .Weights 1) 0 }}
  - destination: b
    weight: {{ index .Weights 1 }}
  {{- end }}
"""
MIRROR = """\
{{- if or (gt (index .Weights 1) 0) (gt (index .Weights 2) 0) }}
mirrors:
{{- if gt (index .Weights 1) 0 }}
- {{ if gt (index .Weights 1) 100 }}100{{ else }}{{ index .Weights 1 }}{{ end }}
{{- end }}
{{- end }}
"""


def test_a_route_of_the_chart() -> None:
    assert written(CHART, 1, 0) == "  route:\n  - destination: a\n"
    both = "  route:\n  - destination: a\n    weight: 30\n  - destination: b\n    weight: 4294967295\n"
    assert written(CHART, 30, 2**32 - 1) == both


@pytest.mark.parametrize(
    ("weights", "output"),
    [
        ((1, 0, 0), "\n"),
        ((1, 0, 1), "\nmirrors:\n"),
        ((1, 7, 0), "\nmirrors:\n- 7\n"),
        ((1, 500, 0), "\nmirrors:\n- 100\n"),
    ],
)
def test_capped_mirrors(weights: tuple[int, ...], output: str) -> None:
    assert written(MIRROR, *weights) == output


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("gt 2 1", "true"),
        ("gt 1 1", "false"),
        ("ge 1 1", "true"),
        ("ge 0 1", "false"),
        ("lt -1 (index .Weights 0)", "true"),
        ("lt 1 1", "false"),
        ("le 1 1", "true"),
        ("le 2 1", "false"),
        ("eq 1 2 3", "false"),
        ("eq 1 2 3 1", "true"),
        ("eq 30 (index .Weights 0)", "true"),
        ("eq 1 1 (gt 1 0)", "true"),
        ("eq (gt 1 0) (not 0)", "true"),
        ("ne 1 2", "true"),
        ("ne (not 1) (not 1)", "false"),
        ("not 0", "true"),
        ("not (not 7)", "true"),
        ("and 1", "1"),
        ("and 1 2 3", "3"),
        ("and 1 0 3", "0"),
        ("and 1 (not 1) 3", "false"),
        ("or 0", "0"),
        ("or 0 (gt 1 2)", "false"),
        ("or 0 5 7", "5"),
        ("or 1 (index .Weights 9)", "1"),
        ("and 0 (lt (not 1) 1)", "0"),
        ("index .Weights (index .Weights 1)", "30"),
        ("(index .Weights (or 0 1))", "0"),
    ],
)
def test_functions(expression: str, value: str) -> None:
    assert written(f"{{{{ {expression} }}}}", 30, 0) == value


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("index .Weights 2", "no version has position 2: the routemap has 2 versions, from 0"),
        ("index .Weights -1", "no version has position -1: the routemap has 2 versions, from 0"),
        ("index .Weights (not 1)", "false is no version's position"),
        ("lt (not 1) 1", "lt compares numbers, not true or false"),
        ("ge 1 (not 1)", "ge compares numbers, not true or false"),
        ("gt (not 0) (not 1)", "gt compares numbers, not true or false"),
        ("eq 1 (not 0)", "a number is compared with true or false"),
        ("ne (not 0) 1", "a number is compared with true or false"),
        ("eq 1 0 (not 0) 1", "a number is compared with true or false"),
        ("not (index .Weights 5)", "no version has position 5: the routemap has 2 versions, from 0"),
    ],
)
def test_an_error_names_line_and_action(expression: str, reason: str) -> None:
    template = parse_template(f"a: 1\n{{{{- if 1 }}}}\nb: {{{{ {expression} }}}}\n{{{{- end }}}}")
    with pytest.raises(TemplateError) as caught:
        template.execute([30, 70])
    error = caught.value
    assert (error.line, error.action, error.reason) == (3, f"{{{{ {expression} }}}}", reason)
    assert str(error) == f"line 3: {{{{ {expression} }}}}: {reason}"


def test_an_error_counts_only_where_it_is_reached() -> None:
    assert written("{{ if 0 }}{{ index .Weights 5 }}{{ end }}a", 1) == "a"
    with pytest.raises(TemplateError, match="the routemap has 1 version, from 0"):
        written("{{ if index .Weights 0 }}{{ index .Weights 5 }}{{ end }}", 1)


def test_a_template_is_executed_any_number_of_times() -> None:
    template = parse_template(CHART)
    assert template.execute([1, 2]) == template.execute((1, 2)) != template.execute([1, 0])
    assert template == parse_template(CHART)
