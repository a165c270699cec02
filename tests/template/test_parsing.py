from contextlib import suppress
from time import process_time

import pytest

from cdk8s_iter8.template import TemplateError, parse_template


def written(text: str, weights: tuple[int, ...] = (30, 70)) -> str:
    return parse_template(text).execute(weights)


def refused(text: str) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        parse_template(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "output"),
    [
        ("", ""),
        ("a: b\r\n\0é\U0001f600", "a: b\r\n\0é\U0001f600"),
        ("a }} b } {", "a }} b } {"),
        ("{{1}}", "1"),
        ("a{{ 1 }} b", "a1 b"),
        ("a \t\r\n{{- 1 }} b", "a1 b"),
        ("a {{ 1 -}} \t\r\n b", "a 1b"),
        ("a {{-\n1\n-}} b", "a1b"),
        ("a\v{{- 1 -}}\u00a0b", "a\v1\u00a0b"),
        ("{{-1}}", "-1"),
        ("{{- -1}}", "-1"),
        ("a {{/* b */}} c", "a  c"),
        ("a {{- /* {{ }} \n * / */ -}} c", "ac"),
        ("a {{/* b */ -}} c", "a c"),
        ("{{ index\n\t.Weights\r\n1 }}", "70"),
    ],
)
def test_text_trim_markers_and_comments(text: str, output: str) -> None:
    assert written(text) == output


@pytest.mark.parametrize(
    ("text", "output"),
    [
        ("{{ if 1 }}a{{ end }}", "a"),
        ("{{if(1)}}a{{end}}", "a"),
        ("{{ if 0 }}a{{ else }}b{{ end }}", "b"),
        ("{{ if 0 }}a{{ else if 1 }}b{{ else }}c{{ end }}", "b"),
        ("{{ if 0 }}a{{ else if 0 }}b{{ else if 0 }}c{{ end }}d", "d"),
        ("{{ if 1 }}{{ if 0 }}a{{ else }}b{{ end }}c{{ else }}d{{ end }}", "bc"),
    ],
)
def test_if(text: str, output: str) -> None:
    assert written(text) == output


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("0", 0),
        ("+7", 7),
        ("-0", 0),
        ("1_000", 1000),
        ("0x1F", 31),
        ("-0X_f", -15),
        ("0b101", 5),
        ("0o17", 15),
        ("017", 15),
        ("0_7", 7),
        ("9223372036854775807", 2**63 - 1),
        ("-9223372036854775808", -(2**63)),
    ],
)
def test_whole_numbers_as_go_writes_them(number: str, value: int) -> None:
    assert written(f"{{{{ {number} }}}}") == str(value)


@pytest.mark.parametrize(
    "action",
    [
        *("{{ range .Weights }}", "{{ with 1 }}", '{{ template "a" }}', '{{ define "a" }}', '{{ block "a" . }}'),
        *("{{ .Weights }}", "{{ . }}", "{{ .Weight }}", "{{ $.Weights }}", "{{ $x := 1 }}", "{{ len .Weights }}"),
        *("{{ 1 | not }}", '{{ "a" }}', "{{ `a` }}", "{{ 'a' }}", "{{ true }}", "{{ nil }}", "{{ print 1 }}"),
        *(
            "{{ 1.5 }}",
            "{{ 1e3 }}",
            "{{ 1i }}",
            "{{ 08 }}",
            "{{ 1__0 }}",
            "{{ 1_ }}",
            "{{ 0x }}",
            "{{ + }}",
            "{{ 1a }}",
        ),
        *("{{ 9223372036854775808 }}", "{{ -9223372036854775809 }}", "{{ + }}", f"{{{{ {'1' * 10_000} }}}}", "{{ ٣ }}"),
        *("{{ index .Weights }}", "{{ index .Weights 0 1 }}", "{{ index 0 .Weights }}", "{{ index(.Weights) 0 }}"),
        *("{{ gt }}", "{{ gt 1 }}", "{{ gt 1 2 3 }}", "{{ eq 1 }}", "{{ ne 1 2 3 }}", "{{ and }}", "{{ not 1 0 }}"),
        *(
            "{{ gt index .Weights 0 1 }}",
            "{{ 1 2 }}",
            "{{ (gt 1 0) 1 }}",
            "{{ gt(1) 0 }}",
            "{{ gt 1(0) }}",
            "{{ gt -1-1 }}",
        ),
        *(
            "{{ gt -1-1 }}",
            "{{ ( }}",
            "{{ ) }}",
            "{{ () }}",
            "{{ (1 }}",
            "{{ 1) }}",
            "{{}}",
            "{{ }}",
            "{{- -}}",
            "{{ 1-}}",
            "{{{1}}}",
        ),
        *("{{ if }}", "{{ if+1 }}", "{{ end }}", "{{ else }}", "{{ elseif 1 }}", "{{/**/ }}", "{{ /**/ }}", "{{ é }}"),
        *("{{ 1 }", "{{", "{{/*", "{{/* }}", "{{\v1}}", "{{ 1\0}}", "{{ if 1 }}", "{{-}}"),
    ],
)
def test_any_other_action_is_refused_with_its_text_and_line(action: str) -> None:
    error = refused(f"a: {{{{ 1 }}}}\n{{{{- /*\n*/}}}}\n  b: {action}")
    assert error.line == 4
    assert action.startswith(error.action.split("}}")[0])
    assert str(error).startswith("line 4: {{")
    assert str(error).endswith(error.reason)


