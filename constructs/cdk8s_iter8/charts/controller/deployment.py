"""The pods of the routing controller."""

from cdk8s_plus_27.k8s import (
    ConfigMapVolumeSource,
    Container,
    ContainerPort,
    DeploymentSpec,
    DeploymentStrategy,
    EnvVar,
    HttpGetAction,
    IntOrString,
    KubeDeployment,
    LabelSelector,
    ObjectMeta,
    PodSecurityContext,
    Probe,
    RollingUpdateDeployment,
    SeccompProfile,
    TopologySpreadConstraint,
    Volume,
    VolumeMount,
)
from constructs import Construct

from cdk8s_iter8.charts.controller.pod import own_name, pod_template, resources, restricted
from cdk8s_iter8.charts.controller.volumes import CONFIG
from cdk8s_iter8.controller.labels import labels, selector
from cdk8s_iter8.values.routing_controller import RoutingControllerValues

IMAGE_USER = 65532  # as in the Containerfile
TOPOLOGIES = ("kubernetes.io/hostname", "topology.kubernetes.io/zone")


class RoutingDeployment(Construct):
    """The routing controller's pods, which meet the Pod Security Standard ``restricted`` and write nowhere.

    Emits a Deployment. A new pod is there before an old one goes: pods agree by a Lease which of them works.
    """

    def __init__(self, scope: Construct, id: str, *, values: RoutingControllerValues, fingerprint: str) -> None:
        """Adds the Deployment.

        Args:
            scope: Where it is added, usually a chart.
            id: Its id there.
            values: The controller's values.
            fingerprint: A text that changes when the pods must start anew: the controller reads its file once.
        """
        super().__init__(scope, id)
        template = pod_template(
            values,
            fingerprint,
            security_context=PodSecurityContext(
                run_as_non_root=True, seccomp_profile=SeccompProfile(type="RuntimeDefault")
            ),
            containers=[_container(values)],
            volumes=[Volume(name="config", config_map=ConfigMapVolumeSource(name=values.name))],
            topology_spread_constraints=_spread(values) if values.replicas > 1 else None,
        )
        one, none = IntOrString.from_number(1), IntOrString.from_number(0)
        KubeDeployment(
            self,
            "deployment",
            metadata=ObjectMeta(name=values.name, namespace=values.namespace, labels=labels(values)),
            spec=DeploymentSpec(
                replicas=values.replicas,
                selector=LabelSelector(match_labels=selector(values)),
                strategy=DeploymentStrategy(
                    type="RollingUpdate", rolling_update=RollingUpdateDeployment(max_surge=one, max_unavailable=none)
                ),
                template=template,
            ),
        )


def _container(values: RoutingControllerValues) -> Container:
    return Container(
        name=values.app_name,
        image=values.image,
        image_pull_policy=values.image_pull_policy,
        command=["cdk8s-iter8", "controller"],
        args=[
            f"--listen=:{values.port}",
            f"--lease={values.name}",
            f"--iter8-version={values.takes_version}",
            f"--drain-seconds={values.drain_seconds}",
            f"--log-level={values.log_level}",
            f"--log-format={values.log_format}",
        ],
        env=[EnvVar(name="CONFIG_FILE", value=f"{CONFIG}/config.yaml"), *own_name()],
        ports=[ContainerPort(name="http", container_port=values.port)],
        liveness_probe=_probe("/healthz", seconds=10),
        # A pod that stands by is ready, too: else a new pod could never take over.
        readiness_probe=_probe("/readyz", seconds=2),
        resources=resources(values),
        security_context=restricted(IMAGE_USER),
        volume_mounts=[VolumeMount(name="config", mount_path=CONFIG, read_only=True)],
    )


def _probe(path: str, *, seconds: int) -> Probe:
    get = HttpGetAction(path=path, port=IntOrString.from_string("http"))
    return Probe(http_get=get, period_seconds=seconds, timeout_seconds=5, failure_threshold=3)


def _spread(values: RoutingControllerValues) -> list[TopologySpreadConstraint]:
    return [
        TopologySpreadConstraint(
            max_skew=1,
            topology_key=topology,
            when_unsatisfiable="ScheduleAnyway",
            label_selector=LabelSelector(match_labels=selector(values)),
        )
        for topology in TOPOLOGIES
    ]
