"""An application: its versions and how traffic is to be shared among them."""

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
        name: Its name, also of its entry Service and of its route.
        namespace: Where its routemap, entry Service and route are.
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
