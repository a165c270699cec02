"""Specs and annotations of Knative Services that Knative refuses or takes, each with the words that say so.

Asked about them are the rules of this project, `tests.support.knative_judge`, and the webhook in a cluster.
"""

from typing import Any

Spec = dict[str, Any]

AUTOSCALING = "autoscaling.knative.dev/"
QUEUE = "queue.sidecar.serving.knative.dev/"
KPA = {f"{AUTOSCALING}class": "kpa.autoscaling.knative.dev"}
HPA = {f"{AUTOSCALING}class": "hpa.autoscaling.knative.dev"}
DIGEST = "sha256:" + "0" * 64


def pod(*containers: Spec, **fields: Any) -> Spec:
    return {"template": {"spec": {"containers": list(containers) or [{"image": "hello"}], **fields}}}


def container(**fields: Any) -> Spec:
    return pod({"image": "hello", **fields})


def sidecar(**fields: Any) -> Spec:
    return pod({"image": "hello", "ports": [{"containerPort": 80}]}, {"image": "sidecar", **fields})


def env(**fields: Any) -> Spec:
    return container(env=[fields])


def annotated(annotations: dict[str, str] | None = None, **scaling: str) -> Spec:
    named = {f"{AUTOSCALING}{name.replace('_', '-')}": value for name, value in scaling.items()}
    return {**pod(), "template": {**pod()["template"], "metadata": {"annotations": {**(annotations or {}), **named}}}}


def mounted(*mounts: Spec, volume: Spec | None = None, **fields: Any) -> Spec:
    volumes = [{"name": "data", **({"emptyDir": {}} if volume is None else volume)}]
    given = list(mounts) or [{"name": "data", "mountPath": "/data"}]
    return pod({"image": "hello", "volumeMounts": given, **fields}, volumes=volumes)


def projected(**source: Any) -> Spec:
    return mounted(volume={"projected": {"sources": [source]}})


def traffic(*targets: Spec) -> Spec:
    return {**pod(), "traffic": list(targets)}


CONTAINER = "template.spec.containers[0]"
SOURCE = "template.spec.volumes[0].projected.sources[0]"
LABEL: Spec = {"path": "a", "fieldRef": {"fieldPath": "metadata.labels"}}
LABELS: Spec = {"downwardAPI": {"items": [LABEL]}}
GET: Spec = {"httpGet": {"path": "/"}}


def scaling(name: str) -> str:
    return f"template.metadata.annotations['{AUTOSCALING}{name}']"


