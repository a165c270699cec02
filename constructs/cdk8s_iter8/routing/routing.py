"""An application with all that routes it: its strategy, its router, its backends."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from cdk8s_iter8.iter8.routemap_spec import Resource, RoutemapVersion, RoutingTemplate, weight_config
from cdk8s_iter8.routers.backend import Backend
from cdk8s_iter8.routers.router import Route, Router
from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.template import Node
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan
from cdk8s_iter8.traffic.version import Version


@dataclass(frozen=True)
class Routing:
    """All that decides an application's routemap.

    Attributes:
        application: The application and its versions.
        strategy: How traffic is shared.
        declared_plan: What the strategy wants traffic to do; None: nothing is routed.
        backends: Where the requests of each version go, in the order of the versions.
        router: What turns the traffic plan into a route; None: nothing is routed.
        hosts: The names that callers use for the application; none given: those of a Service of its name.
        carries_weights: Whether the routemap names the versions' weights.
        has_entry: Whether there is an entry Service, named for the application.
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
        """What traffic does, the rules in the order in which requests are compared with them; None: no routing."""
        plan = self.declared_plan
        return self.router.sort_rules(plan) if self.router and plan else None

    def template(self) -> Node:
        """Returns the routing template as data; None where nothing is routed."""
        plan = self.declared_plan
        if not plan or not self.router:
            return None
        # Rules that are named for a version get the name of its object, which may have one of its own.
        names = {version.name: backend.name for version, backend in self._pairs()}
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

        A weight-config comes first, because the controller reads the weight's override from the first resource:
        annotating it shifts traffic at once, and the next apply of the declared values brings them back.
        """
        return tuple(
            RoutemapVersion(
                resources=(*self._weight_config(version), *backend.resources),
                weight=version.weight if self.carries_weights else None,
            )
            for version, backend in self._pairs()
        )

    def _weight_config(self, version: Version) -> tuple[Resource, ...]:
        return (weight_config(version.name, version.namespace),) if self.strategy.weighted else ()

    def _pairs(self) -> Iterator[tuple[Version, Backend]]:
        return zip(self.application.versions, self.backends, strict=True)


def with_mirrors(application: Application, plan: TrafficPlan | None) -> Application:
    """Returns an application whose versions say whether a traffic plan mirrors requests to them.

    Args:
        application: The application.
        plan: What its traffic should do; None: nothing is routed.
    """
    mirrored = {version for rule in (plan.rules if plan else ()) for version in rule.mirrors}
    versions = (replace(version, mirrored=index in mirrored) for index, version in enumerate(application.versions))
    return replace(application, versions=tuple(versions))
