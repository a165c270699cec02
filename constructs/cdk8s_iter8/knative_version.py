"""A version that is a Knative Service."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from constructs import Construct

from cdk8s_iter8.environments.knative_istio import KNATIVE_SERVICE_SCHEMA, MIN_SCALE
from cdk8s_iter8.typed import add_object, checked_spec
from cdk8s_iter8.version import Version
from cdk8s_iter8_crds.dev.knative.serving import Service


class KnativeVersion(Construct):
    """A version of an application as a Knative Service.

    Emits one object: a Service (serving.knative.dev/v1) named for the version, with the label
    ``iter8.tools/watch: "true"`` that the controller needs. A version that is mirrored to also gets the annotation
    ``autoscaling.knative.dev/min-scale: "1"`` unless its spec has one, since copies do not wake it up.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> version = Version("hello-0", weight=30)
        >>> _ = KnativeVersion(chart, "hello-0", version=version, image="ghcr.io/knative/helloworld-go", port=8080)
        >>> [each["metadata"]["name"] for each in chart.to_json()]
        ['hello-0']
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
        """Adds the Knative Service.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            version: The version: name, namespace, labels and annotations.
            image: Container image; one container is made from it.
            port: The container's port, 1 to 65535; requests always come to port 80 of the Service.
            spec: The Service's whole spec with the keys of the Knative API, instead of image and port.

        Raises:
            ValueError: Neither or both of image and spec are given, or the spec is not one of a Knative Service.
        """
        super().__init__(scope, id)
        if (image is None) == (spec is None):
            raise ValueError(f"{self.node.path}: a version needs either image or spec")
        container = {"image": image, "ports": [{"containerPort": port}]}
        whole = deepcopy(dict(spec)) if spec is not None else {"template": {"spec": {"containers": [container]}}}
        add_object(
            self,
            "service",
            kind=Service,
            metadata=version.metadata,
            spec=checked_spec(self, _kept_running(whole) if version.mirrored else whole, KNATIVE_SERVICE_SCHEMA),
        )


def _kept_running(spec: dict[str, Any]) -> dict[str, Any]:
    metadata = spec.setdefault("template", {}).setdefault("metadata", {})
    annotations = metadata.setdefault("annotations", {})
    if not any(key.lower().replace("-", "") == MIN_SCALE.replace("-", "") for key in annotations):
        annotations[MIN_SCALE] = "1"
    return spec
