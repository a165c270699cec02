"""Values files with something odd in them."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

ROOT = Path(__file__).parents[3]
GOOD = sorted([*(ROOT / "releases").glob("*.yaml"), *(ROOT / "examples").glob("*.yaml")])

ODD_STRINGS = [
    "",
    " ",
    "{{",
    "}}",
    "{{ .Weights }}",
    "<script>",
    "'\"`",
    "a\nb",
    "\ta\nb",
    "a: b",
    "- a",
    "# a",
    "&a",
    "*a",
    "!!python/object:os.system",
    "yes",
    "null",
    "0o17",
    "1e3",
    "=",
    "<<",
    "__proto__",
    "constructor",
    "$jsii.byref",
    "[key]",
    "..",
    "a" * 300,
    "\0",
    "\x1b[31m",
    "\x7f",
    "\u2028",
    "\ufeff",
    "\U0001f600",
    "(?=a)",
    "(" * 600,
    "mesh",
    "hello",
    "hello-0",
    "hello-1",
    "Host",
    "iter8.tools/watch",
    "iter8.tools/weight",
    "autoscaling.knative.dev/min-scale",
]
ODD: list[Any] = [
    *ODD_STRINGS,
    None,
    True,
    False,
    0,
    -1,
    1,
    8012,
    65536,
    2**53,
    10**30,
    -0.0,
    1.5,
    float("inf"),
    float("nan"),
    [],
    {},
    [None],
    [[]],
    {"": None},
    {"a": {"b": [{}]}},
]
KEYS = [
    *ODD_STRINGS,
    "metadata",
    "name",
    "labels",
    "annotations",
    "match",
    "weight",
    "image",
    "port",
    "spec",
    "gateways",
]


def _places(data: Any) -> list[tuple[Any, Any]]:
    """Every mapping and list of the data with each of its keys."""
    if isinstance(data, dict):
        return [(data, key) for key in data] + [place for value in data.values() for place in _places(value)]
    if isinstance(data, list):
        return [(data, key) for key in range(len(data))] + [place for value in data for place in _places(value)]
    return []


@st.composite
def odd_values(draw: st.DrawFn) -> str:
    """A good values file of this project with one to three parts changed, as text."""
    data: Any = yaml.safe_load(draw(st.sampled_from(GOOD)).read_text())
    for _ in range(draw(st.integers(1, 3))):
        holder, key = draw(st.sampled_from(_places(data)))
        match draw(st.sampled_from(["replace", "remove", "add", "again"])):
            case "replace":
                holder[key] = deepcopy(draw(st.sampled_from(ODD)))
            case "remove":
                del holder[key]
            case "add" if isinstance(holder, dict):
                holder[draw(st.sampled_from(KEYS))] = deepcopy(draw(st.sampled_from(ODD)))
            case _ if isinstance(holder, list):
                holder.append(deepcopy(draw(st.sampled_from([holder[key], *ODD]))))
        if not _places(data):
            break
    text: str = yaml.safe_dump(data, sort_keys=False)
    return text


@st.composite
def odd_text(draw: st.DrawFn) -> str:
    """The text of a good values file with a few characters changed, taken out or put in."""
    text = draw(st.sampled_from(GOOD)).read_text()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        put = draw(
            st.sampled_from(["", " ", "\t", "\n", ":", "- ", "&a ", "*a", "<<: ", "{", "[", '"', "'", "|", "!!"])
        )
        text = text[:at] + put + text[at + draw(st.integers(0, 3)) :]
    return text
