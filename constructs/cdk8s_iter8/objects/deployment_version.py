"""A version that is a Deployment."""

from collections.abc import Mapping
from typing import Annotated, Any

from constructs import Construct

from cdk8s_iter8.manifests.deployment import deployment
from cdk8s_iter8.manifests.selected_pods import template_problems
from cdk8s_iter8.objects.part import Part, placed
from cdk8s_iter8.objects.selected_pods_check import add_deployment
from cdk8s_iter8.specifications.schema_files import deployment_schema
from cdk8s_iter8.specifications.specification import spec_of
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.validation.scalars import Id, Image, Port

DeploymentSpec = Annotated[Mapping[str, Any], spec_of(deployment_schema, "a Deployment")]


@checked
class DeploymentVersion(Part):
    """A version of an application as a Deployment.

    Emits one object: a Deployment (apps/v1) named for the version, with the label ``iter8.tools/watch: "true"`` that
    the controller needs. Requests come through a `VersionService`.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "httpbin")
        >>> _ = DeploymentVersion(chart, "httpbin-0", version=Version("httpbin-0"), image="kennethreitz/httpbin")
        >>> chart.to_json()[0]["spec"]["selector"]
        {'matchLabels': {'app': 'httpbin-0'}}
    """

    def __init__(
        self,
        scope: Construct,
        id: Id,
        *,
        version: Version,
        image: Image | None = None,
        port: Port = 80,
        spec: DeploymentSpec | None = None,
    ) -> None:
        """Adds the Deployment.

        Args:
            scope: Where the construct is added, usually a chart.
            id: The id of the construct in its scope.
            version: The version: name, namespace, labels and annotations.
            image: Container image. The pods have one container with it, and the label ``app: NAME``.
            port: The container's port, 1 to 65535.
            spec: The Deployment's whole spec with the keys of the Kubernetes API, instead of image and port.

        Raises:
            ValuesError: An argument is wrong; both or neither of image and spec are given; or the spec's selector does
                not select the pods of its template. One line for each problem.
        """
        super().__init__(scope, id)
        if (image is None) == (spec is None):
            raise ValuesError([f"{self.node.path}: a version needs either image or spec"])
        made = deployment(placed(version, scope), image=image, port=port, spec=spec)
        problems = [f"{self.node.path}: {problem}" for problem in template_problems(made)]
        if problems:
            raise ValuesError(problems)
        self.add(made)
        add_deployment(self, made)
