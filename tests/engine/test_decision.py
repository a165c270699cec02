"""What a routemap's routes should be: weights, availability, refusals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.cluster.keys import Object, ObjectKey
from cdk8s_iter8.engine.decision import Decision, decide
from cdk8s_iter8.engine.observed_object import ObservedObject, observe
from cdk8s_iter8.engine.routemap_reader import read_routemap
from cdk8s_iter8.iter8.weights import weights
from tests.support.engine_objects import CM, KSVC, TEMPLATE, config, ksvc, routemap, spec, weight_config

CONFIGURATION = config()


def decision(*items: Object, text: str | None = None) -> Decision:
    seen: dict[ObjectKey, ObservedObject] = {}
    for raw in items:
        gvr = KSVC if "status" in raw else CM
        observed = observe(raw, gvr, CONFIGURATION.conditions(gvr))
        seen[observed.key] = observed
    return decide(read_routemap(routemap(spec() if text is None else text), CONFIGURATION), seen.get)


READY = (ksvc("hello-0"), ksvc("hello-1"), weight_config("hello-0", "30"), weight_config("hello-1", "70"))


def shares(made: Decision) -> dict[str, int]:
    return {
        destination["destination"]["host"]: destination["weight"]
        for destination in made.routes[0].manifest["spec"]["http"][0]["route"]
    }


def test_all_ready() -> None:
    made = decision(*READY)
    assert made.weights == (30, 70)
    assert made.unavailable == ("", "")
    assert shares(made) == {"hello-0": 30, "hello-1": 70}


def test_an_unready_version_gets_nothing() -> None:
    made = decision(READY[0], ksvc("hello-1", "False"), *READY[2:])
    assert shares(made) == {"hello-0": 30}
    assert "default/hello-1 condition Ready is False" in made.unavailable[1]


def test_the_primary_gets_all_if_none_is_ready() -> None:
    made = decision()
    assert made.weights == (1, 0)
    assert not made.serving


def test_the_annotation_of_the_first_resource_overrides() -> None:
    made = decision(*READY[:3], weight_config("hello-1", "10"))
    assert made.weights == (30, 10)


@pytest.mark.parametrize("text", ["", "-1", "+1", "1.5", "ten", "4294967296", "99999999999", "１", "1_0", " 1"])
def test_a_wrong_annotation_is_ignored_and_said(text: str) -> None:
    made = decision(*READY[:3], weight_config("hello-1", text))
    assert made.weights == (30, 70)
    assert "iter8.tools/weight" in made.ignored[0]


def test_versions_with_weight_in_a_route_are_drained() -> None:
    assert {key.name for key in decision(*READY).serving} == {"hello-0", "hello-1"}
    assert {key.gvr for key in decision(*READY).serving} == {KSVC}
    unready = decision(READY[0], ksvc("hello-1", "False"), *READY[2:])
    assert {key.name for key in unready.serving} == {"hello-0"}


def test_without_a_route_nothing_is_drained() -> None:
    made = decision(*READY, text=spec().replace("routingTemplates", "noTemplates"))
    assert not made.routes
    assert not made.serving


def test_two_templates_for_one_route() -> None:
    made = decision(*READY, text=spec(("vs", TEMPLATE), ("vs", TEMPLATE)))
    assert len(made.routes) == 1
    assert "both give" in made.refused[0]


def test_a_refused_template_leaves_the_others() -> None:
    made = decision(*READY, text=spec(("vs", "{{ range . }}{{ end }}"), ("vs", TEMPLATE)))
    assert len(made.routes) == 1
    assert "template 0" in made.refused[0]


@given(
    st.lists(st.tuples(st.integers(0, 2**32 - 1), st.booleans()), min_size=2, max_size=2),
)
def test_weights_are_those_of_the_preview(versions: list[tuple[int, bool]]) -> None:
    items = [ksvc(f"hello-{index}", str(ready)) for index, (_, ready) in enumerate(versions)]
    configs = [weight_config(f"hello-{index}", str(weight)) for index, (weight, _) in enumerate(versions)]
    made = decision(*items, *configs)
    assert list(made.weights) == weights([weight for weight, _ in versions], [ready for _, ready in versions])
