"""An application with its strategy, its router and its backends."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from cdk8s_iter8.iter8.routemap_spec import Resource, RoutemapVersion, RoutingTemplate, weight_resource
from cdk8s_iter8.routers.backend import Backend
from cdk8s_iter8.routers.router import Route, Router
from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.template import Node
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan
from cdk8s_iter8.traffic.version import Version


@dataclass(frozen=True)
class Routing:
    """An application with all that its routemap depends on.

    Attributes:
        application: The application and its versions.
        strategy: The application's strategy.
        declared_plan: What the strategy wants traffic to do; None: nothing is routed.
        backends: The backends of the versions, in the order of the versions.
        router: The router that turns the traffic plan into a route; None: nothing is routed.
        hosts: The names that callers use for the application; empty: those of a Service with the application's name.
        carries_weights: Whether the routemap names the versions' weights.
        has_entry: Whether the application has an entry Service, which has its name.
    """

    application: Application
    strategy: Strategy
    declared_plan: TrafficPlan | None
    backends: tuple[Backend, ...]
    router: Router | None
    hosts: tuple[str, ...] = ()
    carries_weights: bool = False
    has_entry: bool = True

    @cached_property
    def traffic_plan(self) -> TrafficPlan | None:
        """The plan, its rules in the order in which requests are compared with them; None: nothing is routed."""
        plan = self.declared_plan
        return self.router.sort_rules(plan) if self.router and plan else None

    def template(self) -> Node:
        """Returns the routing template as data; None where nothing is routed."""
        plan = self.declared_plan
        if not plan or not self.router:
            return None
        # A rule that is named for a version gets the name of the version's object, which can be another name.
        names = {version.name: backend.name for version, backend in self._versions_with_backends()}
        rules = tuple(replace(rule, name=names.get(rule.name, rule.name)) for rule in plan.rules)
        application = self.application
        return self.router.template(
            Route(
                name=application.name,
                namespace=application.namespace,
                plan=TrafficPlan(rules),
                backends=self.backends,
                gateways=application.gateways,
                names=self.hosts,
            )
        )

    def templates(self) -> Mapping[str, RoutingTemplate]:
        """Returns the routing templates of the routemap, by name; empty where nothing is routed."""
        template = self.template()
        if template is None or not self.router:
            return {}
        return {self.strategy.name: RoutingTemplate(self.router.gvr_short, template)}

    def routemap_versions(self) -> tuple[RoutemapVersion, ...]:
        """Returns the versions as the routemap lists them.

        The weight-config is the first resource, because the controller reads a version's weight from the annotation of
        the first resource. Changing the annotation shifts traffic at once; the next apply restores the declared weight.
        """
        return tuple(
            RoutemapVersion(
                resources=(*self._weight_config(version), *backend.resources),
                weight=version.weight if self.carries_weights else None,
            )
            for version, backend in self._versions_with_backends()
        )

    def _weight_config(self, version: Version) -> tuple[Resource, ...]:
        return (weight_resource(version.name, version.namespace),) if self.strategy.weighted else ()

    def _versions_with_backends(self) -> Iterator[tuple[Version, Backend]]:
        return zip(self.application.versions, self.backends, strict=True)


def with_mirrors(application: Application, plan: TrafficPlan | None) -> Application:
    """Returns the application with `mirrored` set for versions to which a traffic plan mirrors requests.

    Args:
        application: The application.
        plan: The traffic plan; None: nothing is routed.
    """
    mirrored = {version for rule in (plan.rules if plan else ()) for version in rule.mirrors}
    versions = (replace(version, mirrored=index in mirrored) for index, version in enumerate(application.versions))
    return replace(application, versions=tuple(versions))
