"""Turns plain data into the generated structs of a CRD import.

cdk8s loses unknown and snake_case keys of a dict that stands where a struct is meant, without a word; so every level
becomes the struct it should be.
"""

import typing
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any, TypeVar

from cdk8s import ApiObject, ApiObjectMetadata, JsonPatch
from constructs import Construct

from cdk8s_iter8.manifests.normalized import normalized
from cdk8s_iter8.objects.duplicates import watch

T = TypeVar("T")


def struct(cls: type[T], data: Mapping[str, Any]) -> T:
    """Builds a generated struct from data with the keys of the Kubernetes API.

    Args:
        cls: A struct that `cdk8s import` generated, such as ``ServiceSpec``.
        data: Its fields as they are in YAML. It must fit the CRD's schema.

    Raises:
        TypeError: A field is not one of the struct's.
    """
    mapping: Mapping[str, str] = cls.__jsii_name_mapping__  # type: ignore[attr-defined]
    # cdk8s calls hostIPC hostIpc.
    names = {api.lower(): name for name, api in mapping.items()}
    unknown = sorted(key for key in data if key.lower() not in names)
    if unknown:
        raise TypeError(
            f"{cls.__name__} has no field {', '.join(unknown)}; it has {', '.join(sorted(mapping.values()))}"
        )
    hints = _hints(typing.cast("type", cls))
    return cls(**{(name := names[key.lower()]): _value(hints[name], value) for key, value in data.items()})


def _value(hint: Any, value: Any) -> Any:
    for alternative in typing.get_args(hint) if typing.get_origin(hint) is typing.Union else (hint,):
        inner = typing.get_args(alternative)
        if isinstance(value, Mapping):
            if hasattr(alternative, "__jsii_name_mapping__"):
                return struct(alternative, value)
            if inner and alternative is not dict[str, Any] and _is_struct(inner[-1]):
                return {key: _value(inner[-1], item) for key, item in value.items()}
        elif isinstance(value, Sequence) and not isinstance(value, str):
            if inner:
                return [_value(inner[0], item) for item in value]
        elif isinstance(alternative, type) and issubclass(alternative, Enum):
            return next(member for member in alternative if _letters(member.name) == _letters(value))
        elif hasattr(alternative, "from_number"):
            return alternative.from_string(value) if isinstance(value, str) else alternative.from_number(value)
    return value


def _is_struct(hint: Any) -> bool:
    alternatives = typing.get_args(hint) if typing.get_origin(hint) is typing.Union else (hint,)
    return any(
        hasattr(alternative, "__jsii_name_mapping__") or hasattr(alternative, "from_number")
        for alternative in alternatives
    )


def _letters(name: str) -> str:
    # cdk8s names the member for MESH_INTERNAL MESH_UNDERSCORE_INTERNAL.
    return "".join(filter(str.isalnum, name.replace("_UNDERSCORE_", "").replace("_HYPHEN_", ""))).lower()


# The generated class of each kind of object; imported when an object of it is added, since imports cost start-up.
_CLASSES = {
    ("v1", "ConfigMap"): "cdk8s_plus_27.k8s:KubeConfigMap",
    ("v1", "Service"): "cdk8s_plus_27.k8s:KubeService",
    ("apps/v1", "Deployment"): "cdk8s_plus_27.k8s:KubeDeployment",
    ("serving.knative.dev/v1", "Service"): "cdk8s_iter8_crds.dev.knative.serving:Service",
    ("serving.kserve.io/v1beta1", "InferenceService"): "cdk8s_iter8_crds.io.kserve.serving:InferenceService",
    ("networking.istio.io/v1beta1", "ServiceEntry"): "cdk8s_iter8_crds.io.istio.networking:ServiceEntry",
    (
        "gateway.networking.k8s.io/v1beta1",
        "ReferenceGrant",
    ): "cdk8s_iter8_crds.io.k8s.networking.gateway:ReferenceGrant",
}


def add_manifest(scope: Construct, manifest: Mapping[str, Any], id: str | None = None) -> ApiObject:
    """Adds an object from its manifest, typed where its kind is known and has all of the manifest's fields.

    When the app is synthesized, an object that stands in it twice is an error.

    A field may be younger than the generated types; then, as for other kinds, the object is added untyped.

    Args:
        scope: Where it is added.
        manifest: The object with the keys of the Kubernetes API. It must fit the schema of its kind.
        id: Its id there; default: its kind and name, such as ``Service-hello``.
    """
    own = id or _free_id(scope, f"{manifest['kind']}-{manifest['metadata']['name']}")
    fields = {key: value for key, value in manifest.items() if key not in ("apiVersion", "kind")}
    if place := _CLASSES.get((manifest["apiVersion"], manifest["kind"])):
        module, _, name = place.partition(":")
        cls: Any = getattr(import_module(module), name)
        hints = _hints(cls)
        try:
            typed = {key: _value(hints[key], value) for key, value in fields.items()}
        except TypeError:
            pass
        else:
            return watch(scope, manifest, cls(scope, own, **typed))
    # cdk8s emits what a JSON patch adds as it is, so it is put in the order that all other objects have.
    fields = {key: value for key, value in normalized(manifest).items() if key in fields}
    metadata = struct(ApiObjectMetadata, fields.pop("metadata"))
    untyped = ApiObject(scope, own, api_version=manifest["apiVersion"], kind=manifest["kind"], metadata=metadata)
    for key, value in fields.items():
        untyped.add_json_patch(JsonPatch.add(f"/{key}", value))
    return watch(scope, manifest, untyped)


def _free_id(scope: Construct, id: str) -> str:
    free, number = id, 1
    while scope.node.try_find_child(free):
        number += 1
        free = f"{id}-{number}"
    return free


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    return typing.get_type_hints(cls.__init__)  # type: ignore[misc]
