"""A version that is a Deployment."""

from collections.abc import Mapping
from typing import Any

from cdk8s_plus_27.k8s import KubeDeployment
from constructs import Construct

from cdk8s_iter8.objects.typed import add_object, checked_spec
from cdk8s_iter8.specifications.schema_files import deployment_schema
from cdk8s_iter8.traffic.version import Version


class DeploymentVersion(Construct):
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
        id: str,
        *,
        version: Version,
        image: str | None = None,
        port: int = 80,
        spec: Mapping[str, Any] | None = None,
    ) -> None:
        """Adds the Deployment.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            version: The version: name, namespace, labels and annotations.
            image: Container image; one container is made from it, its pods labelled ``app: NAME``.
            port: The container's port, 1 to 65535.
            spec: The Deployment's whole spec with the keys of the Kubernetes API, instead of image and port.

        Raises:
            ValueError: Neither or both of image and spec are given, or the spec is not one of a Deployment.
        """
        super().__init__(scope, id)
        if (image is None) == (spec is None):
            raise ValueError(f"{self.node.path}: a version needs either image or spec")
        labels = {"app": version.name}
        container = {"name": version.name, "image": image, "ports": [{"containerPort": port}]}
        made = {
            "selector": {"matchLabels": labels},
            "template": {"metadata": {"labels": labels}, "spec": {"containers": [container]}},
        }
        add_object(
            self,
            "deployment",
            kind=KubeDeployment,
            metadata=version.metadata,
            spec=made if spec is None else checked_spec(self, spec, deployment_schema()),
        )
