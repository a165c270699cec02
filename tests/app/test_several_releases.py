"""Several releases in one app: of different environments, in one namespace and across namespaces."""

from pathlib import Path
from typing import Any

import cdk8s
import pytest

from cdk8s_iter8 import Release
from tests.support.object_schema import validate_object
from tests.support.released import LEAST, Json, file, problems, values

ROUTED = sorted(set(LEAST) - {"deployment"})


def emitted(directory: Path, releases: dict[str, Json]) -> list[Json]:
    app = cdk8s.App(outdir=str(directory / "dist"))
    for name, data in releases.items():
        Release(app, name, values=file(directory, data, name))
    return [manifest for chart in app.charts for manifest in chart.to_json()]


def identity(manifest: Json) -> tuple[str, str, str, str]:
    return manifest["apiVersion"], manifest["kind"], manifest["metadata"]["namespace"], manifest["metadata"]["name"]


def test_every_environment_in_one_app_and_one_namespace(tmp_path: Path) -> None:
    names = {name: name.replace(".", "-") for name in LEAST}
    releases = {names[name]: values(name, "blue-green" if name in ROUTED else "none") for name in LEAST}
    together = emitted(tmp_path, releases)
    assert [line for manifest in together for line in validate_object(manifest)] == []
    assert len({identity(manifest) for manifest in together}) == len(together)
    for name, data in releases.items():
        alone = emitted(tmp_path, {name: data})
        assert [manifest for manifest in together if manifest in alone] == alone


@pytest.mark.parametrize("name", ROUTED)
def test_several_applications_in_one_namespace(tmp_path: Path, name: str) -> None:
    metadata = {"namespace": "shared"}
    data = values(name, "blue-green", application={"metadata": metadata})
    together = emitted(tmp_path, {"first": data, "second": data})
    assert len({identity(manifest) for manifest in together}) == len(together)
    assert {manifest["metadata"]["namespace"] for manifest in together} == {"shared"}


@pytest.mark.parametrize("strategy", ["none", "blue-green", "canary"])
@pytest.mark.parametrize("name", ROUTED)
def test_versions_in_other_namespaces(tmp_path: Path, name: str, strategy: str) -> None:
    versions: list[Any] = [{"metadata": {"namespace": namespace}} for namespace in ("blue", "green")]
    together = emitted(tmp_path, {"app": values(name, strategy, *versions)})
    assert [line for manifest in together for line in validate_object(manifest)] == []
    placed = {(manifest["metadata"]["name"], manifest["metadata"]["namespace"]) for manifest in together}
    of_application = {"app", "app-routemap"}
    assert {namespace for object_name, namespace in placed if object_name in of_application} == {"default"}
    assert {namespace for object_name, namespace in placed if object_name.startswith("app-0")} == {"blue"}
    assert {namespace for object_name, namespace in placed if object_name.startswith("app-1")} == {"green"}


@pytest.mark.parametrize("name", ROUTED)
def test_one_name_in_two_namespaces(tmp_path: Path, name: str) -> None:
    versions: list[Any] = [{"metadata": {"name": "same", "namespace": namespace}} for namespace in ("blue", "green")]
    together = emitted(tmp_path, {"app": values(name, "blue-green", *versions)})
    assert len({identity(manifest) for manifest in together}) == len(together)


@pytest.mark.parametrize("name", ROUTED)
def test_a_cookie_tells_versions_apart(tmp_path: Path, name: str) -> None:
    versions: list[Any] = [{"metadata": {"name": "same", "namespace": namespace}} for namespace in ("blue", "green")]
    data = values(name, "blue-green", *versions, application={"sessionAffinity": {"cookieName": "seen"}})
    assert problems(tmp_path, data) == [
        (
            "application.versions[1].metadata.name: 'same' is the name of a version in another namespace too: "
            "a user's cookie would not tell them apart"
        )
    ]