# A spec; the place and the start of our words; words of Knative or Kubernetes.
REFUSED: list[tuple[Spec, str, str]] = [
    # --- the container's variables
    (env(name="PORT"), f"{CONTAINER}.env[0].name: 'PORT' is a reserved environment variable", "reserved environment"),
    (env(name="K_SERVICE"), f"{CONTAINER}.env[0].name: 'K_SERVICE' is a reserved environment", "reserved environment"),
    (env(name=""), f"{CONTAINER}.env[0].name: '' is a missing value", "missing field(s)"),
    (env(name="a=b"), f"{CONTAINER}.env[0].name: 'a=b' is not a variable's name", "dry run failed"),
    (container(env=[{"name": "A"}, {"name": "A"}]), f"{CONTAINER}.env[1].name: 'A' is a duplicate", "Duplicate value"),
    (env(name="A", valueFrom={}), f"{CONTAINER}.env[0].valueFrom: expected exactly one", "must specify one of"),
    (
        env(name="A", value="a", valueFrom={"secretKeyRef": {"name": "a", "key": "b"}}),
        f"{CONTAINER}.env[0]: expected exactly one, got both value and valueFrom",
        "may not be specified when `value`",
    ),
    (
        env(name="A", valueFrom={"secretKeyRef": {"name": "a", "key": "b c"}}),
        f"{CONTAINER}.env[0].valueFrom.secretKeyRef.key: 'b c' is not a key",
        "dry run failed",
    ),
    (container(envFrom=[{}]), f"{CONTAINER}.envFrom[0]: expected exactly one, got neither", "got neither"),
    (
        container(envFrom=[{"configMapRef": {"name": "a"}, "secretRef": {"name": "b"}}]),
        f"{CONTAINER}.envFrom[0]: expected exactly one, got both",
        "got both",
    ),
    (
        container(envFrom=[{"configMapRef": {"name": ""}}]),
        f"{CONTAINER}.envFrom[0].configMapRef.name: is missing",
        "Required value",
    ),
    (
        container(envFrom=[{"prefix": "=", "secretRef": {"name": "a"}}]),
        f"{CONTAINER}.envFrom[0].prefix: '=' is not a variable's name",
        "dry run failed",
    ),
    # --- its name, image and words
    (container(name="queue-proxy"), f"{CONTAINER}.name: 'queue-proxy' is a reserved container name", "reserved"),
    (container(name="Hello"), f"{CONTAINER}.name: 'Hello' is not a DNS label", "RFC 1123"),
    (
        pod({"image": "hello", "name": "a", "ports": [{"containerPort": 80}]}, {"image": "hello", "name": "a"}),
        "template.spec.containers[1].name: 'a' is a duplicate container name",
        'duplicate container name "a"',
    ),
    (pod({"image": "Hello"}), f"{CONTAINER}.image: 'Hello' is not a container image", "Failed to parse image"),
    (pod({"image": "a"}), f"{CONTAINER}.image: 'a' is not a container image", "Failed to parse image"),
    (pod({"image": "ab:" + "c" * 129}), f"{CONTAINER}.image: 'ab:ccc", "Failed to parse image"),
    (pod({"image": "ab@sha256:0123"}), f"{CONTAINER}.image: 'ab@sha256:0123' is not", "Failed to parse image"),
    (pod({"image": "a.b/c"}), f"{CONTAINER}.image: 'a.b/c' is not", "Failed to parse image"),
    (pod({"image": ""}), f"{CONTAINER}.image: is missing", "missing field(s)"),
    (container(imagePullPolicy="Sometimes"), f"{CONTAINER}.imagePullPolicy: 'Sometimes' is an invalid", "Unsupported"),
    (
        container(terminationMessagePolicy="None"),
        f"{CONTAINER}.terminationMessagePolicy: 'None' is an invalid value (known: File, FallbackToLogsOnError)",
        "invalid value",
    ),
    (
        container(ports=[{"containerPort": 80, "protocol": "UDP"}]),
        f"{CONTAINER}.ports[0].protocol: 'UDP' is an invalid value (known: TCP)",
        "invalid value: UDP",
    ),
    (container(ports=[{"containerPort": 80, "name": "web"}]), f"{CONTAINER}.ports[0].name: 'web'", "is not allowed"),
    (container(ports=[{"containerPort": 8012}]), f"{CONTAINER}.ports[0].containerPort: 8012 is a", "reserved port"),
    (container(ports=[{"containerPort": 65536}]), f"{CONTAINER}.ports[0].containerPort: 65536", "65535"),
    # --- security and resources
    (container(securityContext={"runAsUser": -1}), f"{CONTAINER}.securityContext.runAsUser: -1 is out of", "0 <= -1"),
    (
        container(securityContext={"runAsGroup": 2**31}),
        f"{CONTAINER}.securityContext.runAsGroup: 2147483648 is out of bounds",
        "expected 0 <= 2147483648",
    ),
    (container(securityContext={"privileged": True}), f"{CONTAINER}.securityContext.privileged: true", "must not set"),
    (
        container(resources={"limits": {"cpu": "1"}, "requests": {"cpu": "1001m"}}),
        f"{CONTAINER}.resources.requests.cpu: '1001m' is more than the limit: it must be less than or equal to '1'",
        "must be less than or equal to cpu limit",
    ),
    (container(resources={"limits": {"cpu": "-1m"}}), f"{CONTAINER}.resources.limits.cpu: '-1m'", "greater than or"),
    (container(resources={"limits": {"cores": "1"}}), f"{CONTAINER}.resources.limits.cores: is not", "standard"),
    # --- probes
    (
        container(livenessProbe={**GET, "tcpSocket": {}}),
        f"{CONTAINER}.livenessProbe: expected exactly one, got both httpGet and tcpSocket",
        "got both",
    ),
    (container(livenessProbe={}), f"{CONTAINER}.livenessProbe: expected exactly one, got neither", "got neither"),
    (
        container(readinessProbe={**GET, "exec": {"command": ["a"]}}),
        f"{CONTAINER}.readinessProbe: expected exactly one, got both httpGet and exec",
        "got both",
    ),
    (
        container(readinessProbe={"httpGet": {"port": "admin"}}),
        f"{CONTAINER}.readinessProbe.httpGet.port: 'admin' is another port: the probe's must match",
        "Probe port must match container port",
    ),
    (
        container(readinessProbe={**GET, "periodSeconds": 0, "failureThreshold": 3}),
        f"{CONTAINER}.readinessProbe.failureThreshold: 3 is disallowed when periodSeconds is zero",
        "disallowed when periodSeconds is zero",
    ),
    (
        container(readinessProbe={**GET, "timeoutSeconds": 1}),
        f"{CONTAINER}.readinessProbe.timeoutSeconds: 1 is disallowed when periodSeconds is zero",
        "disallowed when periodSeconds is zero",
    ),
    (container(readinessProbe={"successThreshold": -1}), f"{CONTAINER}.readinessProbe.successThreshold: -1", "1 <= -1"),
    (
        container(livenessProbe={**GET, "successThreshold": 2}),
        f"{CONTAINER}.livenessProbe.successThreshold: 2 is not 1",
        "must be 1",
    ),
    (container(livenessProbe={**GET, "periodSeconds": -1}), f"{CONTAINER}.livenessProbe.periodSeconds: -1", "dry run"),
    (container(livenessProbe={"exec": {}}), f"{CONTAINER}.livenessProbe.exec.command: is missing", "Required value"),
    (container(livenessProbe={"grpc": {"port": 0}}), f"{CONTAINER}.livenessProbe.grpc.port: 0 is out of", "dry run"),
    (
        container(livenessProbe={"httpGet": {"scheme": "http"}}),
        f"{CONTAINER}.livenessProbe.httpGet.scheme: 'http' is an invalid value (known: HTTP, HTTPS)",
        "Unsupported value",
    ),
    (container(startupProbe={**GET}), f"{CONTAINER}.startupProbe.httpGet.port: 0 is not a port", "dry run failed"),
    (
        sidecar(livenessProbe={"httpGet": {"path": "/"}}),
        "template.spec.containers[1].livenessProbe.httpGet.port: is missing",
        "Probe port must be specified",
    ),
    # --- volumes
    (
        pod(volumes=[{"name": "data", "emptyDir": {}}]),
        "template.spec.volumes[0].name: 'data': volume not mounted",
        'volume with name "data" not mounted',
    ),
    (
        container(volumeMounts=[{"name": "data", "mountPath": "/data"}]),
        f"{CONTAINER}.volumeMounts[0].name: 'data': volumeMount has no matching volume",
        "volumeMount has no matching volume",
    ),
    (
        mounted({"name": "data", "mountPath": "data"}),
        f"{CONTAINER}.volumeMounts[0].mountPath: 'data' is not an absolute path",
        "invalid value: data",
    ),
    (
        mounted({"name": "data", "mountPath": "/a"}, {"name": "data", "mountPath": "/b/../a/"}),
        f"{CONTAINER}.volumeMounts[1].mountPath: '/b/../a/' is a duplicate path: it must be unique",
        "must be unique",
    ),
    (mounted({"name": "data", "mountPath": "/dev/"}), f"{CONTAINER}.volumeMounts[0].mountPath: '/dev/'", "reserved"),
    (mounted(volume={}), "template.spec.volumes[0]: expected exactly one, got neither", "got neither"),
    (
        mounted(volume={"emptyDir": {}, "secret": {"secretName": "a"}}),
        "template.spec.volumes[0]: expected exactly one, got both",
        "got both",
    ),
    (mounted(volume={"secret": {}}), "template.spec.volumes[0].secret.secretName: is missing", "Required value"),
    (
        mounted(volume={"configMap": {"name": "a", "defaultMode": 512}}),
        "template.spec.volumes[0].configMap.defaultMode: 512 is out of bounds: expected 0 to 511",
        "dry run failed",
    ),
    (mounted(volume={"emptyDir": {"medium": "Disk"}}), "template.spec.volumes[0].emptyDir.medium: 'Disk'", "invalid"),
    (
        projected(configMap={"name": "a", "items": [{"key": "a", "path": "../b"}]}),
        f"{SOURCE}.configMap.items[0].path: '../b' is not a relative path",
        "dry run failed",
    ),
    (projected(serviceAccountToken={}), f"{SOURCE}.serviceAccountToken.path: is missing", "Required value"),
    (
        projected(serviceAccountToken={"path": "a", "expirationSeconds": 599}),
        f"{SOURCE}.serviceAccountToken.expirationSeconds: 599 is out of bounds",
        "10 minutes",
    ),
    (
        mounted(volume={"projected": {"sources": [LABELS, {"downwardAPI": {"items": [LABEL]}}]}}),
        "template.spec.volumes[0].projected.sources[1].downwardAPI.items[0].path: 'a' is a duplicate path",
        "conflicting duplicate paths",
    ),
    (projected(), f"{SOURCE}: expected exactly one, got neither", "got neither"),
    (projected(downwardAPI={"items": []}), f"{SOURCE}.downwardAPI.items: an empty list", "must not set the field(s)"),
    # --- what only the sweep over the whole schema found
    (
        container(readinessProbe={"httpGet": {"port": 2**31}}),
        f"{CONTAINER}.readinessProbe.httpGet.port: 2147483648 is out of bounds",
        "cannot unmarshal number",
    ),
    (
        container(livenessProbe={**GET, "failureThreshold": 2**31}),
        f"{CONTAINER}.livenessProbe.failureThreshold: 2147483648 is out of bounds",
        "cannot unmarshal number",
    ),
    (
        container(livenessProbe={"grpc": {"service": "a"}}),
        f"{CONTAINER}.livenessProbe.grpc.port: is missing",
        "must be between 1 and 65535",
    ),
    (
        container(readinessProbe={"grpc": {"port": 2**31}}),
        f"{CONTAINER}.readinessProbe.grpc.port: 2147483648 is out of bounds",
        "cannot unmarshal number",
    ),
    (
        container(securityContext={"seccompProfile": {"type": "Local"}}),
        f"{CONTAINER}.securityContext.seccompProfile.type: 'Local' is an invalid value",
        "Unsupported value",
    ),
    (
        container(envFrom=[{"secretRef": {"name": "A"}}]),
        f"{CONTAINER}.envFrom[0].secretRef.name: 'A' is not a DNS name",
        "dry run failed",
    ),
    (
        mounted({"name": "data", "mountPath": "/data", "mountPropagation": ""}),
        f"{CONTAINER}.volumeMounts[0].mountPropagation: '' is an invalid value",
        "should be set to None or HostToContainer",
    ),
    (
        mounted(volume={"emptyDir": {"sizeLimit": "much"}}),
        "template.spec.volumes[0].emptyDir.sizeLimit: 'much' is not a quantity",
        "quantities must match",
    ),
    (
        container(resources={"limits": {"cpu": "1", "hugepages-2Mi": "3Mi"}}),
        f"{CONTAINER}.resources.limits.hugepages-2Mi: '3Mi' is not a positive integer multiple of 2Mi",
        "is not positive integer multiple",
    ),
    (
        pod(securityContext={"seLinuxOptions": {}}),
        "template.spec.securityContext.seLinuxOptions: must not be set",
        "must not set the field(s)",
    ),
    (
        pod(securityContext={"supplementalGroupsPolicy": ""}),
        "template.spec.securityContext.supplementalGroupsPolicy: must not be set",
        "must not set the field(s)",
    ),
    (
        container(livenessProbe={"exec": {"command": []}}),
        f"{CONTAINER}.livenessProbe.exec.command: is missing",
        "Required value",
    ),
    (
        pod(securityContext={"sysctls": []}),
        "template.spec.securityContext.sysctls: must not be set",
        "must not set the field(s)",
    ),
    # --- the pod
    (pod(timeoutSeconds=-1), "template.spec.timeoutSeconds: -1 is out of bounds", "expected 0 <= -1"),
    (pod(containerConcurrency=-1), "template.spec.containerConcurrency: -1 is out of bounds", "expected 0 <= -1"),
    (pod(automountServiceAccountToken=True), "template.spec.automountServiceAccountToken: must not", "must not set"),
    (pod(serviceAccountName="A"), "template.spec.serviceAccountName: 'A' is not a DNS name", "invalid value: A"),
    (pod(securityContext={"fsGroup": -1}), "template.spec.securityContext.fsGroup: -1 is out of", "expected 0 <= -1"),
    # --- annotations
    (annotated(min_scale="2", max_scale="1"), f"{scaling('max-scale')}: max-scale=1 is less than", "is less than min"),
    (annotated(min_scale="-1"), f"{scaling('min-scale')}: '-1' is not a number of pods", "0 <= -1 <= 2147483647"),
    (annotated(max_scale="2147483648"), f"{scaling('max-scale')}: '2147483648' is not a number", "expected 0 <="),
    (annotated(initial_scale="some"), f"{scaling('initial-scale')}: 'some' is not a number of pods", "invalid value"),
    (annotated(activation_scale="1"), f"{scaling('activation-scale')}: '1' is not", "must be greater than 1"),
    (
        annotated(activation_scale="2", min_scale="3"),
        f"{scaling('activation-scale')}: min-scale=3 is greater than activation-scale=2",
        "min-scale=3 is greater than activation-scale=2",
    ),
    (
        annotated(activation_scale="3", max_scale="2"),
        f"{scaling('activation-scale')}: max-scale=2 is less than activation-scale=3",
        "max-scale=2 is less than activation-scale=3",
    ),
    (annotated(target="0"), f"{scaling('target')}: '0' is not a target", "should be at least 0.01"),
    (annotated(target="some"), f"{scaling('target')}: 'some' is not a target", "invalid value: some"),
    (annotated(target_utilization_percentage="0.9"), f"{scaling('target-utilization-percentage')}: '0.9'", "1 <= 0.9"),
    (annotated(target_burst_capacity="-2"), f"{scaling('target-burst-capacity')}: '-2' is not", "invalid value: -2"),
    (annotated(window="5s"), f"{scaling('window')}: '5s' is not a duration, expected 6s <=", "6s <= 5s <= 1h0m0s"),
    (annotated(window="6.5s"), f"{scaling('window')}: '6.5s' is not", "at most second precision"),
    (annotated(window="60"), f"{scaling('window')}: '60' is not", "invalid value: 60"),
    (annotated(scale_down_delay="61m"), f"{scaling('scale-down-delay')}: '61m' is not", "0s <= 61m <= 1h0m0s"),
    (annotated(scale_down_delay="1.5s"), f"{scaling('scale-down-delay')}: '1.5s' is not", "second precision"),
    (
        annotated(scale_to_zero_pod_retention_period="-1s"),
        f"{scaling('scale-to-zero-pod-retention-period')}: '-1s' is not",
        "expected 0s <= -1s",
    ),
    (annotated(panic_window_percentage="0"), f"{scaling('panic-window-percentage')}: '0' is not", "1 <= 0 <= 100"),
    (annotated(panic_threshold_percentage="109"), f"{scaling('panic-threshold-percentage')}: '109'", "110 <= 109"),
    (annotated({f"{AUTOSCALING}class": "x.knative.dev"}), f"{scaling('class')}: 'x.knative.dev' is not", "invalid"),
    (annotated(KPA, metric="cpu"), f"{scaling('metric')}: 'cpu' is not a metric of kpa", "invalid value: cpu"),
    (annotated(HPA, metric=""), f"{scaling('metric')}: '' is not a metric of hpa", "invalid value"),
    (
        annotated(KPA, metric_aggregation_algorithm="median"),
        f"{scaling('metric-aggregation-algorithm')}: 'median' is not an algorithm",
        "invalid value: median",
    ),
    (
        annotated({"serving.knative.dev/progress-deadline": "1.5s"}),
        "template.metadata.annotations['serving.knative.dev/progress-deadline']: '1.5s' is not a duration",
        "not at second precision",
    ),
    (
        annotated({"serving.knative.dev/progress-deadline": "-1s"}),
        "template.metadata.annotations['serving.knative.dev/progress-deadline']: '-1s' is not a duration",
        "must be positive",
    ),
    (
        annotated({f"{QUEUE}cpu-resource-request": "1 core"}),
        f"template.metadata.annotations['{QUEUE}cpu-resource-request']: '1 core' is not a quantity",
        "invalid value: 1 core",
    ),
    (
        annotated({f"{QUEUE}resource-percentage": "0"}),
        f"template.metadata.annotations['{QUEUE}resource-percentage']: '0' is not a percentage",
        "0.1 <= 0 <= 100",
    ),
    (
        annotated({"networking.knative.dev/visibility": "cluster-local"}),
        "template.metadata.annotations['networking.knative.dev/visibility']: is an invalid key name",
        "invalid key name",
    ),
    # --- traffic among revisions
    (traffic({"percent": 99}), "traffic: traffic targets sum to 99, want 100", "sum to 99, want 100"),
    (
        traffic({"percent": 50, "tag": "a"}, {"percent": 50, "tag": "a"}),
        "traffic[1].tag: 'a' is a duplicate tag",
        'Multiple definitions for "a"',
    ),
    (traffic({"percent": 100, "tag": "A"}), "traffic[0].tag: 'A' is not a DNS 1035 label", "not a DNS 1035 label"),
    (
        traffic({"percent": 100, "latestRevision": True, "revisionName": "a"}),
        "traffic[0].latestRevision: may not be true when revisionName is 'a'",
        "may not set revisionName",
    ),
    (
        traffic({"percent": 100, "configurationName": "a"}),
        "traffic[0].configurationName: 'a' must not be set",
        "must not set the field(s)",
    ),
    (
        traffic({"percent": 100, "url": "http://a"}),
        "traffic[0].url: 'http://a' must not be set",
        "must not set the field(s)",
    ),
    (traffic({"percent": 101}, {"percent": -1}), "traffic[0].percent: 101 is out of bounds", "0 <= 101 <= 100"),
]

