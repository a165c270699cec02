"""The table of a status: nothing cut, nothing that a terminal obeys."""

from pathlib import Path

import pytest
from rich.console import Console

from cdk8s_iter8.live.release_status import release_status
from cdk8s_iter8.live.status_json import status_json
from cdk8s_iter8.live.status_table import status_table
from cdk8s_iter8.previews.terminal_text import to_text
from tests.support.live_release import NOW, LiveRelease
from tests.support.released import planned, values

HOSTILE = "\x1b]0;owned\x07\x1b[2J\r\nnext \u202eline"


def hello(directory: Path) -> LiveRelease:
    return LiveRelease(planned(directory, values("knative-istio", "blue-green", {"weight": 30}, {"weight": 70})))


def table(live: LiveRelease, width: int = 100) -> str:
    return to_text(status_table(release_status(live.observation(), NOW), NOW), width)


def test_a_settled_release(tmp_path: Path) -> None:
    assert table(hello(tmp_path)) == (
        "app in default: blue-green, as declared\n"
        "\n"
        " version  ready  weight  gets  age\n"
        " app-0    yes    30      30%   5h\n"
        " app-1    yes    70      70%   5h\n"
        "\n"
        " virtualservice app: applied by the routing controller (field manager cdk8s-iter8), 5h ago\n"
    )


def test_what_is_not_as_declared(tmp_path: Path) -> None:
    live = hello(tmp_path)
    live.objects[live.resource("app-0-weight-config")]["metadata"]["annotations"]["iter8.tools/weight"] = "90"
    live.condition(live.resource("app-1"), "False", reason="RevisionFailed", message="no image")
    live.route()
    assert table(live) == (
        "app in default: blue-green, not as declared\n"
        "\n"
        " version  ready  weight   gets  age\n"
        " app-0    yes    30 → 90  100%  5h\n"
        " app-1    no     70       0%    5h\n"
        "\n"
        " virtualservice app: applied by the routing controller (field manager cdk8s-iter8), 5h ago\n"
        "\n"
        " ! app-0 has weight 90 by the annotation iter8.tools/weight, not the declared 30; the next apply\n"
        "   restores it\n"
        " ! app-1 is not ready: RevisionFailed: no image\n"
    )


def test_a_canary(tmp_path: Path) -> None:
    data = values("knative-istio", "canary", {}, {"match": [{"headers": {"user": {"exact": "a"}}}]})
    text = table(LiveRelease(planned(tmp_path, data)))
    assert " version  ready  gets                     age\n" in text
    assert " app-0    yes    100% of all others       5h\n" in text
    assert " app-1    yes    100% of header user = a  5h\n" in text


@pytest.mark.parametrize("width", [60, 80, 200])
def test_hostile_texts_are_folded_and_harmless(tmp_path: Path, width: int) -> None:
    live = hello(tmp_path)
    live.condition(live.resource("app-1"), "False", reason=HOSTILE, message="x" * 1000)
    (key,) = [key for key in live.objects if key.gvr.resource == "virtualservices"]
    live.objects[key]["spec"]["http"][0]["route"][0]["destination"]["host"] = HOSTILE
    live.objects[key]["metadata"]["managedFields"][0]["manager"] = "cdk8s-iter8"
    text = table(live, width)
    assert all(char.isprintable() or char == "\n" for char in text)
    assert all(len(line) <= width for line in text.splitlines())
    assert "\\x1b]0;owned" in text.replace("\n", "")


def test_no_color(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    console = Console(force_terminal=True, width=80)
    with console.capture() as capture:
        console.print(status_table(release_status(hello(tmp_path).observation(), NOW), NOW))
    assert "\x1b[3" not in capture.get()


def test_json(tmp_path: Path) -> None:
    data = status_json(release_status(hello(tmp_path).observation(), NOW))
    assert (data["settled"], data["strategy"], data["created"]) == (True, ["blue-green"], "2026-03-01T07:00:00Z")
    assert data["readyBy"] == {
        "controller": "cdk8s-iter8",
        "configuration": None,
        "conditions": {"ksvc": ["RoutesReady"]},
    }
    assert data["versions"][1] == {
        "name": "app-1",
        "namespace": "default",
        "ready": True,
        "reason": "",
        "outdated": "",
        "declaredWeight": 70,
        "liveWeight": 70,
        "overridden": False,
        "created": "2026-03-01T07:00:00Z",
        "gets": [{"requests": [], "percent": 70, "mirrored": False}],
        "hanging": [],
    }
    assert data["routes"][0]["controller"] == "cdk8s-iter8"
