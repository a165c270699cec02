from typing import Any

import pytest

from cdk8s_iter8.live.owner import owner_of


def raw(labels: dict[str, str] | None = None, annotations: dict[str, str] | None = None) -> dict[str, Any]:
    return {"metadata": {"name": "a", "labels": labels, "annotations": annotations}}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            raw(annotations={"argocd.argoproj.io/tracking-id": "web:/ConfigMap:default/a"}),
            "Argo CD (application web, by argocd.argoproj.io/tracking-id)",
        ),
        (raw({"argocd.argoproj.io/instance": "web"}), "Argo CD (application web, by argocd.argoproj.io/instance)"),
        (
            raw({"kustomize.toolkit.fluxcd.io/name": "apps", "kustomize.toolkit.fluxcd.io/namespace": "flux-system"}),
            "Flux (Kustomization flux-system/apps, by kustomize.toolkit.fluxcd.io/name)",
        ),
        (
            raw(
                {"helm.toolkit.fluxcd.io/name": "web", "helm.toolkit.fluxcd.io/namespace": "prod"},
                {"meta.helm.sh/release-name": "web"},
            ),
            "Flux (HelmRelease prod/web, by helm.toolkit.fluxcd.io/name)",
        ),
        (raw(annotations={"meta.helm.sh/release-name": "web"}), "Helm (web, by meta.helm.sh/release-name)"),
        (
            raw({"app.kubernetes.io/managed-by": "cdk8s-iter8", "app.kubernetes.io/instance": "shop"}),
            "the release shop",
        ),
    ],
)
def test_who_an_object_belongs_to(given: dict[str, Any], said: str) -> None:
    assert str(owner_of(given, "hello")) == said


@pytest.mark.parametrize(
    "given",
    [
        raw(),
        raw({"app.kubernetes.io/managed-by": "cdk8s-iter8", "app.kubernetes.io/instance": "hello"}),
        raw({"app.kubernetes.io/instance": "shop"}),  # anybody's, such as of a kubectl user
    ],
)
def test_nobody_else_says_what_it_is(given: dict[str, Any]) -> None:
    assert owner_of(given, "hello") is None


def test_a_name_cannot_forge_lines() -> None:
    assert "\n" not in str(owner_of(raw(annotations={"meta.helm.sh/release-name": "a\nb"}), "hello"))
