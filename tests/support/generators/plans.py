"""Applications with a strategy, and the matches of canaries."""

from dataclasses import dataclass

from hypothesis import strategies as st

from cdk8s_iter8.strategies import STRATEGIES
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.match import Comparison, Match, StringMatch
from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from cdk8s_iter8.traffic.traffic_plan import TrafficPlan
from cdk8s_iter8.traffic.version import Version
from tests.support.generators.text import strings

ROUTED = tuple(name for name in STRATEGIES if name != "none")
MOST_WEIGHT = 1_000_000


@dataclass(frozen=True)
class Case:
    """An application, its plan, and the weights that its routemap declares."""

    application: Application
    plan: TrafficPlan
    declared: tuple[int, ...]

    @property
    def names(self) -> list[str]:
        """The versions' names."""
        return [version.name for version in self.application.versions]


def case(application: Application, strategy: str) -> Case:
    """An application with a strategy; a version without weight in the routemap counts as 1 for the controller."""
    plan = STRATEGIES[strategy].plan(application)
    if plan is None:
        raise ValueError(f"{strategy} routes nothing")
    weighted = STRATEGIES[strategy].weighted
    return Case(application, plan, tuple(version.weight if weighted else 1 for version in application.versions))


# Each is the beginning or the end of another one.
_names = st.sampled_from(("hello-1", "hello-10", "hello-1-0", "ello-1", "hello-1-mirror", "h", "on", "null", "x" * 63))
_kinds: st.SearchStrategy[Comparison] = st.sampled_from(("exact", "prefix", "regex"))
_comparisons = st.builds(StringMatch, _kinds, strings.filter(bool))
_header_names = st.sampled_from(("traffic", "X-User", "on", "1e3", "!#$%&'*+-.^_`|~", "x" * 256))
_conditions = st.dictionaries(_header_names, st.none() | _comparisons, max_size=2)
matches = st.builds(
    Match,
    headers=_conditions,
    without_headers=_conditions,
    query_params=_conditions,
    uri=st.none() | _comparisons,
    method=st.none() | _comparisons,
    port=st.none() | st.just(8080),
    source_labels=st.sampled_from(({}, {"app": "yes"})),
    gateways=st.sampled_from(((), ("mesh", "ns/name"))),
    ignore_uri_case=st.booleans(),
    name=st.none() | strings,
).filter(lambda match: not match.is_empty())
_affinities = st.builds(
    SessionAffinity,
    cookie_name=st.sampled_from(("user", "on", "!#$%&'*+-.^_`|~", "a.b")),
    max_age=st.integers(1, 31_536_000),
    secure=st.booleans(),
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Every strategy with 2 to 5 versions."""
    strategy = draw(st.sampled_from(ROUTED))
    weights = st.one_of(st.just(0), st.integers(1, 100), st.just(MOST_WEIGHT))
    versions = tuple(
        Version(
            name=name,
            namespace=draw(st.sampled_from(("default", "apps"))),
            weight=draw(weights),
            matches=tuple(draw(st.lists(matches, min_size=1, max_size=2))) if strategy == "canary" else (),
        )
        for name in draw(st.lists(_names, min_size=2, max_size=5, unique=True))
    )
    application = Application(
        name=draw(st.sampled_from(("app", "yes", "nan"))),
        namespace="default",
        versions=versions,
        gateways=draw(st.sampled_from(((), ("a", "ns/b")))),
        session_affinity=draw(st.none() | _affinities) if strategy == "blue-green" else None,
    )
    return case(application, strategy)
