"""OpenAPI schemas of Kubernetes as strict JSON Schema (draft 2020-12): unknown fields are errors.

Two sources: the trimmed CRDs beside this file and, for built-in kinds, the definitions of the package
`kubernetes-validate`. A CRD leaves some places open (`x-kubernetes-preserve-unknown-fields`); where the
controller reads a Kubernetes type there, `FILLED` puts that type's schema in, since a misspelt field would
be kept by the API server and then ignored.
"""

import functools
from pathlib import Path

import yaml

from crds.kubernetes_schema import COPIED, Schema, built_in, definition

CORE = "io.k8s.api.core.v1."
META = "io.k8s.apimachinery.pkg.apis.meta.v1."
POD = "spec.template.spec."
FILLED: dict[tuple[str, str], dict[str, str]] = {
    ("serving.knative.dev/v1", "Service"): {
        "spec.template.metadata": META + "ObjectMeta",
        POD + "affinity": CORE + "Affinity",
        POD + "containers[].env[].valueFrom.fieldRef": CORE + "ObjectFieldSelector",
        POD + "containers[].env[].valueFrom.resourceFieldRef": CORE + "ResourceFieldSelector",
        POD + "dnsConfig": CORE + "PodDNSConfig",
        POD + "hostAliases[]": CORE + "HostAlias",
        POD + "initContainers[]": CORE + "Container",
        POD + "securityContext": CORE + "PodSecurityContext",
        POD + "tolerations[]": CORE + "Toleration",
        POD + "topologySpreadConstraints[]": CORE + "TopologySpreadConstraint",
        POD + "volumes[].csi": CORE + "CSIVolumeSource",
        POD + "volumes[].emptyDir": CORE + "EmptyDirVolumeSource",
        POD + "volumes[].ephemeral": CORE + "EphemeralVolumeSource",
        POD + "volumes[].hostPath": CORE + "HostPathVolumeSource",
        POD + "volumes[].image": CORE + "ImageVolumeSource",
        POD + "volumes[].persistentVolumeClaim": CORE + "PersistentVolumeClaimVolumeSource",
    }
}


class _Strict:
    """Converts one schema; `fills` maps a path to the Kubernetes type that belongs there."""

    def __init__(self, fills: dict[str, str]) -> None:
        self.fills = fills

    def convert(self, schema: Schema, path: str = "") -> Schema:
        if path in self.fills:
            return definition(self.fills[path])
        kept = {key: schema[key] for key in sorted(COPIED & schema.keys())}
        if schema.get("x-kubernetes-int-or-string"):
            return kept | {"type": ["integer", "string"]}
        for key in ("allOf", "anyOf", "oneOf"):
            if key in schema:
                kept[key] = [_condition(sub) for sub in schema[key]]
        if "not" in schema:
            kept["not"] = _condition(schema["not"])
        return kept | self._children(schema, path)

    def _children(self, schema: Schema, path: str) -> Schema:
        children: Schema = {}
        if "items" in schema:
            children["items"] = self.convert(schema["items"], path + "[]")
        if "properties" in schema:
            children["properties"] = {
                name: self.convert(sub, f"{path}.{name}".lstrip(".")) for name, sub in schema["properties"].items()
            }
        values = schema.get("additionalProperties")
        if isinstance(values, dict):
            children["additionalProperties"] = self.convert(values, path + ".*")
        elif schema.get("type") == "object" and not values and not _is_open(schema):
            children["additionalProperties"] = False
        return children


def _is_open(schema: Schema) -> bool:
    return bool(schema.get("x-kubernetes-preserve-unknown-fields"))


def _condition(schema: Schema) -> Schema:
    """A branch of `anyOf` and the like: it constrains, it does not list the fields."""
    return {
        key: [_condition(sub) for sub in value]
        if key in ("allOf", "anyOf", "oneOf")
        else _condition(value)
        if key == "not"
        else {name: _condition(sub) for name, sub in value.items()}
        if key == "properties"
        else value
        for key, value in schema.items()
        if not key.startswith("x-")
    }


@functools.cache
def crds() -> dict[tuple[str, str], Schema]:
    """The complete trimmed CRD schemas by (apiVersion, kind)."""
    found: dict[tuple[str, str], Schema] = {}
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        if path.stem.endswith("-outline"):
            continue
        for crd in yaml.load_all(path.read_text(), yaml.CSafeLoader):
            spec = crd["spec"]
            for version in spec["versions"]:
                key = f"{spec['group']}/{version['name']}", spec["names"]["kind"]
                found[key] = version["schema"]["openAPIV3Schema"]
    return found


def object_schema(api_version: str, kind: str) -> Schema | None:
    """The strict schema of a whole object, or None for a kind that is not known.

    `apiVersion`, `kind` and `metadata` are allowed, not required, and `status` is refused: it is what users
    and programs write, never what a cluster returns.
    """
    crd = crds().get((api_version, kind))
    if crd is not None:
        schema = _Strict(FILLED.get((api_version, kind), {})).convert(crd)
    else:
        built = built_in(api_version, kind)
        if built is None:
            return None
        schema = built
    properties = {name: sub for name, sub in schema["properties"].items() if name != "status"}
    properties |= {
        "apiVersion": {"const": api_version},
        "kind": {"const": kind},
        "metadata": definition(META + "ObjectMeta"),
    }
    return schema | {"properties": properties}