@pytest.mark.parametrize(
    "function",
    ["call", "html", "js", "len", "print", "printf", "println", "slice", "urlquery", "break", "continue", "default"],
)
def test_functions_of_go_are_refused_by_name(function: str) -> None:
    error = refused(f"a: {{{{ {function} .Weights }}}}")
    assert f"'{function}'" in error.reason


@pytest.mark.parametrize(
    ("text", "line", "action", "reason"),
    [
        ("a\n{{ if 1 }}\n{{ end x }}", 3, "{{ end x }}", "'x' stands after end"),
        ("{{ if 1 }}\n{{ else 1 }}\n{{ end }}", 2, "{{ else 1 }}", "'1' stands after else"),
        ("\n{{ if 1 }}{{ else }}\n{{ else }}{{ end }}", 3, "{{ else }}", "the if of line 2 has its else already"),
        ("{{ if 1 }}\n{{ else }}\n{{ else if 1 }}{{ end }}", 3, "{{ else if 1 }}", "the if of line 1 has its else"),
        ("{{ if 1 }}\n{{ if 1 }}\n{{ end }}", 1, "{{ if 1 }}", "the if has no {{ end }}"),
        ("{{ range\n.Weights }}", 1, "{{ range\n.Weights }}", "routing templates have no 'range'"),
        ("{{ index .Weights 0", 1, "{{ index .Weights 0", "the action has no }}"),
    ],
)
def test_what_is_wrong(text: str, line: int, action: str, reason: str) -> None:
    error = refused(text)
    assert (error.line, error.action) == (line, action)
    assert error.reason.startswith(reason)


@pytest.mark.parametrize("text", ["a < b", "<", "<=", "</", "</ a>", "<-", "<{{/* */}}a>", "<{{ 1 }}!--", "<1>", "<é>"])
def test_a_lone_less_than_sign_becomes_an_entity_as_in_html(text: str) -> None:
    assert written(text) == text.replace("<", "&lt;").replace("{{/* */}}", "").replace("{{ 1 }}", "1")


@pytest.mark.parametrize("markup", ["<a>", "</a>", "<Script", "<!-- a -->", "<!DOCTYPE html>", "<<b", "</</b"])
def test_text_that_html_template_reads_as_html_is_refused(markup: str) -> None:
    error = refused(f"a: 1\nb: {{{{ 1 }}}} c\nd: {markup}\ne: 1")
    assert error.line == 3
    assert error.action == markup[markup.rindex("<") :]
    assert error.reason.startswith("html/template takes <")


def test_half_of_a_surrogate_pair_is_refused() -> None:
    error = refused("a\nb\ud800")
    assert (error.line, error.action) == (2, "'\\ud800'")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ 1\n\x1b[31m }}", "{{ 1 \\x1b[31m }}: "),
        ("{{ gt" + " 1" * 1000 + " }}", "{{ gt" + " 1" * 37 + " …: "),
        ("{{ 1" + "\n" * 1000 + "\x1b", "{{ 1: "),
        ("<a\x1b[31m>", "<a\\x1b[31m>: "),
    ],
)
def test_an_error_is_one_short_line_of_printable_characters(text: str, shown: str) -> None:
    error = str(refused(text))
    assert error.startswith(f"line 1: {shown}")
    assert len(error) < 200
    assert error.isprintable()


@pytest.mark.parametrize(
    ("deep", "deeper"),
    [
        ("{{ if 1 }}" * 50 + "a" + "{{ end }}" * 50, "{{ if 1 }}" * 51 + "{{ end }}" * 51),
        ("{{" + "(" * 50 + "1" + ")" * 50 + "}}", "{{" + "(" * 51 + "1" + ")" * 51 + "}}"),
    ],
)
def test_nesting_has_an_end(deep: str, deeper: str) -> None:
    assert written(deep) in ("a", "1")
    assert refused(deeper).reason.startswith("more than 50")


@pytest.mark.parametrize(
    "piece",
    [
        *("{{", "}}", "{{ 1 }}", "{{ if 1 }}", "{{ if 1 }}{{ end }}", "(", "{{/*", "{{/* */}}", " ", "{{- ", " -}}"),
        *("<", "<a ", "\n", "1", "{{1 ", "\0", "a{{- 1 -}} ", "\\{{", "{ {"),
    ],
)
@pytest.mark.parametrize("start", ["", "{{ ", "{{ if 0 }}{{ else if ", "{{ index .Weights "])
def test_many_characters_take_no_more_than_linear_time(start: str, piece: str) -> None:
    text = start + piece * (300_000 // len(piece))
    began = process_time()  # not the wall clock: a busy machine must not fail the test
    with suppress(TemplateError):
        written(text)
    assert process_time() - began < 10, "quadratic time would be minutes"
