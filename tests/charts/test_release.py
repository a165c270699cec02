import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cdk8s
import pytest

from cdk8s_iter8 import Release, ValuesError, release_labels
from cdk8s_iter8.environments.knative_istio import KnativeIstio, KnativeVersionValues, KsvcSpecification
from cdk8s_iter8.release.check import load
from cdk8s_iter8.validation.metadata import Metadata
from cdk8s_iter8.values.match import HeaderMatchValues, MatchValues
from cdk8s_iter8.values.release import ApplicationValues, ExternalServiceValues, ReleaseValues
from tests.support.released import file, values
from tests.support.synthesized import Json, emitted

ROOT = Path(__file__).parents[2]
HELLO = ROOT / "releases" / "hello.yaml"
DIST = ROOT / "dist" / "hello.k8s.yaml"


def app(directory: Path) -> cdk8s.App:
    return cdk8s.App(outdir=str(directory / "dist"))


def named(objects: list[Json]) -> list[tuple[str, str]]:
    return [(manifest["kind"], manifest["metadata"]["name"]) for manifest in objects]


def test_the_seed_s_release(tmp_path: Path) -> None:
    release = Release(app(tmp_path), "hello", values=HELLO)

    assert cdk8s.Yaml.stringify(*emitted(release)) == DIST.read_text()
    assert named(emitted(release)) == [
        ("ConfigMap", "hello-routemap"),
        ("Service", "hello-0"),
        ("ConfigMap", "hello-0-weight-config"),
        ("Service", "hello-1"),
        ("ConfigMap", "hello-1-weight-config"),
        ("Service", "hello"),
    ]


def test_the_parts_composed_by_hand_are_the_same(tmp_path: Path) -> None:
    compose: Callable[[cdk8s.Chart], None] = runpy.run_path(str(ROOT / "examples" / "composed.py"))["compose"]
    chart = cdk8s.Chart(app(tmp_path), "hello", labels=release_labels("hello"))

    compose(chart)

    assert cdk8s.Yaml.stringify(*emitted(chart)) == DIST.read_text()


@pytest.mark.parametrize(
    ("strategy", "names"),
    [
        ("none", ["app-routemap", "app-0", "app-1"]),
        ("canary", ["app-routemap", "app-0", "app-1", "app"]),
        (
            "mirror",
            [
                "app-routemap",
                "app-0",
                "app-0-weight-config",
                "app-1",
                "app-1-weight-config",
                "app-1-mirror",
                "app",
            ],
        ),
    ],
)
def test_the_objects_of_each_strategy(strategy: str, names: list[str], tmp_path: Path) -> None:
    release = Release(app(tmp_path), "app", values=file(tmp_path, values("knative-istio", strategy)))

    assert [manifest["metadata"]["name"] for manifest in emitted(release)] == names


def test_names_that_constructs_have_themselves(tmp_path: Path) -> None:
    names = ["routemap", "service", "version-0", "a", "a-weight-config", "a-mirror", "config"]
    versions: list[Any] = [{"metadata": {"name": name}} for name in names]

    release = Release(app(tmp_path), "app", values=file(tmp_path, values("knative-istio", "blue-green", *versions)))

    assert [name for kind, name in named(emitted(release)) if kind == "Service"] == [*names, "app"]


def test_every_object_is_where_its_version_is(tmp_path: Path) -> None:
    candidate = {"metadata": {"namespace": "green"}}
    data = values("knative-istio", "mirror", {}, candidate, application={"metadata": {"namespace": "shop"}})

    release = Release(app(tmp_path), "app", values=file(tmp_path, data), namespace="unused")

    assert {manifest["metadata"]["name"]: manifest["metadata"]["namespace"] for manifest in emitted(release)} == {
        "app-routemap": "shop",
        "app-0": "shop",
        "app-0-weight-config": "shop",
        "app-1": "green",
        "app-1-weight-config": "green",
        "app-1-mirror": "green",
        "app": "shop",
    }


