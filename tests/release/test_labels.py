from pathlib import Path
from typing import Any

import pytest

from cdk8s_iter8.environments import shipped_environment_names
from cdk8s_iter8.release.labels import release_labels
from tests.support.released import LEAST, listed, objects, problems, values

INSTANCE = "app.kubernetes.io/instance"
MANAGED_BY = "app.kubernetes.io/managed-by"
OWN = {INSTANCE: "app", "app.kubernetes.io/part-of": "app", MANAGED_BY: "cdk8s-iter8"}
NOT_THE_INSTANCE = (
    "'other' is not 'app', the application's name, by which `kubectl apply --prune` knows the release's objects"
)
ALL = [
    (environment, strategy)
    for environment in shipped_environment_names()
    for strategy in ("none", "blue-green", "canary", "mirror")
]


def labels(emitted: list[dict[str, Any]]) -> dict[tuple[str, str], dict[str, str]]:
    return {(manifest["kind"], manifest["metadata"]["name"]): manifest["metadata"]["labels"] for manifest in emitted}


def test_they_are_those_that_kubernetes_recommends() -> None:
    assert release_labels("app") == OWN


def test_the_application_s_own_win() -> None:
    assert release_labels("app", {"app.kubernetes.io/part-of": "shop", "team": "a"}) == {
        **OWN,
        "app.kubernetes.io/part-of": "shop",
        "team": "a",
    }


@pytest.mark.parametrize(("environment", "strategy"), ALL)
def test_every_object_has_them(environment: str, strategy: str, tmp_path: Path) -> None:
    """The routemap's managed-by is the controller's; all else is this project's."""
    shared = {"metadata": {"labels": {"team": "a"}}}
    candidate = {"metadata": {"namespace": "elsewhere"}}
    data = values(environment, strategy, {}, candidate, application=shared)
    if "is not a strategy of" in "".join(problems(tmp_path, data)):
        return
    by_object = labels(objects(tmp_path, data))
    assert len(by_object) > len(LEAST[environment])
    for (kind, name), written in by_object.items():
        managed_by = "iter8" if (kind, name) == ("ConfigMap", "app-routemap") else "cdk8s-iter8"
        assert written.items() >= {**OWN, MANAGED_BY: managed_by, "team": "a"}.items()


def test_an_object_s_own_label_wins(tmp_path: Path) -> None:
    own = {"metadata": {"labels": {"app.kubernetes.io/part-of": "shop", MANAGED_BY: "me"}}}
    by_object = labels(objects(tmp_path, values("deployment-istio", "none", own)))
    assert by_object["Deployment", "app-0"] == {**OWN, **own["metadata"]["labels"], "iter8.tools/watch": "true"}


def test_no_label_of_the_application_changes_what_the_controller_selects(tmp_path: Path) -> None:
    """Not even those that it is allowed to have: of the routemap, of what is watched, and of nothing else."""
    mine = {MANAGED_BY: "me", "iter8.tools/watch": "true", "iter8.tools/kind": "routemap", "iter8.tools/version": "v9"}
    emitted = objects(tmp_path, values("knative-istio", "blue-green", application={"metadata": {"labels": mine}}))
    by_object = labels(emitted)
    assert by_object["ConfigMap", "app-routemap"] == {
        **OWN,
        MANAGED_BY: "iter8",
        "iter8.tools/kind": "routemap",
        "iter8.tools/version": "v1.1",
    }
    assert by_object["Service", "app"] == {**OWN, MANAGED_BY: "me"}
    assert by_object["ConfigMap", "app-0-weight-config"] == {**OWN, MANAGED_BY: "me", "iter8.tools/watch": "true"}
    assert len(listed(emitted)) == 2


def test_the_application_s_name_may_be_given_as_the_instance(tmp_path: Path) -> None:
    assert not problems(tmp_path, values("deployment", application={"metadata": {"labels": {INSTANCE: "app"}}}))


@pytest.mark.parametrize(
    ("version", "application", "place"),
    [
        ({}, {"metadata": {"labels": {INSTANCE: "other"}}}, "application.metadata"),
        ({"metadata": {"labels": {INSTANCE: "other"}}}, {}, "application.versions[0].metadata"),
        (
            {"deploymentSpecification": {"metadata": {"labels": {INSTANCE: "other"}}, "spec": {}}},
            {},
            "application.versions[0].deploymentSpecification.metadata",
        ),
    ],
    ids=["application", "version", "specification"],
)
def test_another_instance_is_an_error(
    version: dict[str, Any], application: dict[str, Any], place: str, tmp_path: Path
) -> None:
    if "deploymentSpecification" in version:
        pod = {
            "metadata": {"labels": {"a": "b"}},
            "spec": {"containers": [{"name": "a", "image": "a", "ports": [{"containerPort": 80}]}]},
        }
        version["deploymentSpecification"]["spec"] = {"selector": {"matchLabels": {"a": "b"}}, "template": pod}
        version["serviceSpecification"] = {"spec": {"selector": {"a": "b"}, "ports": [{"port": 80}]}}
    messages = problems(tmp_path, values("deployment", "none", version, application=application))
    assert messages == [f"{place}.labels['{INSTANCE}']: {NOT_THE_INSTANCE}"]
