"""Who else owns an object: Argo CD, Flux, Helm, or another release."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from cdk8s_iter8.cluster.marks import FIELD_MANAGER
from cdk8s_iter8.manifests.recommended_labels import INSTANCE, MANAGED_BY
from cdk8s_iter8.validation.problem import printable

HELM_NAME: Final = "meta.helm.sh/release-name"
HELM_NAMESPACE: Final = "meta.helm.sh/release-namespace"

_ARGO_ID, _ARGO_INSTANCE = "argocd.argoproj.io/tracking-id", "argocd.argoproj.io/instance"
_FLUX = {"kustomize": "Kustomization", "helm": "HelmRelease"}
_MANAGERS = {
    "Argo CD": ("argocd-controller", "argocd-application-controller"),
    "Flux": ("kustomize-controller", "helm-controller"),
    "Helm": ("helm",),
}


@dataclass(frozen=True)
class Owner:
    """Who else an object belongs to.

    Attributes:
        tool: The tool, such as ``Argo CD``; empty: another release of this project.
        name: What the object belongs to there, such as an application of Argo CD.
        mark: The label or annotation that says so.
    """

    tool: str
    name: str
    mark: str

    @property
    def managers(self) -> tuple[str, ...]:
        """The field managers of the tool."""
        return _MANAGERS.get(self.tool, ())

    def __str__(self) -> str:
        return printable(f"{self.tool} ({self.name}, by {self.mark})" if self.tool else f"the release {self.name}")


def owner_of(raw: Mapping[str, Any], release: str) -> Owner | None:
    """Returns who else an object belongs to; None: nobody says so.

    Argo CD marks what it tracks by an annotation or a label, Flux by labels, Helm by annotations (their documentation).
    The label ``app.kubernetes.io/instance``, which Argo CD uses too, is every release's own.

    Args:
        raw: The object in the cluster.
        release: The release's name.

    Example:
        >>> print(owner_of({"metadata": {"annotations": {"meta.helm.sh/release-name": "shop"}}}, "hello"))
        Helm (shop, by meta.helm.sh/release-name)
    """
    metadata = raw["metadata"]
    labels, annotations = metadata.get("labels") or {}, metadata.get("annotations") or {}
    if _ARGO_ID in annotations:
        return Owner("Argo CD", f"application {str(annotations[_ARGO_ID]).partition(':')[0]}", _ARGO_ID)
    if _ARGO_INSTANCE in labels:
        return Owner("Argo CD", f"application {labels[_ARGO_INSTANCE]}", _ARGO_INSTANCE)
    for prefix, kind in _FLUX.items():
        mark = f"{prefix}.toolkit.fluxcd.io"
        if f"{mark}/name" in labels:
            return Owner(
                "Flux", f"{kind} {labels.get(f'{mark}/namespace', '')}/{labels[f'{mark}/name']}", f"{mark}/name"
            )
    if HELM_NAME in annotations:
        return Owner("Helm", str(annotations[HELM_NAME]), HELM_NAME)
    if labels.get(MANAGED_BY) == FIELD_MANAGER and labels.get(INSTANCE, release) != release:
        return Owner("", str(labels[INSTANCE]), INSTANCE)
    return None
