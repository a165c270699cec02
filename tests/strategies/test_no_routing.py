from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.strategies.no_routing import NoRouting
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.version import Version


def test_nothing_is_routed() -> None:
    strategy: Strategy = NoRouting()
    assert strategy.plan(Application("hello", "default", (Version("hello-0"), Version("hello-1")))) is None
    assert not strategy.weighted
