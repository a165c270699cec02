import re
from pathlib import Path

import pytest

from cdk8s_iter8.previews.mermaid import preview_mermaid
from tests.support.previewed import EXAMPLES, previewed
from tests.support.released import blue_green, canary

# What of Mermaid's flowcharts is used, and nothing else: with only these characters in them labels need no escaping,
# and #NNN; is Mermaid's own entity. `<br/>` is the one tag.
LABEL = r'"(?:[A-Za-z0-9 =:,./()-]|#\d+;|%|<br/>)+"'
LINES = [
    r"flowchart LR",
    rf" +subgraph (?P<box>r\d+(s\d+)?)\[{LABEL}\]",
    r" +end",
    rf" +(?P<node>r\d+(s\d+)?[a-z]+\d*)(\[{LABEL}\](:::unready)?|\(\[{LABEL}\]\))",
    rf" +(?P<from>r\d+s\d+q\d+) (-->|-\.->)\|{LABEL}\| (?P<to>r\d+s\d+v\d+)",
    r"  classDef unready stroke-dasharray: 4 4",
]


def check(text: str) -> None:
    """Every line is one of those, boxes are closed, arrows join nodes that are there, no name is taken twice."""
    names: list[str] = []
    depth = 0
    for line in text.splitlines():
        matched = next((match for pattern in LINES if (match := re.fullmatch(pattern, line))), None)
        assert matched, line
        groups = matched.groupdict()
        names += [name for key in ("box", "node") if (name := groups.get(key))]
        depth += ("box" in groups) - (line.strip() == "end")
        assert {groups.get("from"), groups.get("to")} <= {None, *names}, line
    assert depth == 0
    assert len(names) == len(set(names))


def test_blue_green(tmp_path: Path) -> None:
    assert (
        preview_mermaid(
            [previewed(blue_green(30, 70), tmp_path, []), previewed(blue_green(30, 70), tmp_path, ["hello-1"])]
        )
        == """\
flowchart LR
  subgraph r0["hello in default: knative-istio, blue-green"]
    subgraph r0s0["ready: none"]
      r0s0q0(["all<br/>fallback: no version is ready, so the primary gets every request"])
      r0s0v0["hello-0<br/>not ready"]:::unready
      r0s0q0 -->|"100%"| r0s0v0
    end
  end
  subgraph r1["hello in default: knative-istio, blue-green"]
    subgraph r1s0["ready: hello-1"]
      r1s0q0(["all"])
      r1s0v1["hello-1"]
      r1s0q0 -->|"100%"| r1s0v1
    end
  end
  classDef unready stroke-dasharray: 4 4
"""
    )


def test_copies_are_dotted(tmp_path: Path) -> None:
    text = preview_mermaid([previewed((EXAMPLES / "mirror.yaml").read_text(), tmp_path, ["hello-0", "hello-2"])])
    assert '      r0s0q0 -->|"100%"| r0s0v0\n      r0s0q0 -.->|"mirror 50%"| r0s0v2\n' in text


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.yaml")), ids=lambda file: file.stem)
def test_every_example_is_a_flowchart(example: Path, tmp_path: Path) -> None:
    check(preview_mermaid([previewed(example.read_text(), tmp_path)]))


def test_many_versions_are_a_flowchart(tmp_path: Path) -> None:
    check(preview_mermaid([previewed(blue_green(*[1] * 7), tmp_path)]))


def test_what_users_match_is_only_text(tmp_path: Path) -> None:
    match = r'{"headers": {"x": {"exact": "a\"]\nend;%%{init}%% <script> #quot; `b` | ü & {{ \u001b"}}}'
    text = preview_mermaid([previewed(canary(match), tmp_path)])
    check(text)
    assert "#60;script#62; #35;quot#59; #96;b#96; #124; #252; #38; #123;#123; #92;u001b#34;" in text
