"""What Knative refuses, is refused here, and nothing else: each rule with its place, our words and the judge's.

The judge is the code of Knative's webhook and of the API server itself: `tests.support.knative_judge`.
"""

from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from cdk8s_iter8.specifications.knative_annotations import service_annotation_problems
from cdk8s_iter8.specifications.knative_service import spec_problems
from cdk8s_iter8.specifications.schema_files import knative_service_schema
from cdk8s_iter8.specifications.specification import check
from tests.support.generators.knative_specs import knative_specs
from tests.support.knative_judge import judge, service
from tests.support.knative_rules import LEFT_TO_THE_CLUSTER, ON_SERVICES, REFUSED, TAKEN, Spec, pod


def lines(spec: Spec) -> list[str]:
    data, problems = check(spec, knative_service_schema())
    return [str(problem) for problem in (*problems, *spec_problems("hello-0", data))]


def ids(rows: list[tuple[Any, str, str]]) -> list[str]:
    return [line for _, line, _ in rows]


@pytest.mark.parametrize(("spec", "line"), [row[:2] for row in REFUSED], ids=ids(REFUSED))
def test_what_knative_refuses_is_refused_here(spec: Spec, line: str) -> None:
    told = lines(spec)
    assert told[0].startswith(line)
    assert len(told) <= 2, told


@pytest.mark.parametrize("spec", TAKEN, ids=str)
def test_what_knative_takes_is_taken_here(spec: Spec) -> None:
    assert lines(spec) == []


@pytest.mark.parametrize(
    "spec", [spec for _, spec in LEFT_TO_THE_CLUSTER], ids=[name for name, _ in LEFT_TO_THE_CLUSTER]
)
def test_what_a_setting_of_the_cluster_decides_is_taken_here(spec: Spec) -> None:
    assert lines(spec) == []


@pytest.mark.parametrize(("annotations", "line"), [row[:2] for row in ON_SERVICES], ids=ids(ON_SERVICES))
def test_annotations_of_a_service(annotations: dict[str, str], line: str) -> None:
    (problem,) = service_annotation_problems(annotations)
    assert str(problem).startswith(line)


def test_annotations_that_a_service_may_have() -> None:
    assert list(service_annotation_problems({"serving.knative.dev/rollout-duration": "90s", "a": "b"})) == []
    assert list(service_annotation_problems({"serving.knative.dev/rolloutDuration": ""})) == []


def test_all_problems_are_told_at_once() -> None:
    spec = pod({"image": "Hello", "env": [{"name": "PORT"}], "livenessProbe": {}}, timeoutSeconds=-1)
    assert len(lines(spec)) == 4


def test_the_judge_refuses_each_of_them_in_these_words() -> None:
    judged = judge([service(spec) for spec, _, _ in REFUSED])
    for (_, line, words), judgement in zip(REFUSED, judged, strict=True):
        assert words in "\n".join(judgement.always), (line, judgement.always)


def test_the_judge_refuses_these_annotations_in_these_words() -> None:
    judged = judge([service(pod(), annotations=annotations) for annotations, _, _ in ON_SERVICES])
    for (_, line, words), judgement in zip(ON_SERVICES, judged, strict=True):
        assert words in "\n".join(judgement.always), (line, judgement.always)


def test_the_judge_takes_their_neighbours() -> None:
    for spec, judgement in zip(TAKEN, judge([service(spec) for spec in TAKEN]), strict=True):
        assert judgement.always == (), spec


def test_the_judge_asks_the_settings_of_the_cluster() -> None:
    for (setting, _), judgement in zip(
        LEFT_TO_THE_CLUSTER, judge([service(spec) for _, spec in LEFT_TO_THE_CLUSTER]), strict=True
    ):
        assert judgement.as_installed, setting
        assert judgement.always == (), setting


@settings(max_examples=5, phases=[Phase.generate])  # to shrink takes minutes
@given(st.lists(knative_specs(), min_size=15, max_size=25))
def test_odd_specs_are_refused_by_both_or_by_none(specs: list[Spec]) -> None:
    judged = judge([service(spec) for spec in specs])
    for spec, judgement in zip(specs, judged, strict=True):
        assert bool(lines(spec)) == bool(judgement.always), (spec, lines(spec), judgement.always)
