"""What the controller counts and measures, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

REGISTRY = CollectorRegistry()

REACTION = Histogram(
    "cdk8s_iter8_reaction_seconds",
    "From an event until every route of its routemap is right.",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
    registry=REGISTRY,
)
QUEUE = Gauge("cdk8s_iter8_queue_length", "Routemaps that wait to be worked on.", registry=REGISTRY)
ROUTEMAPS = Gauge("cdk8s_iter8_routemaps", "Routemaps that are seen.", registry=REGISTRY)
ROUTES = Counter("cdk8s_iter8_routes_total", "What was done to routes.", ["action"], registry=REGISTRY)
FINALIZERS = Counter("cdk8s_iter8_finalizers_total", "Finalizers put on and taken off.", ["action"], registry=REGISTRY)
ERRORS = Counter(
    "cdk8s_iter8_errors_total", "Routemaps whose routes could not be made right.", ["reason"], registry=REGISTRY
)
REQUESTS = Counter(
    "cdk8s_iter8_api_requests_total", "Requests to the API server.", ["method", "kind", "status"], registry=REGISTRY
)
WATCHES = Counter(
    "cdk8s_iter8_lists_total", "Lists of a type, the first and those after a lost watch.", ["type"], registry=REGISTRY
)
LEADER = Gauge("cdk8s_iter8_leader", "Whether this replica is the leader.", registry=REGISTRY)
EVENTS = Counter("cdk8s_iter8_events_total", "Events written, and lost.", ["result"], registry=REGISTRY)
