"""What controllers and verbs read and write on objects: labels, annotations, a finalizer, names of field managers."""

from typing import Final

# Iter8's (Iter8 controllers/allcontrollers.go, routemap.go, finalizer.go, k8sclient/simple.go).
WATCH_LABEL: Final = "iter8.tools/watch"
WATCH_SELECTOR: Final = f"{WATCH_LABEL}=true"
ROUTEMAP_SELECTOR: Final = "iter8.tools/kind=routemap"
WEIGHT_ANNOTATION: Final = "iter8.tools/weight"
ITER8_FIELD_MANAGER: Final = "iter8-controller"
# The same finalizer as Iter8's: whichever of the two controllers runs, it takes off what the other has put on.
FINALIZER: Final = "iter8.tools/finalizer"

# This project's own.
FIELD_MANAGER: Final = "cdk8s-iter8"
ROUTE_LABEL: Final = "cdk8s-iter8/route"
ROUTE_SELECTOR: Final = f"{ROUTE_LABEL}=true"
MANIFEST_ANNOTATION: Final = "cdk8s-iter8/manifest"
TEMPLATE_ANNOTATION: Final = "cdk8s-iter8/template"


def routemap_selector(iter8_version: str) -> str:
    """Returns the label selector of the routemaps that a controller takes.

    Example:
        >>> routemap_selector("v1.1")
        'iter8.tools/kind=routemap,iter8.tools/version=v1.1'
    """
    return f"{ROUTEMAP_SELECTOR},iter8.tools/version={iter8_version}"
