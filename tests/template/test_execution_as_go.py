"""What is executed here is what Go's html/template writes; all else is refused."""

import json
from typing import Any

import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st

from cdk8s_iter8.template import Node, TemplateError, evaluate, parse_template, render
from tests.support import go_template, yaml_readers
from tests.support.generators import nodes
from tests.support.generators.templates import changed, mixtures, templates

Case = tuple[Node, list[int]]

cases = st.integers(1, 4).flatmap(lambda versions: st.tuples(nodes.nodes(versions), nodes.weights(versions)))
weights = st.integers(1, 4).flatmap(nodes.weights)
rendered = cases.map(lambda case: render(case[0]))


def by_go(text: str, live: list[int]) -> str | None:
    """What Go writes, None if it takes the template not."""
    try:
        [output] = go_template.execute([(text, live)])
    except go_template.TemplateError:
        return None
    return output


def here(text: str, live: list[int]) -> str | TemplateError:
    """What is written here, or why the template is refused."""
    try:
        return parse_template(text).execute(live)
    except TemplateError as error:
        return error


def _json(data: Any) -> str:
    """So that 1, 1.0 and true are not equal, unlike in Python."""
    return json.dumps(data, sort_keys=True)


@given(cases)
def test_a_rendered_template_gives_what_evaluate_says(case: Case) -> None:
    output = parse_template(render(case[0])).execute(case[1])
    assert _json(yaml_readers.as_the_controller(output)) == _json(evaluate(*case))


@given(cases)
def test_a_rendered_template_gives_what_go_writes(case: Case) -> None:
    text = render(case[0])
    assert here(text, case[1]) == by_go(text, case[1])


@given(templates, weights)
@example("{{ or 1 (index .Weights 9) }}{{ and 0 (lt (gt 1 0) 1) }}{{ eq 1 1 (gt 1 0) }}", [1])
def test_a_template_of_the_subset_gives_what_go_writes(text: str, live: list[int]) -> None:
    output, expected = here(text, live), by_go(text, live)
    if isinstance(output, str):
        event("the same output")
        assert output == expected
    else:
        refused_for_html = output.reason.startswith("html/template")
        event("refused for HTML" if refused_for_html else "refused by both")
        assert refused_for_html or expected is None


@given(st.one_of(changed(templates), changed(rendered), mixtures), weights)
@example("{{- -}}", [1])
@example("{{if+1}}{{end}}", [1])
@example("<{{/**/}}!-- a", [1])
def test_no_other_template_gives_what_go_does_not_write(text: str, live: list[int]) -> None:
    output = here(text, live)
    if isinstance(output, str):
        event("the same output")
        assert output == by_go(text, live)
    else:
        event("refused here")
        assert 1 <= output.line <= text.count("\n") + 1
        assert "\n" not in str(output)


@pytest.mark.parametrize("count", [0, 1, 4])
@pytest.mark.parametrize("position", ["-1", "0", "1", "3", "4", "5", str(2**63 - 1)])
def test_every_position(position: str, count: int) -> None:
    text, live = f"{{{{ index .Weights {position} }}}}", list(range(10, 10 + count))
    output = here(text, live)
    assert by_go(text, live) == (output if isinstance(output, str) else None)