def test_labels_and_annotations_reach_every_version(tmp_path: Path) -> None:
    shared = {"labels": {"team": "a", "tier": "x"}, "annotations": {"note": "1"}}
    own = {"metadata": {"labels": {"team": "b"}}}
    data = values("knative-istio", "none", {}, own, application={"metadata": shared})

    _, primary, candidate = emitted(Release(app(tmp_path), "app", values=file(tmp_path, data)))

    watch = {"iter8.tools/watch": "true", **release_labels("app")}
    assert primary["metadata"]["labels"] == {"team": "a", "tier": "x"} | watch
    assert candidate["metadata"]["labels"] == {"team": "b", "tier": "x"} | watch
    assert primary["metadata"]["annotations"] == candidate["metadata"]["annotations"] == {"note": "1"}


def test_a_release_that_is_worked_out_already(tmp_path: Path) -> None:
    release = Release(app(tmp_path), "any", values=load(HELLO))

    assert cdk8s.Yaml.stringify(*emitted(release)) == DIST.read_text()


def test_values_of_mappings_in_python(tmp_path: Path) -> None:
    container = {"image": "ghcr.io/knative/helloworld-go:latest", "ports": [{"containerPort": 80}]}
    versions = [
        {
            "ksvc_specification": {
                "spec": {
                    "template": {"spec": {"containers": [{**container, "env": [{"name": "TARGET", "value": target}]}]}}
                }
            },
            "weight": weight,
        }
        for target, weight in (("v1", 30), ("v2", 70))
    ]

    made = KnativeIstio.values()(
        environment="knative-istio", application={"strategy": "blue-green", "versions": versions}
    )

    release = Release(app(tmp_path), "hello", values=made)
    assert cdk8s.Yaml.stringify(*emitted(release)) == DIST.read_text()


def test_values_of_models_in_python(tmp_path: Path) -> None:
    match = MatchValues(headers={"user-agent": HeaderMatchValues(prefix="curl/")}, ignore_uri_case=True)
    candidate = KnativeVersionValues(image="example/hello:2", match=[match], metadata=Metadata(labels={"a": "b"}))
    spec = {"template": {"spec": {"containers": [{"image": "example/hello:1"}]}}}
    primary = KnativeVersionValues(ksvc_specification=KsvcSpecification(spec=spec))
    application = ApplicationValues[KnativeVersionValues](strategy="canary", versions=[primary, candidate])
    made = ReleaseValues[ApplicationValues[KnativeVersionValues], ExternalServiceValues](
        environment="knative-istio",
        application=application,
        service=ExternalServiceValues(external_name="gateway.example"),
        gateway=["shop/public"],
        iter8_version="v1.2",
    )
    assert type(made) is KnativeIstio.values()

    release = Release(app(tmp_path), "hello", values=made, namespace="shop")

    objects = emitted(release)
    assert {manifest["metadata"]["namespace"] for manifest in objects} == {"shop"}
    assert objects[-1]["spec"]["externalName"] == "gateway.example"
    assert objects[0]["metadata"]["labels"]["iter8.tools/version"] == "v1.2"
    assert "- shop/public" in objects[0]["data"]["strSpec"]


def test_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    hello = tmp_path / "hello.yaml"
    hello.write_text(HELLO.read_text().replace("weight: 70", "weight: -3"))

    with pytest.raises(ValuesError) as error:
        Release(app(tmp_path), "hello", values=str(hello))

    (line,) = error.value.lines
    assert line.startswith(f"{hello}:")
    assert line.endswith("application.versions[1].weight: -3 is not a relative weight (an integer from 0 to 1000000)")


def test_what_is_wrong_with_a_program_s_values(tmp_path: Path) -> None:
    same = {"image": "example/hello", "metadata": {"name": "same"}}
    made = KnativeIstio.values()(
        environment="knative-istio", application={"strategy": "blue-green", "versions": [same, same]}
    )

    with pytest.raises(ValuesError) as error:
        Release(app(tmp_path), "hello", values=made)

    assert error.value.lines == (
        "hello: application.versions[1].metadata.name: 'same' is the name of another version too",
    )


