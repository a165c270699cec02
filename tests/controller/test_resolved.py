import pytest

from cdk8s_iter8.controller.check import controller_problems
from cdk8s_iter8.controller.resolved import UsedType, namespaces, resolve_controller, used_types
from cdk8s_iter8.environments import environment, shipped_environment_names
from cdk8s_iter8.iter8.resource_type import KNATIVE, SHIPPED
from cdk8s_iter8.release.check import resolve_release
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.values.controller import ControllerValues
from tests.support.controller_releases import POOL, SPLIT, hello, pools

KSVC, CM, VS = UsedType(KNATIVE["ksvc"]), UsedType(SHIPPED["cm"]), UsedType(SHIPPED["vs"], applied=True)
AUTO = ControllerValues(resource_types="auto")


def test_a_release_uses_the_types_of_its_routemap() -> None:
    assert used_types(hello()) == {"ksvc": KSVC, "cm": CM, "vs": VS}
    assert used_types(hello(strategy="canary")) == {"ksvc": KSVC, "vs": VS}
    assert used_types(hello(strategy="none")) == {"ksvc": KSVC}


def test_used_types_are_those_of_the_routemap_itself() -> None:
    for release in (hello(), hello(strategy="mirror"), hello(strategy="none")):
        named = {resource.gvr_short for version in release.routemap_versions() for resource in version.resources}
        assert {name for name, used in used_types(release).items() if not used.applied} == named


def test_auto_is_exactly_what_the_releases_use() -> None:
    assert resolve_controller(AUTO, [hello(strategy="none")]).types == {"ksvc": KSVC}
    assert resolve_controller(AUTO, [hello(strategy="none"), hello(), pools()]).types == {
        "ksvc": KSVC,
        "cm": CM,
        "vs": VS,
        "pool": UsedType(POOL),
        "split": UsedType(SPLIT, applied=True),
    }
    assert resolve_controller(AUTO).types == {}


def test_explicit_types_do_not_depend_on_releases() -> None:
    assert resolve_controller(ControllerValues(), [pools()]) == resolve_controller(ControllerValues())
    types = resolve_controller(ControllerValues()).types
    assert [name for name, used in types.items() if used.applied] == ["vs", "httproute"]


def test_namespaces_are_those_of_every_object() -> None:
    assert list(namespaces(hello("shop"))) == ["shop"]
    application = {
        "strategy": "blue-green",
        "versions": [{"image": "aa"}, {"image": "bb", "metadata": {"namespace": "next"}}],
    }
    assert list(namespaces(hello("shop", application=application))) == ["shop", "next"]


def test_takes_releases_of_its_version_that_it_sees() -> None:
    own = resolve_controller(ControllerValues(namespace="shop"))
    everywhere = resolve_controller(ControllerValues(cluster_scoped=True))
    assert own.takes(hello("shop"))
    assert not own.takes(hello("default"))
    assert everywhere.takes(hello("shop"))
    assert not everywhere.takes(hello("shop", iter8Version="v1.0"))


MODEL = {"modelFormat": "sklearn", "storageUri": "s3://models/a"}
EVERYWHERE = [(name, strategy) for name in shipped_environment_names() for strategy in environment(name).strategies()]


def release_in(name: str, strategy: str, http_route_version: str) -> ResolvedRelease:
    version = MODEL if name.startswith("kserve") else {"image": "aa"}
    values = {"environment": name, "application": {"strategy": strategy, "versions": [version, version]}}
    return resolve_release(
        environment(name).values().model_validate(values), "hello", http_route_version=http_route_version
    )


@pytest.mark.parametrize(("name", "strategy"), EVERYWHERE)
def test_in_every_environment_the_types_are_those_of_the_routemap(name: str, strategy: str) -> None:
    release = release_in(name, strategy, "v1")
    used = used_types(release)
    named = {resource.gvr_short for version in release.routemap_versions() for resource in version.resources}
    assert {short for short, used_type in used.items() if not used_type.applied} == named
    template = release.template()
    routes = [f"{used_type.type.group}/{used_type.type.version}" for used_type in used.values() if used_type.applied]
    assert routes == ([template["apiVersion"]] if isinstance(template, dict) else [])
    assert not list(controller_problems(resolve_controller(AUTO, [release]), [release]))


@pytest.mark.parametrize(("name", "strategy"), EVERYWHERE)
def test_the_default_controller_serves_every_environment(name: str, strategy: str) -> None:
    release = release_in(name, strategy, "v1beta1")
    assert not list(controller_problems(resolve_controller(ControllerValues()), [release]))
