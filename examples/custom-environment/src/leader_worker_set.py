"""LeaderWorkerSets behind Istio: models that are too large for one pod, which the Iter8 chart does not know."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import Field, model_validator

from cdk8s_iter8.extension import (
    SHIPPED,
    Address,
    AnyValues,
    Application,
    Backend,
    Environment,
    ExternalServiceValues,
    Image,
    IstioRouter,
    Metadata,
    Port,
    Problem,
    ProblemsError,
    Resource,
    ResourceType,
    Router,
    ServiceValues,
    Specification,
    Strategy,
    Version,
    VersionValues,
    checked_by,
    deployment_schema,
    rule,
)

if TYPE_CHECKING:  # values and previews need no cdk8s
    from constructs import Construct

LABELS = "leaderworkerset.sigs.k8s.io"


def schema() -> str:
    """Returns the JSON Schema of a LeaderWorkerSet; its pods are like those of a Deployment."""
    deployment = json.loads(deployment_schema())
    pod = deployment["properties"]["spec"]["properties"]["template"]
    template = {
        "leaderTemplate": pod,
        "workerTemplate": pod,
        "size": {"type": "integer", "minimum": 1},
        "restartPolicy": {"enum": ["RecreateGroupOnPodRestart", "RecreateGroupAfterStart", "None"]},
    }
    spec = {
        "replicas": {"type": "integer", "minimum": 0},
        "leaderWorkerTemplate": _closed(template, required="workerTemplate"),
        "startupPolicy": {"enum": ["LeaderCreated", "LeaderReady"]},
        "rolloutStrategy": {"type": "object"},
        "networkConfig": {"type": "object"},
    }
    properties = {"spec": _closed(spec, required="leaderWorkerTemplate")}
    return json.dumps({"type": "object", "properties": properties, "$defs": deployment["$defs"]})


def _closed(properties: dict[str, Any], *, required: str) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": [required], "additionalProperties": False}


Count = Annotated[int, Field(ge=1), rule("a number of pods (an integer from 1)")]


class LeaderWorkerSetSpecification(Specification):
    """A whole LeaderWorkerSet."""

    spec: Annotated[dict[str, Any], checked_by(schema)] = Field(description="The LeaderWorkerSet's spec.")


class LeaderWorkerSetValues(VersionValues):
    """A version that is a LeaderWorkerSet: its image, or all of it."""

    image: Image | None = Field(None, description="Container image of every pod; the set is made from it.")
    port: Port | None = Field(None, description="Port of the leaders' containers; default: the application's.")
    size: Count = Field(1, description="Pods that serve one copy of the model: a leader and its workers.")
    replicas: Count = Field(1, description="Copies of the model.")
    leader_worker_set_specification: LeaderWorkerSetSpecification | None = Field(
        None, description="The whole LeaderWorkerSet, instead of image, size and replicas."
    )

    @model_validator(mode="after")
    def _image_or_specification(self) -> "LeaderWorkerSetValues":
        if (self.image is None) == (self.leader_worker_set_specification is None):
            raise ProblemsError([Problem((), "needs either image or leaderWorkerSetSpecification")])
        return self


class LeaderWorkerSetIstio(Environment[LeaderWorkerSetValues]):
    """Each version is a LeaderWorkerSet; its leaders answer, behind a Service of their own."""

    name: ClassVar[str] = "leader-worker-set-istio"
    version_values: ClassVar[type[VersionValues]] = LeaderWorkerSetValues
    service_values: ClassVar[type[ServiceValues]] = ExternalServiceValues
    resource_types: ClassVar[Mapping[str, ResourceType]] = {
        "lws": ResourceType("leaderworkerset.x-k8s.io", "v1", "leaderworkersets", ("Available",)),
        "svc": SHIPPED["svc"],
    }
    router: ClassVar[Router | None] = IstioRouter()

    def resources(self, version: Version, values: LeaderWorkerSetValues) -> tuple[Resource, ...]:
        """Returns the LeaderWorkerSet and the leaders' Service."""
        placed = _placed(version, values)
        return (
            Resource("lws", placed.name, placed.namespace),
            Resource("svc", _leaders(placed), placed.namespace),
        )

    def backend(self, version: Version, values: LeaderWorkerSetValues, release: AnyValues) -> Backend:
        """Returns the leaders' Service, for requests and for copies."""
        placed = _placed(version, values)
        port = values.port or release.application.port
        address = Address(f"{_leaders(placed)}.{placed.namespace}.svc.cluster.local", port)
        return Backend(placed.name, placed.namespace, address, mirror=address)

    def add_version(
        self,
        scope: "Construct",
        version: Version,
        values: LeaderWorkerSetValues,
        release: AnyValues,
    ) -> None:
        """Adds the LeaderWorkerSet and the leaders' Service."""
        from cdk8s import ApiObject, ApiObjectMetadata, JsonPatch

        from cdk8s_iter8 import VersionService

        placed, port = _placed(version, values), values.port or release.application.port
        workload = ApiObject(
            scope,
            f"{version.name}-set",
            api_version="leaderworkerset.x-k8s.io/v1",
            kind="LeaderWorkerSet",
            metadata=ApiObjectMetadata(
                name=placed.name,
                namespace=placed.namespace,
                labels=placed.watched_labels,
                annotations=dict(placed.annotations) or None,
            ),
        )
        workload.add_json_patch(JsonPatch.add("/spec", _spec(placed.name, values, port)))
        leaders = {f"{LABELS}/name": placed.name, f"{LABELS}/worker-index": "0"}
        VersionService(
            scope,
            f"{version.name}-leaders",
            version=replace(placed, name=_leaders(placed)),
            spec={"selector": leaders, "ports": [{"port": port}]},
        )

    def add_entry(self, scope: "Construct", application: Application, release: AnyValues) -> None:
        """Adds the Service that callers use, an alias of a gateway."""
        from cdk8s_iter8 import ReleaseService

        ReleaseService(
            scope,
            "service",
            name=application.name,
            namespace=application.namespace,
            external_name=release.service.external_name,
        )

    def problems(self, release: AnyValues, versions: tuple[Version, ...], strategy: Strategy) -> Iterator[Problem]:  # noqa: ARG002
        """Yields names that are too long for the leaders' Service."""
        for index, (version, values) in enumerate(zip(versions, release.application.versions, strict=True)):
            name = _leaders(_placed(version, values))
            if len(name) > 63:
                text = f"'{name}', its leaders' Service, has {len(name)} characters, at most 63 are possible"
                yield Problem(("application", "versions", index), text)


def _placed(version: Version, values: LeaderWorkerSetValues) -> Version:
    """A version with its LeaderWorkerSet's own metadata, which wins over the version's."""
    specification = values.leader_worker_set_specification
    return version.with_metadata(specification.metadata if specification else Metadata())


def _leaders(placed: Version) -> str:
    # The set's own name is taken: it gets a headless Service for all of its pods.
    return f"{placed.name}-leaders"


def _spec(name: str, values: LeaderWorkerSetValues, port: int) -> dict[str, Any]:
    if values.leader_worker_set_specification:
        return values.leader_worker_set_specification.spec
    container = {"name": name, "image": values.image, "ports": [{"containerPort": port}]}
    return {
        "replicas": values.replicas,
        "leaderWorkerTemplate": {"size": values.size, "workerTemplate": {"spec": {"containers": [container]}}},
    }
