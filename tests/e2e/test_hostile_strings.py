"""Strings in values that look like templates, YAML or HTML reach the cluster as the strings they are."""

from collections.abc import Callable

import pytest

from tests.e2e.release import Release
from tests.e2e.stack.eventually import eventually
from tests.e2e.values import knative, ksvc

New = Callable[..., Release]

HOSTILE = [
    "{{ index .Weights 0 }}",
    "}}{{ .Evil }}",
    "{{/* comment */}}",
    "{{- end }}",
    "<script>alert(1)</script>",
    'it\'s "quoted" & more',
    "# no comment",
    "- not: a list",
    "*anchor &anchor !!tag",
    "back\\slash and `tick`",
    "päth-☃",
    "yes",
    "0x10",
]


@pytest.mark.parametrize("string", HOSTILE)
def test_in_a_match(release: New, string: str) -> None:
    """A header match is compared with exactly this string."""
    hello = release()
    match = [{"headers": {"x-version": {"exact": string}}}]
    hello.apply(knative("canary", ksvc("v1"), ksvc("v2", match=match)))
    hello.ready()
    eventually(hello.rules, lambda seen: seen == ["hello-1", "hello-0"], f"a route for {string!r}")
    route = hello.route()
    assert route is not None
    assert route["spec"]["http"][0]["match"] == match
    assert len(route["spec"]["http"]) == 2


def test_in_a_specification(release: New) -> None:
    """Environment variables and annotations keep every character."""
    version = ksvc("v1")
    container = version["ksvcSpecification"]["spec"]["template"]["spec"]["containers"][0]
    container["env"] = [{"name": f"V{number}", "value": string} for number, string in enumerate(HOSTILE)]
    version["metadata"] = {"annotations": {f"example.com/v{number}": string for number, string in enumerate(HOSTILE)}}
    hello = release()
    hello.apply(knative("blue-green", version))
    ksvc_ = hello.cluster.api.get("ksvc", hello.namespace, "hello-0")
    assert ksvc_ is not None
    env = ksvc_["spec"]["template"]["spec"]["containers"][0]["env"]
    assert [variable["value"] for variable in env] == HOSTILE
    annotations = ksvc_["metadata"]["annotations"]
    assert [annotations[f"example.com/v{number}"] for number in range(len(HOSTILE))] == HOSTILE
