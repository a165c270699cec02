"""An application and its versions."""

from dataclasses import dataclass

from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.scalars import GatewayName, Name, Namespace


@checked
@dataclass(frozen=True)
class Application:
    """An application with its versions, all defaults filled in.

    Attributes:
        name: The name of the application, of its entry Service and of its route.
        namespace: The namespace of the routemap, the entry Service and the route.
        versions: The versions, the primary first; at least one.
        gateways: Gateways that the application's route is bound to, in addition to the mesh.
        session_affinity: For blue-green: how a user stays with a version.

    Raises:
        ValuesError: All problems of the application, one line for each.
    """

    name: Name
    namespace: Namespace
    versions: tuple[Version, ...]
    gateways: tuple[GatewayName, ...] = ()
    session_affinity: SessionAffinity | None = None
