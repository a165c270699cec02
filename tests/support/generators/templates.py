"""Routing templates as text: what the interpreter must take, and what it must not take for something else."""

from hypothesis import strategies as st

Texts = st.SearchStrategy[str]

_space = st.sampled_from(("", "", " ", "\n", "\t", "\r\n", "  \n  "))
_gap = st.sampled_from((" ", " ", "  ", "\n", "\t", "\r"))
_left = st.sampled_from(("{{", "{{", "{{ ", "{{- ", "{{-\n", "{{-\t "))
_right = st.sampled_from(("}}", "}}", " }}", " -}}", "\r-}}", "\n  -}}"))
_plain = st.sampled_from(
    (
        *("a", " ", "\n", "\n  ", "\t", "\r\n", "\v", "\f", "\u00a0", "\u2028", "\0", "é", "\U0001f600"),
        *("weight: ", "- b\n", "}}", "}", "{ {", "-", "- ", "*/", "-}}", "'", '"', "&", "&lt;", ">", "< ", "<=1", "</"),
    )
)
_numbers = st.one_of(
    st.integers(-3, 120).map(str),
    st.sampled_from(("+1", "-0", "00", "010", "0x1F", "0XfF", "0b101", "0o17", "1_000", "0_7", "0x_f", "-0x10", "007")),
    st.sampled_from((str(2**63 - 1), str(-(2**63)), str(2**32 - 1), "0xFFFFFFFF")),
)
_comment = st.builds(
    "{}/*{}*/{}".format,
    st.sampled_from(("{{", "{{- ", "{{-\n")),
    st.sampled_from(("", " why ", "\n", "{{ end }}", "*", "/", "/*", "}}", "<a>")),
    st.sampled_from(("}}", " -}}", "\n-}}")),
)


@st.composite
def _call(draw: st.DrawFn, operands: Texts) -> str:
    name = draw(st.sampled_from(("gt", "lt", "ge", "le", "eq", "ne", "and", "or", "not", "index", "eq", "and", "or")))
    if name == "index":
        return f"index{draw(_gap)}.Weights{draw(_gap)}{draw(operands)}"
    if name == "not":
        count = 1
    else:
        count = draw(st.integers(1 if name in ("and", "or") else 2, 4)) if name in ("and", "or", "eq") else 2
    return name + "".join(draw(_gap) + draw(operands) for _ in range(count))


def _in_parentheses(inside: Texts) -> Texts:
    return st.builds("({}{}{})".format, _space, inside, _space)


_weight = st.builds("(index .Weights {})".format, st.integers(0, 3))
_operands: Texts = st.recursive(
    st.one_of(_numbers, _weight), lambda inner: _in_parentheses(st.one_of(_call(inner), inner)), max_leaves=6
)
_expressions = st.one_of(
    st.builds("index .Weights {}".format, st.integers(0, 3)),
    st.builds("gt (index .Weights {}) {}".format, st.integers(0, 3), st.sampled_from((0, 100))),
    _call(_operands),
    _operands,
)
_output = st.builds("{}{}{}".format, _left, _expressions, _right)


def _blocks(parts: Texts) -> Texts:
    body = st.lists(parts, max_size=3).map("".join)
    other_if = st.builds("{}else{}if {}{}{}".format, _left, _gap, _expressions, _right, body)
    other = st.builds("{}else{}{}".format, _left, _right, body)
    return st.builds(
        "{}if {}{}{}{}{}{}end{}".format,
        *(_left, _expressions, _right, body, st.lists(other_if, max_size=2).map("".join), st.just("") | other),
        *(_left, _right),
    )


_parts: Texts = st.recursive(st.one_of(_plain, _output, _comment), _blocks, max_leaves=10)

templates: Texts = st.lists(_parts, max_size=6).map("".join)
"""Right by their grammar; a version may not exist, and values may not be comparable."""

_FRAGMENTS = (
    *(
        "{{",
        "}}",
        "{{-",
        "-}}",
        "{{- ",
        " -}}",
        "{{/*",
        "*/}}",
        "{{- /*",
        "*/ -}}",
        "{",
        "}",
        "-",
        " ",
        "\n",
        "\r",
        "\v",
    ),
    *(
        "if",
        "else",
        "else if",
        "end",
        "{{ if 1 }}",
        "{{ else }}",
        "{{ end }}",
        "{{end}}",
        "elseif",
        "(",
        ")",
        "()",
        "|",
    ),
    *("index", ".Weights", "$.Weights", ".Weight", ".", "$", "$x := 1", ",", ":=", "len", "range", "with", "define"),
    *(
        "gt",
        "and",
        "or",
        "not",
        "eq",
        "true",
        "false",
        "nil",
        "print",
        "html",
        '"a"',
        "`a`",
        "'a'",
        "break",
        "template",
    ),
    *("0", "1", "-1", "+", "08", "0x", "0x1p4", "1e3", "1.5", ".5", "1i", "1_", "_1", "1__0", "é", "9" * 19, "9" * 30),
    *("<", "/", "!", "<a", "</a", "<!--", "-->", "<!DOCTYPE", "<script>", "</script>", "<!-", "-", "\0", "\u2028", "٣"),
)
fragments = st.sampled_from(_FRAGMENTS)

mixtures: Texts = st.lists(fragments | _plain, max_size=8).map("".join)
"""Pieces in any order."""


@st.composite
def changed(draw: st.DrawFn, texts: Texts) -> str:
    """One of the texts with up to three places changed."""
    text = draw(texts)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        until = at + draw(st.sampled_from((0, 0, 1, 2, 5)))
        text = text[:at] + draw(st.just("") | fragments) + text[until:]
    return text
