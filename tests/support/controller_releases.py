"""Releases for the tests of the controller."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from cdk8s_iter8.environments import environment
from cdk8s_iter8.environments.knative_istio import KnativeIstio
from cdk8s_iter8.iter8.resource_type import ResourceType
from cdk8s_iter8.release.check import resolve_release
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.routers.istio import IstioRouter
from cdk8s_iter8.routers.router import Route, Router
from cdk8s_iter8.template import Node
from tests.support.released import values

KSVC_ENTRY = "ksvc: {Group: serving.knative.dev, Version: v1, Resource: services, conditions: [Ready]}"
SPLIT = ResourceType("split.example.com", "v1", "trafficsplits")
POOL = ResourceType("pool.example.com", "v1", "pools", ("Ready", "Filled"))


class SplitRouter(IstioRouter):
    """A router whose resource nobody knows."""

    gvr_short: ClassVar[str] = "split"
    resource_type: ResourceType = SPLIT

    def template(self, route: Route) -> Node:
        return {"apiVersion": "split.example.com/v1", "kind": "TrafficSplit", "metadata": {"name": route.name}}


class Pools(KnativeIstio):
    """An environment whose types nobody knows."""

    resource_types: ClassVar[Mapping[str, ResourceType]] = {"pool": POOL}
    router: ClassVar[Router | None] = SplitRouter()


def hello(
    namespace: str = "default", strategy: str = "blue-green", name: str = "hello", **more: Any
) -> ResolvedRelease:
    """A release of two Knative services."""
    data = values("knative-istio", strategy, **more)
    return resolve_release(environment("knative-istio").values().model_validate(data), name, namespace)


def pools() -> ResolvedRelease:
    """A release in an environment whose types nobody knows."""
    release, environment = hello(name="pools"), Pools()
    return replace(release, environment=environment, routing=replace(release.routing, router=environment.router))
