"""Strings that might mean something to a template, to YAML, to a log or to the API server, run through the engine."""

import asyncio
from collections.abc import Callable

import pytest
import yaml

from cdk8s_iter8.cluster.keys import Object
from cdk8s_iter8.engine.desired_route import RouteError, desired_route
from cdk8s_iter8.engine.routemap import RoutemapError
from cdk8s_iter8.engine.routemap_reader import read_routemap
from cdk8s_iter8.template import Node, render
from tests.support import engine_objects
from tests.support.engine_objects import config, spec
from tests.support.fake_api import FakeAPI
from tests.support.generators.text import HOSTILE
from tests.support.running_engine import CMS, Running, released, running

LONGEST_LINE = 1100


def template(note: str) -> str:
    """A template as this project writes it, with a string of a values file in it."""
    metadata: dict[str, Node] = {"name": "hello", "annotations": {"note": note}}
    return render({"apiVersion": "networking.istio.io/v1beta1", "kind": "VirtualService", "metadata": metadata})


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_a_string_of_values_is_in_the_route_as_it_was(text: str) -> None:
    read = read_routemap(engine_objects.routemap(spec(("vs", template(text)))), config())
    route = desired_route(read, read.templates[0], (30, 70))
    assert route.manifest["metadata"]["annotations"]["note"] == text


PLACES: dict[str, Callable[[str], str]] = {
    "the whole": lambda text: text,
    "a template": lambda text: spec(("vs", text)),
    "behind a template": lambda text: spec(("vs", engine_objects.TEMPLATE + text)),
    "a type": lambda text: spec((text, engine_objects.TEMPLATE)),
    "the name of an object": lambda text: spec(versions=[engine_objects.version(text)]),
    "a namespace": lambda text: spec(versions=[engine_objects.version("hello-0", namespace=text)]),
    "the name of a route": lambda text: spec(
        ("vs", engine_objects.TEMPLATE.replace("name: hello", f"name: {yaml.safe_dump(text).splitlines()[0]}"))
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_routemap_with_a_hostile_string_is_read_or_refused(place: str) -> None:
    for text in HOSTILE:
        assert "\x1b" not in refusal(PLACES[place](text))


def refusal(text: str) -> str:
    """Why a routemap or its route is refused; empty: it is not."""
    try:
        read = read_routemap(engine_objects.routemap(text), config())
        routes = [desired_route(read, made, (30, 70)) for made in read.templates]
    except (RoutemapError, RouteError) as error:
        return str(error)
    assert {route.key.namespace for route in routes} <= {"default"}
    return ""


def test_hostile_routemaps_hold_up_no_other_and_say_so_in_printable_lines(caplog: pytest.LogCaptureFixture) -> None:
    api = FakeAPI()
    released(api)
    count = 0
    for place in PLACES.values():
        for text in HOSTILE[::3]:
            name = f"bad-{count}"
            api.put_in(f"{CMS}/{name}", engine_objects.routemap(place(text), name, uid=f"uid-{name}"))
            count += 1
    config_ = f"{CMS}/hello-1-weight-config"

    async def test() -> None:
        async with running(api) as engine:
            await engine.eventually(lambda: served(engine, 70), 20)
            for text in HOSTILE:  # a weight that is none is ignored, and said
                api.edit(config_, annotated(text))
            api.edit(config_, annotated("10"))
            await engine.eventually(lambda: served(engine, 10), 20)
            await engine.idle()

    asyncio.run(test())
    assert api.events()
    for said in (*(message for _, message in api.events()), *caplog.messages):
        assert said.isprintable()
        assert len(said) < LONGEST_LINE


def annotated(weight: str) -> Callable[[Object], None]:
    return lambda item: item["metadata"]["annotations"].update({"iter8.tools/weight": weight})


def served(engine: Running, weight: int) -> bool:
    return engine.shares() == {"hello-0": 30, "hello-1": weight}
