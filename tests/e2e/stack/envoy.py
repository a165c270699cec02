"""An Envoy that istiod configures: as the sidecar of a caller in the mesh, or as the ingress gateway."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e.stack import loopback, packages, ports, statistics
from tests.e2e.stack.process import Process

Json = dict[str, Any]

TYPE = "type.googleapis.com/envoy.extensions"
ADS: Json = {"ads": {}, "resource_api_version": "V3", "initial_fetch_timeout": "20s"}


@dataclass
class Envoy:
    """An Envoy with the node identity `role~address~id~domain` that istiod knows a proxy by.

    A sidecar's listener would be on port 80, which only root may open, and istiod generates the routes of hosts that
    only a VirtualService names for port 80 alone. So a sidecar here has listeners of its own on free ports, each with
    the route configuration that istiod generates for the service port it stands for. A gateway takes its listeners
    from istiod, since a `Gateway` may name any port.
    """

    name: str
    directory: Path
    istiod_port: int
    namespace: str
    labels: Mapping[str, str]
    service_ports: tuple[int, ...] = ()
    """The service ports for which a sidecar has a listener; none for a gateway."""
    istiod_address: str = "127.0.0.1"
    listeners: dict[int, int] = field(default_factory=dict, init=False)
    """Per service port, the port on 127.0.0.1 that serves it."""

    def __post_init__(self) -> None:
        self.admin_port = ports.free()
        self.listeners = {service_port: ports.free() for service_port in self.service_ports}
        configuration = self.directory / f"{self.name}.json"
        configuration.write_text(json.dumps(self.bootstrap(), indent=1))
        self.process = Process(
            self.name,
            [
                str(packages.envoy()),
                *("--config-path", str(configuration)),
                *("--concurrency", "2"),
                *("--log-level", "warning"),
                "--use-dynamic-base-id",
                "--skip-deprecated-logs",
            ],
            self.directory,
            ready=self.ready,
        )

    def ready(self) -> bool:
        """Whether it has what it asked istiod for."""
        return loopback.get(self.admin_port, "/ready")[0] == 200

    @property
    def node(self) -> Json:
        role = "sidecar" if self.service_ports else "router"
        return {
            "id": f"{role}~127.0.0.1~{self.name}.{self.namespace}~{self.namespace}.svc.cluster.local",
            "cluster": f"{self.name}.{self.namespace}",
            "metadata": {
                "NAMESPACE": self.namespace,
                "LABELS": dict(self.labels),
                "CLUSTER_ID": "Kubernetes",
                "INTERCEPTION_MODE": "NONE",
                "ISTIO_VERSION": "1.31.0",
            },
        }

    def bootstrap(self) -> Json:
        """The static configuration: where istiod is, the administration port, statistics, a sidecar's listeners."""
        dynamic: Json = {
            "ads_config": {
                "api_type": "GRPC",
                "transport_api_version": "V3",
                "grpc_services": [{"envoy_grpc": {"cluster_name": "istiod"}}],
            },
            "cds_config": ADS,
        }
        if not self.service_ports:
            dynamic["lds_config"] = ADS
        return {
            "node": self.node,
            "admin": {"address": address(self.admin_port)},
            "stats_config": statistics.stats_config(),
            "dynamic_resources": dynamic,
            "static_resources": {
                "clusters": [istiod_cluster(self.istiod_address, self.istiod_port)],
                "listeners": [listener(*item) for item in self.listeners.items()],
            },
        }

    def routes(self, service_port: int) -> Json:
        """The route configuration that istiod gave for a service port; empty before it came."""
        dump = loopback.get_json(self.admin_port, "/config_dump?resource=dynamic_route_configs")
        for config in dump.get("configs", []):
            if config["route_config"]["name"] == str(service_port):
                routes: Json = config["route_config"]
                return routes
        return {}


def address(port: int, host: str = "127.0.0.1") -> Json:
    return {"socket_address": {"address": host, "port_value": port}}


def istiod_cluster(host: str, port: int) -> Json:
    """istiod over plain gRPC, reconnected to without end."""
    return {
        "name": "istiod",
        "type": "STATIC",
        "connect_timeout": "1s",
        "typed_extension_protocol_options": {
            "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": {
                "@type": f"{TYPE}.upstreams.http.v3.HttpProtocolOptions",
                "explicit_http_config": {"http2_protocol_options": {}},
            }
        },
        "load_assignment": {
            "cluster_name": "istiod",
            "endpoints": [{"lb_endpoints": [{"endpoint": {"address": address(port, host)}}]}],
        },
    }


def listener(service_port: int, port: int) -> Json:
    """A listener on `port` with the routes that istiod generates for `service_port`."""
    manager = {
        "@type": f"{TYPE}.filters.network.http_connection_manager.v3.HttpConnectionManager",
        "stat_prefix": f"outbound_{service_port}",
        "rds": {"route_config_name": str(service_port), "config_source": ADS},
        "normalize_path": True,
        "http_filters": [
            {
                "name": "envoy.filters.http.router",
                "typed_config": {"@type": f"{TYPE}.filters.http.router.v3.Router"},
            }
        ],
    }
    return {
        "name": f"outbound_{service_port}",
        "address": address(port),
        "filter_chains": [
            {"filters": [{"name": "envoy.filters.network.http_connection_manager", "typed_config": manager}]}
        ],
    }
