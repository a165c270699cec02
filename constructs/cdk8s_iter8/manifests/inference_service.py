"""The InferenceService of a version."""

from collections.abc import Mapping, Sequence
from typing import Any

from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.traffic.version import Version


def inference_service(
    version: Version,
    *,
    storage_uri: str | None = None,
    model_format: str | None = None,
    runtime: str | None = None,
    protocol_version: str | None = None,
    ports: Sequence[Mapping[str, Any]] = (),
    min_replicas: int | None = 1,
    spec: Mapping[str, Any] | None = None,
) -> Manifest:
    """Returns the InferenceService of a version.

    Args:
        version: The version, with the metadata of its InferenceService.
        storage_uri: Where the model is.
        model_format: The model's format, such as ``sklearn``.
        runtime: The serving runtime; default: KServe's choice.
        protocol_version: The inference protocol, such as ``v2``; default: the runtime's.
        ports: The ports of the model's server, with the keys of the Kubernetes API; default: the runtime's.
        min_replicas: Minimum number of pods that serve the model; None: the key is left out, as for ModelMesh.
        spec: The whole spec, instead of the other arguments; it must fit KServe's schema.

    Example:
        >>> made = inference_service(Version("m-0"), storage_uri="s3://m", model_format="sklearn")
        >>> made["spec"]["predictor"]["model"]
        {'modelFormat': {'name': 'sklearn'}, 'storageUri': 's3://m'}
    """
    model = {
        "modelFormat": {"name": model_format},
        "runtime": runtime,
        "storageUri": storage_uri,
        "protocolVersion": protocol_version,
        "ports": [dict(port) for port in ports] or None,
    }
    predictor = {"minReplicas": min_replicas, "model": _without_none(model)}
    made = {"predictor": _without_none(predictor)} if spec is None else dict(spec)
    return manifest("serving.kserve.io/v1beta1", "InferenceService", version.metadata, spec=made)


def _without_none(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None}
