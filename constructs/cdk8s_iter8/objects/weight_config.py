"""The weight of a version as an object, so that it can be changed while the release runs."""

from constructs import Construct

from cdk8s_iter8.manifests.weight_config import weight_config
from cdk8s_iter8.objects.part import Part, placed
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.scalars import Id


@checked
class WeightConfig(Part):
    """The weight of a version as an object.

    Emits one object: a ConfigMap ``NAME-weight-config`` with the label ``iter8.tools/watch: "true"`` and the annotation
    ``iter8.tools/weight: "N"``. Changing the annotation with ``kubectl annotate --overwrite`` shifts traffic at once;
    the next apply restores the declared weight.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> _ = WeightConfig(chart, "weight", version=Version("hello-0", weight=30))
        >>> chart.to_json()[0]["metadata"]["annotations"]
        {'iter8.tools/weight': '30'}
    """

    def __init__(self, scope: Construct, id: Id, *, version: Version) -> None:
        """Adds the ConfigMap.

        Args:
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            version: The version: name, namespace and weight, a relative integer from 0 to 1,000,000.

        Raises:
            ValuesError: An argument is wrong; one line for each problem.
        """
        super().__init__(scope, id)
        self.add(weight_config(placed(version, scope)))
