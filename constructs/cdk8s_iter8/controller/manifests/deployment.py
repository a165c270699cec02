"""The pods of the routing controller."""

from typing import Any

from cdk8s_iter8.controller.labels import selector
from cdk8s_iter8.controller.manifests.metadata import metadata
from cdk8s_iter8.controller.manifests.pod import own_name, pod_template, resources, restricted
from cdk8s_iter8.manifests.manifest import Manifest, manifest
from cdk8s_iter8.values.routing_controller import RoutingControllerValues

IMAGE_USER = 65532  # as in the Containerfile
CONFIG = "/config"
TOPOLOGIES = ("kubernetes.io/hostname", "topology.kubernetes.io/zone")


def routing_deployment(values: RoutingControllerValues, fingerprint: str) -> Manifest:
    """Returns the routing controller's pods, which meet the Pod Security Standard ``restricted`` and write nowhere.

    They are a Deployment. A new pod is there before an old one goes: pods agree by a Lease which of them works.

    Args:
        values: The controller's values.
        fingerprint: A text that changes when the pods must start anew: the controller reads its file once.
    """
    pods = {
        "securityContext": {"runAsNonRoot": True, "seccompProfile": {"type": "RuntimeDefault"}},
        "containers": [_container(values)],
        "volumes": [{"name": "config", "configMap": {"name": values.name}}],
        **({"topologySpreadConstraints": _spread(values)} if values.replicas > 1 else {}),
    }
    spec = {
        "replicas": values.replicas,
        "selector": {"matchLabels": selector(values)},
        "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": 1, "maxUnavailable": 0}},
        "template": pod_template(values, fingerprint, pods),
    }
    return manifest("apps/v1", "Deployment", metadata(values), spec=spec)


def _container(values: RoutingControllerValues) -> dict[str, Any]:
    return {
        "name": values.app_name,
        "image": values.image,
        "imagePullPolicy": values.image_pull_policy,
        "command": ["cdk8s-iter8", "controller"],
        "args": [
            f"--listen=:{values.port}",
            f"--lease={values.name}",
            f"--iter8-version={values.takes_version}",
            f"--drain-seconds={values.drain_seconds}",
            f"--log-level={values.log_level}",
            f"--log-format={values.log_format}",
        ],
        "env": [{"name": "CONFIG_FILE", "value": f"{CONFIG}/config.yaml"}, *own_name()],
        "ports": [{"name": "http", "containerPort": values.port}],
        "livenessProbe": _probe("/healthz", seconds=10),
        # A pod that stands by is ready, too: else a new pod could never take over.
        "readinessProbe": _probe("/readyz", seconds=2),
        "resources": resources(values),
        "securityContext": restricted(IMAGE_USER),
        "volumeMounts": [{"name": "config", "mountPath": CONFIG, "readOnly": True}],
    }


def _probe(path: str, *, seconds: int) -> dict[str, Any]:
    get = {"path": path, "port": "http"}
    return {"httpGet": get, "periodSeconds": seconds, "timeoutSeconds": 5, "failureThreshold": 3}


def _spread(values: RoutingControllerValues) -> list[dict[str, Any]]:
    return [
        {
            "maxSkew": 1,
            "topologyKey": topology,
            "whenUnsatisfiable": "ScheduleAnyway",
            "labelSelector": {"matchLabels": selector(values)},
        }
        for topology in TOPOLOGIES
    ]
