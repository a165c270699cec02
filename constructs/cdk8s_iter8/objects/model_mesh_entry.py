"""The entry point of a release whose models are in a ModelMesh."""

from cdk8s import ApiObjectMetadata
from constructs import Construct

from cdk8s_iter8.routers.backend import service_names
from cdk8s_iter8_crds.io.istio.networking import (
    ServiceEntry,
    ServiceEntrySpec,
    ServiceEntrySpecLocation,
    ServiceEntrySpecPorts,
    ServiceEntrySpecResolution,
    ServiceEntrySpecWorkloadSelector,
)


class ModelMeshEntry(Construct):
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

    def __init__(self, scope: Construct, id: str, *, name: str, namespace: str = "default", port: int = 8033) -> None:
        """Adds the ServiceEntry.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            name: The application's name.
            namespace: The application's namespace.
            port: The port of the ModelMesh, 1 to 65535.
        """
        super().__init__(scope, id)
        labels = {"modelmesh-service": "modelmesh-serving"}
        ServiceEntry(
            self,
            "service-entry",
            metadata=ApiObjectMetadata(name=name, namespace=namespace),
            spec=ServiceEntrySpec(
                hosts=list(service_names(name, namespace)),
                location=ServiceEntrySpecLocation.MESH_UNDERSCORE_INTERNAL,
                ports=[ServiceEntrySpecPorts(number=port, name="http", protocol="HTTP")],
                resolution=ServiceEntrySpecResolution.DNS,
                workload_selector=ServiceEntrySpecWorkloadSelector(labels=labels),
            ),
        )
