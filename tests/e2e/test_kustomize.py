"""What docs/strategies.md says of Kustomize: what breaks a release in silence, and what does not."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.e2e.release import ROOT, synth
from tests.e2e.stack.cluster import Cluster

SECTION = (ROOT / "docs" / "strategies.md").read_text().split("\n## Kustomize\n")[1].split("\n## ")[0]
VALUES, KUSTOMIZATION = re.findall(r"^```yaml\n(.*?)^```$", SECTION, re.DOTALL | re.MULTILINE)

Object = dict[str, Any]


def rendered(cluster: Cluster, directory: Path, values: str, kustomization: str) -> list[Object]:
    """What Kustomize makes of a release."""
    (directory / "releases").mkdir()
    (directory / "releases" / "hello.yaml").write_text(values)
    (file,) = synth(directory / "releases", directory / "dist")
    base = directory / "base"
    base.mkdir()
    shutil.copy(file, base / "hello.k8s.yaml")
    (base / "kustomization.yaml").write_text(kustomization)
    return list(yaml.safe_load_all(cluster.kubectl("kustomize", str(base))))


def places(objects: list[Object]) -> set[tuple[str, str]]:
    return {(manifest["metadata"]["namespace"], manifest["metadata"]["name"]) for manifest in objects}


def watched(objects: list[Object]) -> set[tuple[str, str]]:
    """What the routemap has the controller wait for."""
    (text,) = (manifest["data"]["strSpec"] for manifest in objects if "strSpec" in manifest.get("data", {}))
    return {
        (resource["namespace"], resource["name"])
        for version in yaml.safe_load(text)["versions"]
        for resource in version["resources"]
    }


@pytest.mark.parametrize("line", ["namespace: staging", "namePrefix: my-", "nameSuffix: -staging"])
def test_what_moves_or_renames_objects_leaves_the_routemap_behind(cluster: Cluster, tmp_path: Path, line: str) -> None:
    assert f"`{line.split(':', maxsplit=1)[0]}:`" in SECTION
    objects = rendered(
        cluster, tmp_path, (ROOT / "releases" / "hello.yaml").read_text(), f"resources: [hello.k8s.yaml]\n{line}\n"
    )
    assert watched(objects).isdisjoint(places(objects))


def test_metadata_in_values_and_labels_by_kustomize(cluster: Cluster, tmp_path: Path) -> None:
    """The file is mirror's too, whose Service selects pods that Kustomize does not know."""
    values = VALUES.replace("strategy: blue-green", "strategy: mirror")
    objects = rendered(cluster, tmp_path, values, KUSTOMIZATION)
    assert watched(objects) <= places(objects)
    assert ("staging", "hello-staging") in places(objects)
    assert all(manifest["metadata"]["labels"]["team"] == "shop" for manifest in objects)
    (mirror,) = (manifest for manifest in objects if manifest["metadata"]["name"] == "hello-staging-1-mirror")
    (pods,) = (
        manifest["spec"]["template"]["metadata"]["labels"]
        for manifest in objects
        if manifest["kind"] == "Service"
        and manifest["apiVersion"].startswith("serving.")
        and "-1" in manifest["metadata"]["name"]
    )
    assert mirror["spec"]["selector"] == {"serving.knative.dev/service": "hello-staging-1", **pods}
    assert set(pods) == {"cdk8s-iter8/mirrored"}