TAKEN: list[Spec] = [
    pod(),
    pod({"image": "a/b:"}),
    pod({"image": f"ghcr.io:443/a/b:V1@{DIGEST}"}),
    pod({"image": "localhost/hello"}),
    pod({"image": ":80/hello"}),
    env(name="a.b-c d"),
    env(name="A", value="", valueFrom={"configMapKeyRef": {"name": "a", "key": "b"}}),
    sidecar(env=[{"name": "PORT"}]),
    sidecar(name="b", livenessProbe=None),
    container(ports=[{"containerPort": 65535, "protocol": "TCP", "name": "h2c"}]),
    container(ports=[{"containerPort": 0}]),
    container(imagePullPolicy="Never", terminationMessagePolicy="FallbackToLogsOnError"),
    container(securityContext={"runAsUser": 0, "runAsGroup": 2**31 - 1, "privileged": False}),
    container(
        resources={"limits": {"cpu": 1, "example.org/gpu": "2"}, "requests": {"cpu": "1000m", "kubernetes.io/a": "0"}}
    ),
    container(readinessProbe={}),
    container(envFrom=[{"secretRef": {"name": "a-"}}]),
    container(readinessProbe={"httpGet": {"port": "http"}, "periodSeconds": 1, "timeoutSeconds": 1}),
    container(readinessProbe={"periodSeconds": 1, "failureThreshold": 1}, livenessProbe={"tcpSocket": {}}),
    container(livenessProbe={**GET, "successThreshold": 1}, startupProbe={"tcpSocket": {"port": 80}}),
    mounted({"name": "data", "mountPath": "/dev/a"}, {"name": "data", "mountPath": "/a", "subPath": "b/c"}),
    mounted(volume={"secret": {"secretName": "a", "defaultMode": 511}}),
    projected(serviceAccountToken={"path": "a", "expirationSeconds": 600}),
    projected(downwardAPI={}),
    pod(timeoutSeconds=0, containerConcurrency=0, automountServiceAccountToken=False),
    annotated(min_scale="+1", max_scale="0"),
    annotated(min_scale="01", max_scale="2", initial_scale="1", activation_scale="+2") | {"traffic": None},
    annotated(min_scale="2", activation_scale="2", max_scale="2"),
    annotated(target="0.01", target_utilization_percentage="1e2", target_burst_capacity="-1"),
    annotated(window="6s", scale_down_delay="1h", scale_to_zero_pod_retention_period="1.5s"),
    annotated(target="1_0", panic_window_percentage="1", panic_threshold_percentage="110"),
    annotated({f"{AUTOSCALING}minScale": "some"}, min_scale="1"),
    annotated(KPA, metric="rps", metric_aggregation_algorithm="linear"),
    annotated(HPA, metric="cpu"),
    annotated({f"{AUTOSCALING}class": "keda.example.org"}, metric="any"),
    annotated({"serving.knative.dev/progress-deadline": "90s", "networking.knative.dev/httpOption": "enabled"}),
    annotated({f"{QUEUE}cpu-resource-request": "1e3", f"{QUEUE}resourcePercentage": "0.1"}),
    traffic(),
    traffic({"percent": 100}, {"tag": "old", "revisionName": "hello-0-1"}),
    traffic({"percent": 100, "latestRevision": True}),
]
"""Neighbours of what is refused: the bounds themselves, and what looks odd but is right."""

