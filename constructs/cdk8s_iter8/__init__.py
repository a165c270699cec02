"""Progressive release with Iter8, as cdk8s constructs."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cdk8s_iter8.blue_green_routemap import BlueGreenRoutemap
    from cdk8s_iter8.canary_routemap import CanaryRoutemap
    from cdk8s_iter8.deployment_version import DeploymentVersion
    from cdk8s_iter8.entry_service import EntryService
    from cdk8s_iter8.inference_service_version import InferenceServiceVersion
    from cdk8s_iter8.iter8_controller import Iter8Controller
    from cdk8s_iter8.knative_version import KnativeVersion
    from cdk8s_iter8.mirror_routemap import MirrorRoutemap
    from cdk8s_iter8.mirror_service import MirrorService
    from cdk8s_iter8.model_mesh_entry import ModelMeshEntry
    from cdk8s_iter8.release import Release
    from cdk8s_iter8.release_service import ReleaseService
    from cdk8s_iter8.route_grant import RouteGrant
    from cdk8s_iter8.routemap import Routemap
    from cdk8s_iter8.traffic.session_affinity import SessionAffinity
    from cdk8s_iter8.values.controller_values import ControllerValues
    from cdk8s_iter8.values.problem import ValuesError
    from cdk8s_iter8.version import Version
    from cdk8s_iter8.version_service import VersionService
    from cdk8s_iter8.weight_config import WeightConfig

# Where each public name is; it is imported when it is first used, so that what needs no cdk8s does not start Node.
_PLACES = {
    "BlueGreenRoutemap": "blue_green_routemap",
    "CanaryRoutemap": "canary_routemap",
    "ControllerValues": "values.controller_values",
    "DeploymentVersion": "deployment_version",
    "EntryService": "entry_service",
    "InferenceServiceVersion": "inference_service_version",
    "Iter8Controller": "iter8_controller",
    "KnativeVersion": "knative_version",
    "MirrorRoutemap": "mirror_routemap",
    "MirrorService": "mirror_service",
    "ModelMeshEntry": "model_mesh_entry",
    "Release": "release",
    "ReleaseService": "release_service",
    "RouteGrant": "route_grant",
    "Routemap": "routemap",
    "SessionAffinity": "traffic.session_affinity",
    "ValuesError": "values.problem",
    "Version": "version",
    "VersionService": "version_service",
    "WeightConfig": "weight_config",
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
    "SessionAffinity",
    "ValuesError",
    "Version",
    "VersionService",
    "WeightConfig",
]


def __getattr__(name: str) -> Any:
    if name in _PLACES:
        return getattr(import_module(f"cdk8s_iter8.{_PLACES[name]}"), name)
    raise AttributeError(f"module {__name__} has no attribute {name}")
