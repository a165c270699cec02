from textwrap import dedent

import pytest

from cdk8s_iter8.template import Guard, LiteralBlock, LiveWeight, Node, render


def test_readable_block_yaml() -> None:
    node: Node = {
        "kind": "VirtualService",
        "spec": {
            "gateways": ["mesh"],
            "hosts": (),
            "http": [
                Guard((1,), {"name": "hello-1", "match": [{"port": 80}], "route": [{"destination": {"host": "b"}}]}),
                {
                    "route": [Guard((0,), {"host": "a", "weight": LiveWeight(0)}), Guard((1,), {"host": "b"})],
                    "mirrors": Guard((1, 2), [Guard((1,), {"percentage": {"value": LiveWeight(1, at_most=100)}})]),
                },
            ],
        },
        "status": {},
    }
    assert render(node) == dedent("""\
        kind: VirtualService
        spec:
          gateways:
          - mesh
          hosts: []
          http:
          {{- if gt (index .Weights 1) 0 }}
          - name: hello-1
            match:
            - port: 80
            route:
            - destination:
                host: b
          {{- end }}
          - route:
            {{- if gt (index .Weights 0) 0 }}
            - host: a
              weight: {{ index .Weights 0 }}
            {{- end }}
            {{- if gt (index .Weights 1) 0 }}
            - host: b
            {{- end }}
            {{- if or (gt (index .Weights 1) 0) (gt (index .Weights 2) 0) }}
            mirrors:
            {{- if gt (index .Weights 1) 0 }}
            - percentage:
                value: {{ if gt (index .Weights 1) 100 }}100{{ else }}{{ index .Weights 1 }}{{ end }}
            {{- end }}
            {{- end }}
        status: {}
        """)


@pytest.mark.parametrize(
    "text",
    ["a", "A-b_c.d/e0", "networking.istio.io/v1beta1", "hello-0.default.svc.cluster.local", "/v2/models", "Yess"],
)
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert render({text: text}) == f"{text}: {text}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", '""'),
        ("yes", '"yes"'),
        ("NULL", '"NULL"'),
        ("0", '"0"'),
        ("1e3", '"1e3"'),
        ("~", '"~"'),
        ("a b", '"a b"'),
        ("<<", r'"\u003c\u003c"'),
        ("{{ .Weights }}", r'"\u007b\u007b .Weights \u007d\u007d"'),
        ('"\\', r'"\"\\"'),
        ("\n\t\0\x7f\u2028", r'"\n\t\u0000\u007f\u2028"'),
        ("é😀", '"é😀"'),
        ("\U000e0001", r'"\U000e0001"'),
    ],
)
def test_others_are_json_strings_without_template_and_html_characters(text: str, written: str) -> None:
    assert render({text: text}) == f"{written}: {written}\n"
    assert render([text]) == f"- {written}\n"


def test_numbers_and_words_of_yaml() -> None:
    assert render([1, -0.5, True, False, None]) == "- 1\n- -0.5\n- true\n- false\n- null\n"


def test_our_own_text_is_a_literal_block() -> None:
    assert render({"a": {"b": LiteralBlock("c:\n\n  {{ d }}\n")}}) == "a:\n  b: |\n    c:\n\n      {{ d }}\n"


def test_a_list_item_may_begin_with_a_guard() -> None:
    assert render([{"a": Guard((0,), 1), "b": 2}, [Guard((0,), 1), 2]]) == dedent("""\
        - {{- if gt (index .Weights 0) 0 }}
          a: 1
          {{- end }}
          b: 2
        - {{- if gt (index .Weights 0) 0 }}
          - 1
          {{- end }}
          - 2
        """)


def test_the_longest_key_of_yaml() -> None:
    assert render({"k" * 1024: 1}) == f"{'k' * 1024}: 1\n"
    with pytest.raises(ValueError, match="a key of 1025 characters is too long, YAML takes 1024: kkk"):
        render({"k" * 1025: 1})
    with pytest.raises(ValueError, match="a key of 1202 characters is too long"):
        render([{"{" * 200: 1}])


@pytest.mark.parametrize("node", [[LiteralBlock("a\n")], LiteralBlock("a\n")])
def test_a_text_stands_only_as_the_value_of_a_key(node: Node) -> None:
    with pytest.raises(TypeError, match="a literal block stands only as the value of a key"):
        render(node)


def test_a_template_is_not_guarded_as_a_whole() -> None:
    with pytest.raises(TypeError, match="a guard stands only around a list item or the value of a key"):
        render(Guard((0,), "a"))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_are_finite(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        render([number])


@pytest.mark.parametrize("node", ["\ud800", {"a\udfff": 1}])
def test_strings_are_unicode_text(node: Node) -> None:
    with pytest.raises(ValueError, match="half of a surrogate pair is no character"):
        render(node)