LEFT_TO_THE_CLUSTER: list[tuple[str, Spec]] = [
    ("max-revision-timeout-seconds", pod(timeoutSeconds=601)),
    ("container-concurrency-max-limit", pod(containerConcurrency=1001)),
    ("revision-cpu-request", container(resources={"limits": {"hugepages-2Mi": "2Mi"}})),
    ("allow-zero-initial-scale", annotated(initial_scale="0")),
    ("pod-autoscaler-class", annotated(metric="cpu")),
    ("kubernetes.podspec-fieldref", env(name="A", valueFrom={"fieldRef": {"fieldPath": "metadata.name"}})),
    ("kubernetes.podspec-nodeselector", pod(nodeSelector={"a": "b"})),
    ("kubernetes.podspec-affinity", pod(affinity={"nodeAffinity": {}})),
    ("kubernetes.podspec-tolerations", pod(tolerations=[{"operator": "Exists"}])),
    ("kubernetes.podspec-topologyspreadconstraints", pod(topologySpreadConstraints=[{
        "maxSkew": 1, "topologyKey": "a", "whenUnsatisfiable": "DoNotSchedule"}])),
    ("kubernetes.podspec-hostaliases", pod(hostAliases=[{"ip": "10.0.0.1"}])),
    ("kubernetes.podspec-dnspolicy", pod(dnsPolicy="Default")),
    ("kubernetes.podspec-dnsconfig", pod(dnsConfig={"nameservers": ["10.0.0.1"]})),
    ("kubernetes.podspec-hostipc", pod(hostIPC=True)),
    ("kubernetes.podspec-hostpid", pod(hostPID=True)),
    ("kubernetes.podspec-hostnetwork", pod(hostNetwork=True)),
    ("kubernetes.podspec-runtimeclassname", pod(runtimeClassName="a")),
    ("kubernetes.podspec-priorityclassname", pod(priorityClassName="a")),
    ("kubernetes.podspec-schedulername", pod(schedulerName="a")),
    ("kubernetes.podspec-shareprocessnamespace", pod(shareProcessNamespace=True)),
    ("kubernetes.podspec-securitycontext", pod(securityContext={"runAsUser": 1})),
    ("kubernetes.containerspec-addcapabilities", container(securityContext={"capabilities": {"add": ["NET_RAW"]}})),
    ("kubernetes.podspec-init-containers", pod(initContainers=[{"image": "hello", "name": "init"}])),
    ("kubernetes.podspec-persistent-volume-claim",
     mounted(volume={"persistentVolumeClaim": {"claimName": "a"}})),
    ("kubernetes.podspec-volumes-hostpath", mounted(volume={"hostPath": {"path": "/a"}})),
    ("kubernetes.podspec-volumes-csi", mounted(volume={"csi": {"driver": "a"}})),
    ("kubernetes.podspec-volumes-mount-propagation",
     mounted({"name": "data", "mountPath": "/data", "mountPropagation": "None"})),
    ("multi-container-probing", sidecar(livenessProbe={"tcpSocket": {"port": 81}})),
]  # fmt: skip
"""A setting of the cluster (config-features, config-defaults, config-autoscaler), and what it decides about."""

ON_SERVICES: list[tuple[dict[str, str], str, str]] = [
    (
        {f"{AUTOSCALING}min-scale": "1"},
        f"['{AUTOSCALING}min-scale']: belongs in ksvcSpecification.spec.template.metadata.annotations",
        "autoscaling annotations must be put under",
    ),
    (
        {"serving.knative.dev/rollout-duration": "1.5s"},
        "['serving.knative.dev/rollout-duration']: '1.5s' is not a duration",
        "not at second precision",
    ),
    (
        {"serving.knative.dev/rolloutDuration": "some"},
        "['serving.knative.dev/rolloutDuration']: 'some' is not a duration",
        "invalid value: some",
    ),
]
