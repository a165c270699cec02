"""The complete CRDs for the API server, from the Go modules that publish them or from the directory `CRD_DIR`."""

import os
import shutil
from pathlib import Path

from tests.e2e.stack import build, cache, modules

MODULE = build.HERE / "crds"
FILES = {
    "istio.io/api": ["kubernetes/customresourcedefinitions.gen.yaml"],
    "knative.dev/serving": ["config/core/300-resources/service.yaml"],
    "github.com/kserve/kserve": ["config/crd/full/serving.kserve.io_inferenceservices.yaml"],
    "sigs.k8s.io/gateway-api": [
        f"config/crd/standard/gateway.networking.k8s.io_{kind}.yaml"
        for kind in (
            "gatewayclasses",
            "gateways",
            "httproutes",
            "referencegrants",
            "backendtlspolicies",
            "grpcroutes",
        )
    ],
}
"""Per Go module the files under its directory; istiod waits for all of the Gateway API's."""


def directory() -> Path:
    """A directory with every CRD file: `CRD_DIR` if set, else the cache, filled from the Go modules."""
    given = os.environ.get("CRD_DIR")
    if given:
        path = Path(given)
        if not list(path.glob("*.yaml")):
            raise build.MissingError(f"CRD_DIR={given}: no *.yaml file there")
        return path
    cached = cache.keyed_by([MODULE / "go.mod", MODULE / "go.sum"]) / "crds"
    if not cached.exists():
        unfinished = cached.with_name(f".crds.{os.getpid()}")
        unfinished.mkdir(parents=True)
        for module, files in FILES.items():
            source = modules.directory(MODULE, module)
            for file in files:
                shutil.copyfile(source / file, unfinished / f"{module.replace('/', '_')}_{Path(file).name}")
        unfinished.rename(cached)
    return cached
