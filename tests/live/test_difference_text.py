"""Differences in lines."""

from pathlib import Path

import pytest

from cdk8s_iter8.cluster.api_error import FieldConflict
from cdk8s_iter8.cluster.keys import CONFIG_MAPS, GVR, ObjectKey
from cdk8s_iter8.live.difference_text import difference_json, difference_lines, spec_lines
from cdk8s_iter8.live.object_difference import Action, FieldChange, ObjectDifference
from cdk8s_iter8.live.release_difference import ReleaseDifference
from cdk8s_iter8.live.release_status import release_status
from cdk8s_iter8.live.spec_text import read_spec
from tests.support.live_release import NOW, LiveRelease
from tests.support.released import planned, values

MAP = ObjectKey(CONFIG_MAPS, "default", "app-0-weight-config")
KSVC = ObjectKey(GVR("serving.knative.dev", "v1", "services"), "default", "app-1")


@pytest.fixture
def difference(tmp_path: Path) -> ReleaseDifference:
    """Two versions become one and another."""
    (tmp_path / "there").mkdir()
    live = LiveRelease(
        planned(tmp_path / "there", values("knative-istio", "blue-green", {"weight": 30}, {"weight": 70}))
    )
    after = values("knative-istio", "blue-green", {"weight": 90}, {"metadata": {"name": "new"}, "weight": 10})
    change = FieldChange(("metadata", "annotations", "iter8.tools/weight"), "30", "90")
    return ReleaseDifference(
        planned(tmp_path, after),
        release_status(live.observation(), NOW),
        (
            ObjectDifference(MAP, Action.CHANGED, (change,), (FieldConflict(".data.a", '"ed" using v1'),)),
            ObjectDifference(KSVC._replace(name="new"), Action.MADE),
            ObjectDifference(KSVC._replace(name="app-0"), Action.UNCHANGED),
            ObjectDifference(KSVC._replace(name="theirs"), Action.UNCHANGED, owner="Helm (shop)"),
            ObjectDifference(KSVC._replace(name="odd"), Action.REFUSED, refusal="no\x1b[2J"),
            ObjectDifference(KSVC, Action.PRUNED),
        ),
        ("something is wrong\n",),
    )


def test_lines(difference: ReleaseDifference) -> None:
    assert "\n".join(difference_lines(difference)) == (
        "app in default: knative-istio, blue-green\n"
        "\n"
        " ~ configmap app-0-weight-config\n"
        "     metadata.annotations['iter8.tools/weight']: '30' → '90'\n"
        '     ! data.a belongs to field manager "ed" using v1\n'
        " + ksvc new\n"
        " = ksvc theirs\n"
        "     ! belongs to Helm (shop); `apply` leaves it alone without --adopt\n"
        " ! ksvc odd: no\\x1b[2J\n"
        " - ksvc app-1\n"
        " = 1 object unchanged\n"
        " ! something is wrong\\n\n"
        "\n"
        " version  now  all ready  at most\n"
        " app-0    30%  90%        100%\n"
        " new      new  10%        100%\n"
        " app-1    70%  gone       gone"
    )


def test_json(difference: ReleaseDifference) -> None:
    data = difference_json(difference)
    assert data["changes"] is True
    assert data["objects"][0]["changes"] == [
        {"path": "metadata.annotations['iter8.tools/weight']", "before": "30", "after": "90"}
    ]
    assert data["objects"][1]["action"] == "made"
    assert data["traffic"][0] == {
        "requests": [],
        "version": "app-0",
        "mirrored": False,
        "now": 30,
        "allReady": 90,
        "atMost": 100,
    }


def test_a_routemap_is_folded() -> None:
    template = "routingTemplates: {a: {gvrShort: vs, template: 'x\n\n  y'}}"
    before = read_spec(f"versions: [{{resources: [{{name: a}}], weight: 1}}, {{resources: [{{name: b}}]}}]\n{template}")
    other = template.replace("y", "z")
    after = read_spec(f"versions: [{{resources: [{{name: c}}]}}, {{resources: [{{name: a}}], weight: 2}}]\n{other}")
    assert list(spec_lines(before, after)) == [
        "version a: weight 1 → 2",
        "version b: gone",
        "version c: new, no weight",
        "routing template a: 1 lines more, 1 fewer",
    ]


def test_another_order_and_another_strategy() -> None:
    before = read_spec("versions: [{resources: [{name: a}]}, {resources: [{name: b}]}]\nroutingTemplates: {a: {}}")
    after = read_spec("versions: [{resources: [{name: b}]}, {resources: [{name: a}]}]")
    assert list(spec_lines(before, after)) == ["versions in another order: b, a", "routing template a: gone"]


def test_a_text_that_is_no_yaml() -> None:
    assert list(spec_lines(read_spec("a: ["), read_spec(3))) == []
