"""Progressive release with Iter8, as cdk8s constructs."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cdk8s_iter8.charts.iter8_controller import Iter8Controller
    from cdk8s_iter8.charts.release import Release
    from cdk8s_iter8.charts.routing_controller import RoutingController
    from cdk8s_iter8.objects.blue_green_routemap import BlueGreenRoutemap
    from cdk8s_iter8.objects.canary_routemap import CanaryRoutemap
    from cdk8s_iter8.objects.deployment_version import DeploymentVersion
    from cdk8s_iter8.objects.entry_service import EntryService
    from cdk8s_iter8.objects.inference_service_version import InferenceServiceVersion
    from cdk8s_iter8.objects.knative_version import KnativeVersion
    from cdk8s_iter8.objects.mirror_routemap import MirrorRoutemap
    from cdk8s_iter8.objects.mirror_service import MirrorService
    from cdk8s_iter8.objects.model_mesh_entry import ModelMeshEntry
    from cdk8s_iter8.objects.release_service import ReleaseService
    from cdk8s_iter8.objects.route_grant import RouteGrant
    from cdk8s_iter8.objects.routemap import Routemap
    from cdk8s_iter8.objects.version_service import VersionService
    from cdk8s_iter8.objects.weight_config import WeightConfig
    from cdk8s_iter8.release.labels import release_labels
    from cdk8s_iter8.traffic.session_affinity import SessionAffinity
    from cdk8s_iter8.traffic.version import Version
    from cdk8s_iter8.validation.problem import ValuesError
    from cdk8s_iter8.values.controller import ControllerValues
    from cdk8s_iter8.values.routing_controller import RoutingControllerValues

# The module of every public name. It is imported at first use, so that programs without cdk8s do not start Node.
_PLACES = {
    "BlueGreenRoutemap": "objects.blue_green_routemap",
    "CanaryRoutemap": "objects.canary_routemap",
    "ControllerValues": "values.controller",
    "DeploymentVersion": "objects.deployment_version",
    "EntryService": "objects.entry_service",
    "InferenceServiceVersion": "objects.inference_service_version",
    "Iter8Controller": "charts.iter8_controller",
    "KnativeVersion": "objects.knative_version",
    "MirrorRoutemap": "objects.mirror_routemap",
    "MirrorService": "objects.mirror_service",
    "ModelMeshEntry": "objects.model_mesh_entry",
    "Release": "charts.release",
    "ReleaseService": "objects.release_service",
    "RouteGrant": "objects.route_grant",
    "Routemap": "objects.routemap",
    "RoutingController": "charts.routing_controller",
    "RoutingControllerValues": "values.routing_controller",
    "SessionAffinity": "traffic.session_affinity",
    "ValuesError": "validation.problem",
    "Version": "traffic.version",
    "VersionService": "objects.version_service",
    "WeightConfig": "objects.weight_config",
    "release_labels": "release.labels",
}

__all__ = [
    "BlueGreenRoutemap",
    "CanaryRoutemap",
    "ControllerValues",
    "DeploymentVersion",
    "EntryService",
    "InferenceServiceVersion",
    "Iter8Controller",
    "KnativeVersion",
    "MirrorRoutemap",
    "MirrorService",
    "ModelMeshEntry",
    "Release",
    "ReleaseService",
    "RouteGrant",
    "Routemap",
    "RoutingController",
    "RoutingControllerValues",
    "SessionAffinity",
    "ValuesError",
    "Version",
    "VersionService",
    "WeightConfig",
    "release_labels",
]


if not TYPE_CHECKING:  # with `__getattr__`, type checkers accept every name

    def __getattr__(name: str) -> Any:
        if name in _PLACES:
            return getattr(import_module(f"cdk8s_iter8.{_PLACES[name]}"), name)
        raise AttributeError(f"module {__name__} has no attribute {name}")
