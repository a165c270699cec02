"""The public constructs of one object, and arguments that each of them takes."""

from typing import Any

import cdk8s_iter8
from cdk8s_iter8 import Version
from cdk8s_iter8.iter8.routemap_spec import RoutemapVersion
from cdk8s_iter8.objects.part import Part

VERSION = Version("hello-0")
TWO = [Version("hello-0"), Version("hello-1", mirrored=True)]
ARGUMENTS: dict[str, dict[str, Any]] = {
    "BlueGreenRoutemap": {"name": "hello", "versions": TWO},
    "CanaryRoutemap": {"name": "hello", "versions": TWO},
    "DeploymentVersion": {"version": VERSION, "image": "a/b"},
    "EntryService": {"name": "hello"},
    "InferenceServiceVersion": {"version": VERSION, "storage_uri": "s3://a", "model_format": "sklearn"},
    "KnativeVersion": {"version": VERSION, "image": "a/b"},
    "MirrorRoutemap": {"name": "hello", "versions": TWO},
    "MirrorService": {"version": VERSION, "image": "a"},
    "ModelMeshEntry": {"name": "hello"},
    "ReleaseService": {"name": "hello"},
    "RouteGrant": {"version": VERSION, "application": "hello"},
    "Routemap": {"name": "hello", "versions": [RoutemapVersion(())]},
    "VersionService": {"version": VERSION},
    "WeightConfig": {"version": VERSION},
}


def parts() -> dict[str, Any]:
    """Every public construct of one object, by name."""
    public = {name: getattr(cdk8s_iter8, name) for name in cdk8s_iter8.__all__}
    return {name: cls for name, cls in public.items() if isinstance(cls, type) and issubclass(cls, Part)}
