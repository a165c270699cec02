"""The route that a template gives: marked as ours, or refused with what is wrong."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdk8s_iter8.engine.desired_route import DesiredRoute, RouteError, desired_route
from cdk8s_iter8.engine.routemap import RoutemapError
from cdk8s_iter8.engine.routemap_reader import read_routemap
from tests.support.engine_objects import TEMPLATE, config, routemap, spec

CONFIGURATION = config()


def made(template: str, weights: tuple[int, ...] = (30, 70)) -> DesiredRoute:
    read = read_routemap(routemap(spec(("vs", template))), CONFIGURATION)
    return desired_route(read, read.templates[0], weights)


def changed(before: str, after: str) -> str:
    assert before in TEMPLATE
    return TEMPLATE.replace(before, after)


def test_it_is_owned_by_the_routemap_and_marked() -> None:
    metadata = made(TEMPLATE).manifest["metadata"]
    assert metadata["ownerReferences"] == [
        {"apiVersion": "v1", "kind": "ConfigMap", "name": "hello-routemap", "uid": "uid-routemap"}
    ]
    assert metadata["namespace"] == "default"
    assert metadata["labels"] == {"cdk8s-iter8/route": "true"}


def test_its_digest_follows_the_manifest() -> None:
    assert made(TEMPLATE).digest == made(TEMPLATE).digest
    assert made(TEMPLATE).digest != made(TEMPLATE, (31, 70)).digest
    assert made(TEMPLATE).template_digest == made(TEMPLATE, (31, 70)).template_digest
    assert made(TEMPLATE).template_digest != made(TEMPLATE + "\n").template_digest


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ if gt (index .Weights 0) 100 }}a: b{{ end }}", "gives nothing"),
        (" \n ", "gives nothing"),
        ("just text", "'just text', not an object"),
        ("- a", "not an object"),
        ("a: [", "not valid YAML"),
        ("a: {{ index .Weights 7 }}", "position 7"),
        ("{{ template }}", "template 0: line 1"),
        (f"{TEMPLATE}\n---\n{TEMPLATE}", "several documents"),
        (changed("kind: VirtualService", "kind: 3"), "without kind"),
        (changed("networking.istio.io/v1beta1", "v1"), "apiVersion 'v1', but its type is of networking.istio.io"),
        (changed("  name: hello", "  name: ../secrets"), "metadata.name"),
        (changed("  name: hello", "  name: {{ index .Weights 0 }}"), "metadata.name 30"),
        (changed("  name: hello", "  name: hello\n  namespace: kube-system"), "metadata.namespace 'kube-system'"),
        (changed("  name: hello", "  name: hello\n  finalizers: [a/b]"), "metadata.finalizers"),
        (changed("  name: hello", "  name: hello\n  ownerReferences: []"), "metadata.ownerReferences"),
        (changed("  name: hello", "  name: hello\n  labels: {a: 1}"), "metadata.labels"),
        (changed("metadata:\n  name: hello", "metadata: x"), "without metadata"),
        (changed("hosts: [hello]", "hosts: [.nan]"), "not finite"),
        ("&a [*a]", "alias"),
        ("<script>", "HTML"),
    ],
)
def test_what_is_wrong_is_said(template: str, said: str) -> None:
    with pytest.raises(RouteError) as caught:
        made(template)
    assert said in str(caught.value)


@given(st.text(max_size=80), st.sampled_from(["", TEMPLATE]))
def test_any_template_is_a_route_or_an_error(text: str, rest: str) -> None:
    for template in (text + rest, rest + text):
        if not template:
            continue
        with contextlib.suppress(RouteError, RoutemapError):
            route = made(template)
            assert route.key.namespace == "default"
            assert route.manifest["apiVersion"] == "networking.istio.io/v1beta1"
