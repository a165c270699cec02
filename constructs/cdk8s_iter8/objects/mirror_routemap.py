"""The routemap of a release that mirrors requests to candidates."""

from cdk8s_iter8.objects.strategy_routemap import StrategyRoutemap
from cdk8s_iter8.strategies import Mirror
from cdk8s_iter8.validation.arguments import checked


@checked
class MirrorRoutemap(StrategyRoutemap):
    """The primary answers every request. Requests are mirrored to each ready candidate; its answers are dropped.

    Emits one object: the routemap ``NAME-routemap``. It expects a `KnativeVersion` and a `WeightConfig` for every
    version, and a `MirrorService` for every candidate. Candidates are ``mirrored``.

    Example:
        >>> import cdk8s
        >>> from cdk8s_iter8 import Version
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> versions = [Version("hello-0"), Version("hello-1", weight=100, mirrored=True)]
        >>> _ = MirrorRoutemap(chart, "routemap", name="hello", versions=versions)
        >>> "host: hello-1-mirror.default.svc.cluster.local" in chart.to_json()[0]["data"]["strSpec"]
        True
    """

    strategy = Mirror()
