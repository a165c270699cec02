"""An entry Service of type ExternalName in values."""

from pydantic import Field

from cdk8s_iter8.values.release_values import ServiceValues
from cdk8s_iter8.values.scalars import Host

INGRESS_GATEWAY = "istio-ingressgateway.istio-system.svc.cluster.local"


class ExternalServiceValues(ServiceValues):
    """The entry Service, an ExternalName."""

    external_name: Host = Field(
        INGRESS_GATEWAY, description="Where the entry Service points: the gateway that callers without sidecar reach."
    )
