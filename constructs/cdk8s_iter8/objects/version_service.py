"""The Service of a version that is a Deployment."""

from collections.abc import Mapping
from typing import Annotated, Any

from constructs import Construct

from cdk8s_iter8.manifests.version_service import version_service
from cdk8s_iter8.objects.part import Part, placed
from cdk8s_iter8.objects.selected_pods_check import watch_service
from cdk8s_iter8.specifications.schema_files import service_schema
from cdk8s_iter8.specifications.specification import spec_of
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.scalars import Id, Port

ServiceSpec = Annotated[Mapping[str, Any], spec_of(service_schema, "a Service")]


@checked
class VersionService(Part):
    """The Service through which requests come to a version.

    Emits one object: a Service with the version's name and the label ``iter8.tools/watch: "true"`` that the controller
    needs. It selects the pods with the label ``app: NAME``. Synthesis fails if a `DeploymentVersion` of the same name
    has pods that the Service does not select, or if the Service selects the pods of another version, too.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "httpbin")
        >>> _ = VersionService(chart, "httpbin-0", version=Version("httpbin-0"), port=8080)
        >>> chart.to_json()[0]["spec"]
        {'ports': [{'port': 8080}], 'selector': {'app': 'httpbin-0'}}
    """

    def __init__(
        self,
        scope: Construct,
        id: Id,
        *,
        version: Version,
        port: Port = 80,
        spec: ServiceSpec | None = None,
    ) -> None:
        """Adds the Service.

        Args:
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            version: The version: name, namespace, labels and annotations.
            port: The port of the Service and of the pods, 1 to 65535.
            spec: The Service's whole spec with the keys of the Kubernetes API, instead of port.

        Raises:
            ValuesError: An argument is wrong; one line for each problem.
        """
        super().__init__(scope, id)
        made = version_service(placed(version, scope), port=port, spec=spec)
        self.add(made)
        watch_service(self, made)
