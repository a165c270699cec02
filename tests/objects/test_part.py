from pathlib import Path
from typing import Any

import cdk8s
import constructs
import pytest

from cdk8s_iter8 import EntryService, KnativeVersion, RouteGrant, ValuesError, Version
from tests.support.public_parts import ARGUMENTS, parts


@pytest.fixture
def app(tmp_path: Path) -> cdk8s.App:
    return cdk8s.App(outdir=str(tmp_path / "dist"))


@pytest.mark.parametrize("name", parts())
def test_cdk8s_finds_the_object_of_every_construct(app: cdk8s.App, name: str) -> None:
    chart = cdk8s.Chart(app, "chart")
    [emitted] = (made := parts()[name](chart, "part", **ARGUMENTS[name]), chart.to_json())[1]
    api_object = cdk8s.ApiObject.of(made)
    assert api_object.to_json() == emitted
    api_object.metadata.add_label("a", "b")
    assert chart.to_json()[0]["metadata"]["labels"]["a"] == "b"


@pytest.mark.parametrize("name", parts())
def test_the_namespace_of_the_chart_is_the_default_one(app: cdk8s.App, name: str) -> None:
    def namespace(chart: cdk8s.Chart) -> str:
        parts()[name](constructs.Construct(chart, "inside"), "part", **ARGUMENTS[name])
        [emitted] = chart.to_json()
        assert ".default." not in str(emitted) or chart.namespace is None
        return str(emitted["metadata"]["namespace"])

    assert namespace(cdk8s.Chart(app, "shop", namespace="shop")) == "shop"
    assert namespace(cdk8s.Chart(app, "none")) == "default"


def test_a_namespace_that_is_given_goes_before_the_chart_s(app: cdk8s.App) -> None:
    chart = cdk8s.Chart(app, "chart", namespace="shop")
    KnativeVersion(chart, "version", version=Version("v", "default"), image="a/b")
    EntryService(chart, "entry", name="hello", namespace="default")
    RouteGrant(chart, "grant", version=Version("v"), application="hello", namespace="web")
    version, entry, grant = chart.to_json()
    assert version["metadata"]["namespace"] == entry["metadata"]["namespace"] == "default"
    assert grant["metadata"]["namespace"] == "shop"
    assert grant["spec"]["from"][0]["namespace"] == "web"


def test_an_id_that_is_taken(app: cdk8s.App) -> None:
    chart = cdk8s.Chart(app, "chart")
    EntryService(chart, "entry", name="hello")
    with pytest.raises(ValuesError) as error:
        EntryService(chart, "entry", name="bye")
    assert error.value.lines == ("chart/entry: id: 'entry' is the id of another construct of this scope too",)


@pytest.mark.parametrize("scope", ["app", "construct"])
def test_a_scope_that_is_in_no_chart(app: cdk8s.App, scope: str) -> None:
    given: Any = app if scope == "app" else constructs.Construct(app, "inside")
    with pytest.raises(ValuesError, match=r"entry: scope: is in no chart; add the construct to a cdk8s\.Chart$"):
        EntryService(given, "entry", name="hello")
