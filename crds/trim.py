"""Writes the trimmed CRDs beside this file from complete ones: `python -m crds.trim DIRECTORY`.

Kept: the kinds and versions in use and everything their schemas say about `spec`. Left out: description
texts, `status`, CEL rules, printer columns and other versions. The result is what the typed imports and
the JSON schemas are generated from; it is not meant for a cluster.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from crds.outline import outline_inference_service

HERE = Path(__file__).parent
SHARED_FROM = 200  # characters of JSON from which a repeated subtree is written once, as a YAML anchor


@dataclass(frozen=True)
class Source:
    """One trimmed file: where it comes from and which versions of which kinds it keeps.

    The first version of a kind gets the plain class name in the typed imports.
    """

    name: str
    upstream: str
    path: str
    files: tuple[str, ...]
    kinds: dict[str, list[str]]


SOURCES = [
    Source(
        name="knative.yaml",
        upstream="knative/serving knative-v1.23.0",
        path="config/core/300-resources/service.yaml",
        files=("knative-serving-service.yaml",),
        kinds={"Service": ["v1"]},
    ),
    Source(
        name="istio.yaml",
        upstream="istio/api 1.30.3",
        path="kubernetes/customresourcedefinitions.gen.yaml",
        files=("istio-networking.yaml",),
        kinds={"VirtualService": ["v1beta1"], "ServiceEntry": ["v1beta1"]},
    ),
    Source(
        name="gateway-api.yaml",
        upstream="kubernetes-sigs/gateway-api v1.6.1 (ReferenceGrant: v1.6.0)",
        path="config/crd/standard",
        files=("gateway-api-httproute.yaml", "gateway-api-others.yaml"),
        kinds={"HTTPRoute": ["v1beta1", "v1"], "ReferenceGrant": ["v1beta1"]},
    ),
    Source(
        name="kserve.yaml",
        upstream="kserve/kserve v0.20.0",
        path="config/crd/full/serving.kserve.io_inferenceservices.yaml",
        files=("kserve-inferenceservice.yaml",),
        kinds={"InferenceService": ["v1beta1"]},
    ),
    Source(
        name="prometheus-operator.yaml",
        upstream="prometheus-operator/prometheus-operator v0.93.0",
        path="example/prometheus-operator-crd/monitoring.coreos.com_podmonitors.yaml",
        files=("prometheus-operator-podmonitor.yaml",),
        kinds={"PodMonitor": ["v1"]},
    ),
]


def _lean(schema: Any) -> Any:
    """The schema without description texts and CEL rules; a property of that name stays."""
    if isinstance(schema, list):
        return [_lean(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {}
    for key, value in schema.items():
        if (key == "description" and isinstance(value, str)) or key == "x-kubernetes-validations":
            continue
        kept[key] = {name: _lean(sub) for name, sub in value.items()} if key == "properties" else _lean(value)
    return kept


def share(tree: Any, seen: dict[str, Any] | None = None) -> Any:
    """The same tree with equal large subtrees made one object, which YAML writes once."""
    seen = {} if seen is None else seen
    if isinstance(tree, list):
        return [share(item, seen) for item in tree]
    if not isinstance(tree, dict):
        return tree
    key = json.dumps(tree, sort_keys=True)
    if key in seen:
        return seen[key]
    shared = {name: share(value, seen) for name, value in tree.items()}
    if len(key) >= SHARED_FROM:
        seen[key] = shared
    return shared


def _version(version: dict[str, Any], stored: bool) -> dict[str, Any]:
    schema = _lean(version["schema"]["openAPIV3Schema"])
    schema["properties"].pop("status", None)
    schema["required"] = ["spec"]
    return {
        "name": version["name"],
        "served": True,
        "storage": stored,
        "schema": {"openAPIV3Schema": schema},
    }


def trimmed(crd: dict[str, Any], versions: list[str]) -> dict[str, Any]:
    """The CRD with `versions` only, in that order."""
    by_name = {version["name"]: version for version in crd["spec"]["versions"]}
    names = crd["spec"]["names"]
    return {
        "apiVersion": crd["apiVersion"],
        "kind": crd["kind"],
        "metadata": {"name": crd["metadata"]["name"]},
        "spec": {
            "group": crd["spec"]["group"],
            "names": {key: names[key] for key in ("kind", "listKind", "plural", "singular") if key in names},
            "scope": crd["spec"]["scope"],
            "versions": [_version(by_name[name], stored=name == versions[-1]) for name in versions],
        },
    }


def _trim(source: Source, directory: Path) -> Iterator[dict[str, Any]]:
    crds = {
        crd["spec"]["names"]["kind"]: crd
        for file in source.files
        for crd in yaml.load_all((directory / file).read_text(), yaml.CSafeLoader)
        if crd
    }
    for kind, versions in source.kinds.items():
        yield trimmed(crds[kind], versions)


def _write(name: str, header: list[str], documents: list[dict[str, Any]]) -> None:
    text = "".join(f"# {line}\n" for line in header)
    text += yaml.dump_all(
        [share(document) for document in documents],
        Dumper=yaml.CSafeDumper,
        sort_keys=True,
        width=120,
        explicit_start=True,
    )
    (HERE / name).write_text(text)


def main(directory: Path) -> None:
    """Writes every file of `SOURCES`, and the outline of InferenceService for the typed import."""
    for source in SOURCES:
        documents = list(_trim(source, directory))
        header = [
            f"{source.upstream}, {source.path}",
            "Trimmed by crds/trim.py, which says what is left out.",
        ]
        _write(source.name, header, documents)
        if source.name == "kserve.yaml":
            outline = [
                "The outline of crds/kserve.yaml that the typed import is made from: predictor and model are",
                "typed; what is deeper (containers, volumes, transformer, ...) is open here, checked in full",
                "by constructs/cdk8s_iter8/specifications/schemas/inference-service.json.",
            ]
            _write("kserve-outline.yaml", header + outline, [outline_inference_service(crd) for crd in documents])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
