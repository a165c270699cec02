from pathlib import Path
from typing import Any

import pytest

from cdk8s_iter8.app.conflicts import conflicts, controller_conflicts
from cdk8s_iter8.controller.file import load_controller
from cdk8s_iter8.release.resolved import ResolvedRelease
from tests.support.released import Json, file, planned, values


def found(directory: Path, **releases: Json) -> list[str]:
    plans = {directory / f"{name}.yaml": planned(directory, data, name) for name, data in releases.items()}
    lines = map(str, conflicts(plans))
    return [line.removeprefix(f"{directory}/").replace(str(directory), "…") for line in lines]


def blue_green(*versions: Json, **metadata: str) -> Json:
    return values("knative-istio", "blue-green", *versions, application={"metadata": metadata} if metadata else None)


def named(name: str, **more: str) -> dict[str, Any]:
    return {"metadata": {"name": name, **more}}


def test_releases_that_have_nothing_in_common(tmp_path: Path) -> None:
    assert found(tmp_path, hello=blue_green(), shop=blue_green()) == []
    assert found(tmp_path, hello=blue_green(), shop=blue_green(name="hello", namespace="shop")) == []


def test_two_files_for_one_application(tmp_path: Path) -> None:
    assert found(tmp_path, hello=blue_green(), shop=blue_green(name="hello")) == [
        (
            "shop.yaml:8: application.metadata.name: 'hello' in namespace default is the application of …/hello.yaml "
            "too; an application has one file"
        )
    ]


def test_two_files_for_one_release(tmp_path: Path) -> None:
    hello = file(tmp_path, blue_green(), "hello")
    again = hello.rename(tmp_path / "hello.yml")
    plans = {
        tmp_path / "hello.yaml": planned(tmp_path, blue_green(namespace="shop"), "hello"),
        again: planned(tmp_path, blue_green(), "hello"),
    }

    assert [str(problem) for problem in conflicts(plans)] == [
        f"{again}:1: is a second file for one release: there is {hello}; rename or remove one"
    ]


def test_versions_with_one_name(tmp_path: Path) -> None:
    assert found(tmp_path, hello=blue_green(), shop=blue_green(named("hello-1"), {})) == [
        (
            "shop.yaml:7: application.versions[0].metadata.name: 'hello-1' in namespace default is taken: "
            "…/hello.yaml has a ksvc named so"
        )
    ]


def test_a_version_named_like_another_application(tmp_path: Path) -> None:
    assert found(tmp_path, hello=blue_green(), shop=blue_green({}, named("hello"))) == [
        (
            "shop.yaml:8: application.versions[1].metadata.name: 'hello' in namespace default is taken: "
            "…/hello.yaml has a svc named so"
        )
    ]


def test_an_application_named_like_another_release_s_version(tmp_path: Path) -> None:
    (line,) = found(tmp_path, hello=blue_green(named("shop"), {}), shop=blue_green())

    assert line.startswith("shop.yaml:2: application.metadata.name: 'shop' in namespace default is taken: …/hello.yaml")


def test_files_of_different_directories_may_be_for_different_clusters(tmp_path: Path) -> None:
    plans: dict[Path, ResolvedRelease] = {}
    for name in ("staging", "production"):
        (tmp_path / name).mkdir()
        plans[tmp_path / name / "hello.yaml"] = planned(tmp_path / name, blue_green(), "hello")

    assert list(conflicts(plans)) == []


@pytest.mark.parametrize(("engine", "name"), [("iter8", "iter8-controller"), ("cdk8s-iter8", "routing-controller")])
def test_controllers(tmp_path: Path, engine: str, name: str) -> None:
    first, second = tmp_path / "controller.yaml", tmp_path / "more" / "controller.yaml"
    hello, named_so = tmp_path / "hello.yaml", tmp_path / f"{name}.yaml"
    first.write_text(f"engine: {engine}\n")
    controller = load_controller(first)

    assert list(controller_conflicts({}, [named_so])) == []
    assert list(controller_conflicts({first: controller}, [hello])) == []
    two = {first: controller, second: controller}
    assert [str(problem) for problem in controller_conflicts(two, [hello, named_so])] == [
        f"{second}: is a second controller: there is {first}; remove one",
        f"{named_so}: the controller has this name in dist/; rename the release",
    ]
