"""The Service of a version that is a Deployment."""

from collections.abc import Mapping
from typing import Any

from cdk8s_plus_27.k8s import KubeService
from constructs import Construct

from cdk8s_iter8.objects.typed import add_object, checked_spec
from cdk8s_iter8.specifications.schema_files import service_schema
from cdk8s_iter8.traffic.version import Version


class VersionService(Construct):
    """The Service through which requests come to a version.

    Emits one object: a Service named for the version, with the label ``iter8.tools/watch: "true"`` that the controller
    needs, which selects the pods labelled ``app: NAME``.

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
        id: str,
        *,
        version: Version,
        port: int = 80,
        spec: Mapping[str, Any] | None = None,
    ) -> None:
        """Adds the Service.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            version: The version: name, namespace, labels and annotations.
            port: The port of the Service and of the pods, 1 to 65535.
            spec: The Service's whole spec with the keys of the Kubernetes API, instead of port.

        Raises:
            ValueError: The spec is not one of a Service.
        """
        super().__init__(scope, id)
        made = {"selector": {"app": version.name}, "ports": [{"port": port}]}
        add_object(
            self,
            "service",
            kind=KubeService,
            metadata=version.metadata,
            spec=made if spec is None else checked_spec(self, spec, service_schema()),
        )
