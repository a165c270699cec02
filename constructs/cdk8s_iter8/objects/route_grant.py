"""Permission for a route to reach a version in another namespace."""

from cdk8s import ApiObjectMetadata
from constructs import Construct

from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8_crds.io.k8s.networking.gateway import (
    ReferenceGrant,
    ReferenceGrantSpec,
    ReferenceGrantSpecFrom,
    ReferenceGrantSpecTo,
)


class RouteGrant(Construct):
    """Lets an application's HTTPRoute send requests to a version's Service in another namespace.

    Emits one object: a ReferenceGrant (gateway.networking.k8s.io/v1beta1) in the version's namespace. Without it such
    requests get an error.

    Example:
        >>> import cdk8s
        >>> chart = cdk8s.Chart(cdk8s.App(outdir="out"), "hello")
        >>> _ = RouteGrant(chart, "grant", version=Version("hello-1", "beta"), application="hello", namespace="default")
        >>> chart.to_json()[0]["metadata"]
        {'name': 'hello-hello-1', 'namespace': 'beta'}
    """

    def __init__(self, scope: Construct, id: str, *, version: Version, application: str, namespace: str) -> None:
        """Adds the ReferenceGrant.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            version: The version: name and namespace of its Service.
            application: The application's name.
            namespace: The application's namespace.
        """
        super().__init__(scope, id)
        group = "gateway.networking.k8s.io"
        ReferenceGrant(
            self,
            "grant",
            metadata=ApiObjectMetadata(name=f"{application}-{version.name}", namespace=version.namespace),
            spec=ReferenceGrantSpec(
                from_=[ReferenceGrantSpecFrom(group=group, kind="HTTPRoute", namespace=namespace)],
                to=[ReferenceGrantSpecTo(group="", kind="Service", name=version.name)],
            ),
        )
