"""Turns plain data into the generated structs of a CRD import.

If a dict stands in the place of a struct, cdk8s drops its unknown and its snake_case keys without an error. So every
level becomes a struct.
"""

import typing
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
        data: The fields of the struct, spelled as in YAML. They must fit the CRD's schema.

    Raises:
        TypeError: A field is not one of the struct's.
    """
    names, hints = _names(typing.cast("type", cls)), _hints(typing.cast("type", cls))
    unknown = sorted(key for key in data if key.lower() not in names)
    if unknown:
        known = sorted(cls.__jsii_name_mapping__.values())  # type: ignore[attr-defined]
        raise TypeError(f"{cls.__name__} has no field {', '.join(unknown)}; it has {', '.join(known)}")
    return cls(**{(name := names[key.lower()]): _value(hints[name], value) for key, value in data.items()})


@cache
def _names(cls: type) -> Mapping[str, str]:
    """Returns the names of a struct's fields in Python, by their names in YAML in lower case: hostIPC is hostIpc."""
    mapping: Mapping[str, str] = cls.__jsii_name_mapping__  # type: ignore[attr-defined]
    return {api.lower(): name for name, api in mapping.items()}


@cache
def _alternatives(hint: Any) -> Sequence[tuple[Any, tuple[Any, ...]]]:
    """Returns the types that a hint allows, each with its own arguments."""
    allowed = typing.get_args(hint) if typing.get_origin(hint) is typing.Union else (hint,)
    return [(allowed_type, typing.get_args(allowed_type)) for allowed_type in allowed]


def _value(hint: Any, value: Any) -> Any:
    for alternative, inner in _alternatives(hint):
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


@cache
def _is_struct(hint: Any) -> bool:
    return any(
        hasattr(alternative, "__jsii_name_mapping__") or hasattr(alternative, "from_number")
        for alternative, _ in _alternatives(hint)
    )


def _letters(name: str) -> str:
    # cdk8s names the member for MESH_INTERNAL MESH_UNDERSCORE_INTERNAL.
    return "".join(filter(str.isalnum, name.replace("_UNDERSCORE_", "").replace("_HYPHEN_", ""))).lower()


# The generated class of every kind of object. It is imported when an object is added, because imports take time.
_CLASSES = {
    ("v1", "ConfigMap"): "cdk8s_plus_27.k8s:KubeConfigMap",
    ("v1", "PersistentVolumeClaim"): "cdk8s_plus_27.k8s:KubePersistentVolumeClaim",
    ("v1", "Secret"): "cdk8s_plus_27.k8s:KubeSecret",
    ("v1", "Service"): "cdk8s_plus_27.k8s:KubeService",
    ("v1", "ServiceAccount"): "cdk8s_plus_27.k8s:KubeServiceAccount",
    ("apps/v1", "Deployment"): "cdk8s_plus_27.k8s:KubeDeployment",
    ("apps/v1", "StatefulSet"): "cdk8s_plus_27.k8s:KubeStatefulSet",
    ("networking.k8s.io/v1", "NetworkPolicy"): "cdk8s_plus_27.k8s:KubeNetworkPolicy",
    ("policy/v1", "PodDisruptionBudget"): "cdk8s_plus_27.k8s:KubePodDisruptionBudget",
    ("rbac.authorization.k8s.io/v1", "ClusterRole"): "cdk8s_plus_27.k8s:KubeClusterRole",
    ("rbac.authorization.k8s.io/v1", "ClusterRoleBinding"): "cdk8s_plus_27.k8s:KubeClusterRoleBinding",
    ("rbac.authorization.k8s.io/v1", "Role"): "cdk8s_plus_27.k8s:KubeRole",
    ("rbac.authorization.k8s.io/v1", "RoleBinding"): "cdk8s_plus_27.k8s:KubeRoleBinding",
    ("serving.knative.dev/v1", "Service"): "cdk8s_iter8_crds.dev.knative.serving:Service",
    ("serving.kserve.io/v1beta1", "InferenceService"): "cdk8s_iter8_crds.io.kserve.serving:InferenceService",
    ("networking.istio.io/v1beta1", "ServiceEntry"): "cdk8s_iter8_crds.io.istio.networking:ServiceEntry",
    (
        "gateway.networking.k8s.io/v1beta1",
        "ReferenceGrant",
    ): "cdk8s_iter8_crds.io.k8s.networking.gateway:ReferenceGrant",
}


def add_manifests(scope: Construct, manifests: Iterable[Mapping[str, Any]]) -> None:
    """Adds objects to a construct that has none yet, as `add_manifest` does.

    Args:
        scope: Where the objects are added.
        manifests: The objects. An id is the object's kind and name, such as ``Service-hello``, and a number if needed.
    """
    numbers: Counter[str] = Counter()
    for manifest in manifests:
        name = f"{manifest['kind']}-{manifest['metadata']['name']}"
        numbers[name] += 1
        add_manifest(scope, manifest, name if numbers[name] == 1 else f"{name}-{numbers[name]}")


def add_manifest(scope: Construct, manifest: Mapping[str, Any], id: str) -> ApiObject:
    """Adds an object from its manifest.

    The object is typed if there is a generated type of its kind that has all fields of the manifest, else untyped. If
    the app has an object twice, synthesis reports an error.

    Args:
        scope: Where the object is added.
        manifest: The object with the keys of the Kubernetes API. It must fit the schema of its kind.
        id: The id of the object in its scope.
    """
    fields = {key: value for key, value in manifest.items() if key not in ("apiVersion", "kind")}
    if place := _CLASSES.get((manifest["apiVersion"], manifest["kind"])):
        module, _, name = place.partition(":")
        cls: Any = getattr(import_module(module), name)
        hints = _hints(cls)
        names = {key: _snake_case(key) for key in fields}
        try:
            typed = {names[key]: _value(hints[names[key]], value) for key, value in fields.items()}
        except TypeError:
            pass
        else:
            return watch(scope, manifest, cls(scope, id, **typed))
    # cdk8s does not sort the keys that a JSON patch adds, so they are sorted here.
    fields = {key: value for key, value in normalized(manifest).items() if key in fields}
    metadata = struct(ApiObjectMetadata, fields.pop("metadata"))
    untyped = ApiObject(scope, id, api_version=manifest["apiVersion"], kind=manifest["kind"], metadata=metadata)
    for key, value in fields.items():
        untyped.add_json_patch(JsonPatch.add(f"/{key}", value))
    return watch(scope, manifest, untyped)


@cache
def _snake_case(key: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in key)


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    return typing.get_type_hints(cls.__init__)  # type: ignore[misc]
