"""The strategies. To add a strategy, add its file here and its line below."""

from collections.abc import Iterator

from cdk8s_iter8.strategies.blue_green import BlueGreen
from cdk8s_iter8.strategies.canary import Canary
from cdk8s_iter8.strategies.mirror import Mirror
from cdk8s_iter8.strategies.no_routing import NoRouting
from cdk8s_iter8.strategies.strategy import Strategy
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.validation.problem import Path, Problem

STRATEGIES: dict[str, Strategy] = {
    strategy.name: strategy
    for strategy in (
        NoRouting(),
        BlueGreen(),
        Canary(),
        Mirror(),
    )
}

__all__ = ["STRATEGIES", "BlueGreen", "Canary", "Mirror", "NoRouting", "Strategy", "ineffective_settings"]


def ineffective_settings(application: Application, strategy: Strategy) -> Iterator[Problem]:
    """Yields problems of settings that the strategy does not read; paths start at the application.

    Args:
        application: The application.
        strategy: The application's strategy.

    Example:
        >>> from cdk8s_iter8.traffic.session_affinity import SessionAffinity
        >>> from cdk8s_iter8.traffic.version import Version
        >>> sticky = Application("a", "b", (Version("a-0"),), session_affinity=SessionAffinity("app"))
        >>> [str(problem) for problem in ineffective_settings(sticky, Canary())]
        ['session_affinity: has no effect with strategy canary: it is for blue-green']
    """
    present: list[tuple[Path, str]] = [
        (("versions", index, "matches"), "matches")
        for index, version in enumerate(application.versions)
        if version.matches
    ]
    if application.session_affinity:
        present.append((("session_affinity",), "session_affinity"))
    for path, name in present:
        readers = [other.name for other in STRATEGIES.values() if name in other.reads]
        if strategy.name not in readers:
            yield Problem(path, f"has no effect with strategy {strategy.name}: it is for {' or '.join(readers)}")
