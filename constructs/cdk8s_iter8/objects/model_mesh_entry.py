"""The entry point of a release whose models are in a ModelMesh."""

from constructs import Construct

from cdk8s_iter8.manifests.model_mesh_entry import model_mesh_entry
from cdk8s_iter8.objects.part import Part, default_namespace
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.scalars import Id, Name, Namespace, Port


@checked
class ModelMeshEntry(Part):
    """The name that callers in a mesh use for an application whose models are in a ModelMesh.

    Emits one object: a ServiceEntry (networking.istio.io/v1beta1) named for the application, for the pods of the
    ModelMesh.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "wisdom")
        >>> _ = ModelMeshEntry(chart, "entry", name="wisdom", namespace="modelmesh-serving")
        >>> chart.to_json()[0]["spec"]["hosts"][0]
        'wisdom.modelmesh-serving'
    """

    def __init__(
        self, scope: Construct, id: Id, *, name: Name, namespace: Namespace | None = None, port: Port = 8033
    ) -> None:
        """Adds the ServiceEntry.

        Args:
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            name: The application's name.
            namespace: The application's namespace; default: the chart's, else ``default``.
            port: The port of the ModelMesh, 1 to 65535.

        Raises:
            ValuesError: An argument is wrong; one line for each problem.
        """
        super().__init__(scope, id)
        self.add(model_mesh_entry(name, namespace or default_namespace(scope), port))
