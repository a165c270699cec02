"""The names that authors of environments, strategies and routers import. Inside other modules, names may move.

An environment says which objects a version is and where its requests go (`Environment`, `Resource`, `Backend`), which
keys its values have (`VersionValues` and the types of fields), and which values are wrong (`Problem`).
A strategy makes a traffic plan of an application (`Strategy`, `TrafficPlan`, `TrafficRule`).
A router makes a routing template of a traffic plan (`Router`, `Route`, and the nodes `LiveWeight`, `Guard` and
`LiteralBlock`).
Constructs are imported from `cdk8s_iter8` itself. This module imports no cdk8s.

Example:
    >>> from cdk8s_iter8.extension import HostAddress, Backend, Version
    >>> version = Version("hello-0")
    >>> Backend(version.name, version.namespace, HostAddress("hello-0.default.svc.cluster.local", 80)).address.port
    80
"""

from cdk8s_iter8.environments import environment, environment_names
from cdk8s_iter8.environments.environment import Environment
from cdk8s_iter8.environments.release_version import ReleaseApplication, ReleaseVersion
from cdk8s_iter8.iter8.resource_type import SHIPPED, ResourceType
from cdk8s_iter8.iter8.routemap_spec import Resource
from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.manifests.release_service import release_service
from cdk8s_iter8.manifests.version_service import version_service
from cdk8s_iter8.metrics.envoy_clusters import revision_queries, service_queries
from cdk8s_iter8.metrics.queue_proxy import queue_proxy_queries
from cdk8s_iter8.metrics.version_queries import VersionQueries
from cdk8s_iter8.previews.release_preview import release_preview
from cdk8s_iter8.release.check import load
from cdk8s_iter8.routers.backend import Backend, BackendAddress, HostAddress, ServiceAddress, service_names
from cdk8s_iter8.routers.gateway_api import GatewayApiRouter
from cdk8s_iter8.routers.istio import IstioRouter
from cdk8s_iter8.routers.router import Route, Router
from cdk8s_iter8.specifications.schema_files import deployment_schema, service_schema
from cdk8s_iter8.specifications.specification import Specification, checked_by
from cdk8s_iter8.strategies import STRATEGIES, Strategy
from cdk8s_iter8.template import Guard, LiteralBlock, LiveWeight, Node
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.match import Match, StringMatch
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan, TrafficRule
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.metadata import Metadata
from cdk8s_iter8.validation.model import Model, ProblemsError, one_of
from cdk8s_iter8.validation.problem import Path, Problem
from cdk8s_iter8.validation.scalars import Host, Image, Name, Namespace, Port, rule
from cdk8s_iter8.values.release import AnyValues, ApplicationValues, ExternalServiceValues, ServiceValues, VersionValues

__all__ = [
    "SHIPPED",
    "STRATEGIES",
    "AnyValues",
    "Application",
    "ApplicationValues",
    "Backend",
    "BackendAddress",
    "Environment",
    "ExternalServiceValues",
    "GatewayApiRouter",
    "Guard",
    "Host",
    "HostAddress",
    "Image",
    "IstioRouter",
    "LiteralBlock",
    "LiveWeight",
    "Manifest",
    "Match",
    "Metadata",
    "Model",
    "Name",
    "Namespace",
    "Node",
    "Path",
    "Port",
    "Problem",
    "ProblemsError",
    "ReleaseApplication",
    "ReleaseVersion",
    "Resource",
    "ResourceType",
    "Route",
    "Router",
    "ServiceAddress",
    "ServiceValues",
    "Specification",
    "Strategy",
    "StringMatch",
    "TrafficPlan",
    "TrafficRule",
    "Version",
    "VersionQueries",
    "VersionValues",
    "checked_by",
    "deployment_schema",
    "environment",
    "environment_names",
    "load",
    "manifest",
    "one_of",
    "queue_proxy_queries",
    "release_preview",
    "release_service",
    "revision_queries",
    "rule",
    "service_names",
    "service_queries",
    "service_schema",
    "version_service",
]
