"""LeaderWorkerSets behind Istio: models that are too large for one pod, which the Iter8 chart does not know."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from cdk8s_iter8.extension import (
    SHIPPED,
    Backend,
    Environment,
    ExternalServiceValues,
    Image,
    IstioRouter,
    Manifest,
    Port,
    Problem,
    ProblemsError,
    ReleaseApplication,
    ReleaseVersion,
    Resource,
    ResourceType,
    Router,
    ServiceAddress,
    ServiceValues,
    Specification,
    Version,
    VersionValues,
    checked_by,
    deployment_schema,
    manifest,
    release_service,
    rule,
    version_service,
)

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
    """A version that is a LeaderWorkerSet: its image, or the whole object."""

    image: Image | None = Field(default=None, description="Container image of every pod; the set is made from it.")
    port: Port | None = Field(default=None, description="Port of the leaders' containers; default: the application's.")
    size: Count = Field(default=1, description="Pods that serve one copy of the model: a leader and its workers.")
    replicas: Count = Field(default=1, description="Copies of the model.")
    leader_worker_set_specification: LeaderWorkerSetSpecification | None = Field(
        default=None, description="The whole LeaderWorkerSet, instead of image, size and replicas."
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

    def backend(self, version: ReleaseVersion[LeaderWorkerSetValues]) -> Backend:
        """Returns the leaders' Service, for requests and for mirrored requests."""
        placed = _placed(version)
        port = version.values.port or version.release.application.port
        leaders = ServiceAddress(_leaders(placed), placed.namespace, port)
        return Backend(
            placed.name,
            placed.namespace,
            leaders,
            resources=(
                Resource("lws", placed.name, placed.namespace),
                Resource("svc", leaders.name, placed.namespace),
            ),
            mirror=leaders,
        )

    def manifests(self, version: ReleaseVersion[LeaderWorkerSetValues]) -> Iterator[Manifest]:
        """Yields the LeaderWorkerSet and the leaders' Service."""
        placed = _placed(version)
        port = version.values.port or version.release.application.port
        spec = _spec(placed.name, version.values, port)
        yield manifest("leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet", placed.metadata, spec=spec)
        leaders = {f"{LABELS}/name": placed.name, f"{LABELS}/worker-index": "0"}
        yield version_service(
            replace(placed, name=_leaders(placed)), spec={"selector": leaders, "ports": [{"port": port}]}
        )

    def entry(self, release: ReleaseApplication[LeaderWorkerSetValues]) -> Iterator[Manifest]:
        """Yields the Service that callers use, an alias of a gateway."""
        if release.strategy.name != "none":
            application, external_name = release.application, release.values.service.external_name
            yield release_service(application.name, application.namespace, external_name)

    def problems(self, release: ReleaseApplication[LeaderWorkerSetValues]) -> Iterator[Problem]:
        """Yields problems of names that are too long for the leaders' Service."""
        for index, version in enumerate(release.versions):
            name = _leaders(_placed(version))
            if len(name) > 63:
                text = f"'{name}', its leaders' Service, has {len(name)} characters, at most 63 are possible"
                yield Problem(("application", "versions", index), text)


def _placed(version: ReleaseVersion[LeaderWorkerSetValues]) -> Version:
    """Returns a version with the metadata of its LeaderWorkerSet."""
    return version.with_metadata_of(version.values.leader_worker_set_specification)


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
