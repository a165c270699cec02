"""The routemap of a canary release."""

from cdk8s_iter8.objects.strategy_routemap import StrategyRoutemap
from cdk8s_iter8.strategies import Canary
from cdk8s_iter8.validation.arguments import checked


@checked
class CanaryRoutemap(StrategyRoutemap):
    """Each ready candidate gets the requests that meet its match; the primary gets all others.

    Emits one object: the routemap ``NAME-routemap``. It expects a `KnativeVersion` for every version.

    Example:
        >>> import cdk8s
        >>> from cdk8s_iter8 import Version
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> _ = CanaryRoutemap(chart, "routemap", name="hello", versions=[Version("hello-0"), Version("hello-1")])
        >>> "exact: test" in chart.to_json()[0]["data"]["strSpec"]
        True
    """

    strategy = Canary()