WRONG = {
    "enviroment": "knative-istio",
    "environment": "knative-istio",
    "application": {"strategy": "canari", "versions": [{"image": "a b", "wieght": 1}, {"image": "aa", "weight": "30"}]},
}


def test_a_mapping_has_the_errors_of_a_file_without_its_lines(tmp_path: Path) -> None:
    def lines(values: Any) -> list[str]:
        with pytest.raises(ValuesError) as error:
            Release(app(tmp_path), "app", values=values)
        return list(error.value.lines)

    of_file = [line.split(": ", 1)[1] for line in lines(file(tmp_path, WRONG))]
    assert sorted(lines(WRONG)) == sorted(f"app: {line}" for line in of_file)
    assert len(of_file) == 5


def test_a_mapping_makes_what_a_file_does(tmp_path: Path) -> None:
    data = values("knative-istio", "blue-green")
    made = [emitted(Release(app(tmp_path), "app", values=given)) for given in (data, file(tmp_path, data))]
    assert made[0] == made[1]


def test_a_mapping_may_have_models_in_it_and_name_the_application(tmp_path: Path) -> None:
    versions = [KnativeVersionValues(image="aa", weight=1), {"image": "bb"}]
    data = {"environment": "knative-istio", "application": {"metadata": Metadata(name="app"), "versions": versions}}
    release = Release(app(tmp_path), "Not a name", values=data)
    assert [manifest["metadata"]["name"] for manifest in emitted(release)] == ["app-routemap", "app-0", "app-1"]
    del data["application"]["metadata"]  # type: ignore[attr-defined]
    with pytest.raises(ValuesError, match=r"^Not a name: the release's name 'Not a name' is not a name for a Service"):
        Release(app(tmp_path), "Not a name", values=data)


@pytest.mark.parametrize("given", [3, None, {"a"}, Metadata()])
def test_values_of_another_type(tmp_path: Path, given: Any) -> None:
    with pytest.raises(ValuesError) as error:
        Release(app(tmp_path), "hello", values=given, namespace="A", http_route_version="v2")
    first, *rest = error.value.lines
    assert first.startswith("hello: values: ")
    rule = "(a model, a mapping with the keys of a file, a file's path, or a list of paths)"
    assert first.endswith(f" is not values of a release {rule}")
    assert [line.split(" is not ")[0] for line in rest] == ["hello: namespace: 'A'", "hello: http_route_version: 'v2'"]


def test_the_namespace_of_the_chart_around_it_is_the_default(tmp_path: Path) -> None:
    around = cdk8s.Chart(app(tmp_path), "around", namespace="shop")
    release = Release(around, "hello", values=HELLO)
    assert {manifest["metadata"]["namespace"] for manifest in emitted(release)} == {"shop"}


def test_an_id_that_is_taken(tmp_path: Path) -> None:
    root = app(tmp_path)
    cdk8s.Chart(root, "hello")
    with pytest.raises(ValuesError, match=r"^hello: id: 'hello' is the id of another construct of this scope too$"):
        Release(root, "hello", values=HELLO)


def test_layers_are_files(tmp_path: Path) -> None:
    base, prod = tmp_path / "base.yaml", tmp_path / "prod.yaml"
    base.write_text("environment: knative-istio\napplication: {versions: [{image: aa}]}")
    prod.write_text("application: {strategy: blue-green, port: 8080}")
    release = Release(app(tmp_path), "shop", values=[base, str(prod)])
    assert release.resolved.application.name == "shop"
    assert release.resolved.strategy.name == "blue-green"


@pytest.mark.parametrize(
    ("values", "line"),
    [([], "shop: values: no file is given"), (["releases/hello.yaml", 5], "shop: values[1]: 5 is not a file's path")],
)
def test_what_is_no_list_of_files(tmp_path: Path, values: Any, line: str) -> None:
    with pytest.raises(ValuesError) as error:
        Release(app(tmp_path), "shop", values=values)
    assert error.value.lines == (line,)
