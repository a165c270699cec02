from pathlib import Path
from typing import Any

import cdk8s
import pytest

from cdk8s_iter8 import EntryService, KnativeVersion, Release, ReleaseService, Version, VersionService

HELLO = Path(__file__).parents[2] / "releases" / "hello.yaml"


@pytest.fixture
def app(tmp_path: Path) -> cdk8s.App:
    return cdk8s.App(outdir=str(tmp_path / "dist"))


def problems(app: cdk8s.App) -> list[str]:
    with pytest.raises(RuntimeError) as error:
        app.synth()
    first, *lines = str(error.value).splitlines()
    assert first == "Error: Validation failed with the following errors:"
    return [line.strip() for line in lines]


def test_two_releases_of_one_application(app: cdk8s.App) -> None:
    Release(app, "hello", values=HELLO)
    Release(app, "again", values=HELLO)
    (line,) = problems(app)
    assert line.startswith("[again] ")
    assert "Service default/hello-0, " in line
    assert line.endswith(
        ": another construct adds the same to chart hello, and the last one applied would win: use another name or "
        "namespace, or remove one"
    )


def test_one_application_in_two_namespaces(app: cdk8s.App) -> None:
    Release(app, "hello", values=HELLO)
    Release(app, "again", values=HELLO, namespace="shop")
    app.synth()


def test_two_constructs_of_one_chart(app: cdk8s.App) -> None:
    chart = cdk8s.Chart(app, "chart")
    EntryService(chart, "entry", name="hello")
    ReleaseService(chart, "release", name="hello")
    VersionService(chart, "version", version=Version("hello"))
    assert problems(app) == [
        (
            "[chart] Service default/hello, Service default/hello: another construct adds the same to this chart, and "
            "the last one applied would win: use another name or namespace, or remove one"
        )
    ]


def test_kinds_of_one_name_are_two_where_their_groups_are(app: cdk8s.App) -> None:
    chart = cdk8s.Chart(app, "chart")
    KnativeVersion(chart, "version", version=Version("hello"), image="a/b")
    ReleaseService(chart, "release", name="hello")
    app.synth()


@pytest.mark.parametrize("removed", ["first", "second"])
def test_what_was_removed_is_not_there_twice(app: cdk8s.App, removed: str) -> None:
    chart = cdk8s.Chart(app, "chart")
    for name in ("first", "second"):
        EntryService(chart, name, name="hello")
    chart.node.try_remove_child(removed)
    app.synth()


def test_apps_do_not_share_objects(tmp_path: Path) -> None:
    for number in range(2):
        app = cdk8s.App(outdir=str(tmp_path / f"dist-{number}"))
        EntryService(cdk8s.Chart(app, "chart"), "entry", name="hello")
        app.synth()


def test_charts_of_an_app_that_nobody_keeps(tmp_path: Path) -> None:
    def chart(root: Any) -> Any:
        return cdk8s.Chart(root, "chart")

    made = chart(cdk8s.App(outdir=str(tmp_path / "dist")))
    EntryService(made, "entry", name="hello")
    ReleaseService(made, "release", name="hello")
    with pytest.raises(RuntimeError, match=r"Service default/hello: another construct adds the same to this chart"):
        made.to_json()
