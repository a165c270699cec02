"""The routemap of a blue-green release."""

from cdk8s_iter8.objects.strategy_routemap import StrategyRoutemap
from cdk8s_iter8.strategies import BlueGreen
from cdk8s_iter8.validation.arguments import checked


@checked
class BlueGreenRoutemap(StrategyRoutemap):
    """Ready versions share the requests by their weights; if no version is ready, the primary gets them all.

    Emits one object: the routemap ``NAME-routemap``. It expects a `KnativeVersion` and a `WeightConfig` for every
    version.

    Example:
        >>> import cdk8s
        >>> from cdk8s_iter8 import Version
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> versions = [Version("hello-0", weight=30), Version("hello-1", weight=70)]
        >>> _ = BlueGreenRoutemap(chart, "routemap", name="hello", versions=versions)
        >>> chart.to_json()[0]["metadata"]["name"]
        'hello-routemap'
    """

    strategy = BlueGreen()
