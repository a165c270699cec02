"""The strategies. To add one: its file here, and its line below."""

from cdk8s_iter8.strategies.blue_green import BlueGreen
from cdk8s_iter8.strategies.canary import Canary
from cdk8s_iter8.strategies.mirror import Mirror
from cdk8s_iter8.strategies.no_routing import NoRouting
from cdk8s_iter8.strategies.strategy import Strategy

STRATEGIES: dict[str, Strategy] = {
    strategy.name: strategy
    for strategy in (
        NoRouting(),
        BlueGreen(),
        Canary(),
        Mirror(),
    )
}

__all__ = ["STRATEGIES", "BlueGreen", "Canary", "Mirror", "NoRouting", "Strategy"]
