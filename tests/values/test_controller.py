from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cdk8s_iter8.controller.file import load_controller
from cdk8s_iter8.iter8.resource_type import KNATIVE, SHIPPED
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.values.controller import ControllerValues
from cdk8s_iter8.values.resource_types import ResourceTypeValues

SHORT = "is not a short name of a type (2 to 63 letters, digits, '-' or '_', starting with a letter)"
QUANTITY = "is not a quantity (a number with or without a unit, such as 250m, 64Mi or 1)"
PODS = (
    "pods would give one user different versions in A/B/n tests, because their hashes differ, and only the first pod "
    "changes routes: write `replicas: 1`"
)
PORT = "is not a port (an integer from 1 to 65535)"
DURATION = "is not a duration of Go (numbers with units, such as 15m or 1h30m, at least 1s)"


class Bad(NamedTuple):
    """A file that is wrong, and the one line that says so."""

    text: str
    line: str


BAD = {
    "unknown key": Bad("replica: 2", "1: replica: is not a known key; did you mean 'replicas'?"),
    "no name": Bad(
        "name: Not OK!",
        "1: name: 'Not OK!' is not a name for the controller (at most 52 lower-case letters, digits and '-', "
        "starting with a letter, ending with a letter or digit)",
    ),
    "a name that is too long for a StatefulSet": Bad(
        f"name: {'a' * 53}",
        f"1: name: '{'a' * 53}' is not a name for the controller (at most 52 lower-case letters, digits and '-', "
        "starting with a letter, ending with a letter or digit)",
    ),
    "no namespace": Bad(
        "namespace: kube_system",
        "1: namespace: 'kube_system' is not a namespace (at most 63 lower-case letters, digits and '-', starting and "
        "ending with a letter or digit)",
    ),
    "no boolean": Bad("clusterScoped: 'yes'", "1: clusterScoped: 'yes' is not true or false"),
    "no image": Bad("image: ''", "1: image: '' is not a container image (letters, digits and ._-/:@)"),
    "no pull policy": Bad(
        "imagePullPolicy: always",
        "1: imagePullPolicy: 'always' is not a pull policy (Always, IfNotPresent or Never)",
    ),
    "no replicas": Bad("replicas: 0", "1: replicas: 0 is not a number of replicas (an integer of at least 1)"),
    "replicas as a string": Bad(
        "replicas: '1'",
        "1: replicas: '1' is not a number of replicas (an integer of at least 1): write it without quotes",
    ),
    "several pods": Bad("replicas: 2", f"1: replicas: 2 {PODS}"),
    "several pods with Redis": Bad("replicas: 3\nmetrics: {implementation: redis}", f"1: replicas: 3 {PODS}"),
    "no log level": Bad(
        "logLevel: warn",
        "1: logLevel: 'warn' is not a log level (trace, debug, info, warning or error)",
    ),
    "no duration": Bad("defaultResync: 15", f"1: defaultResync: 15 {DURATION}"),
    "a duration without unit": Bad("defaultResync: '15'", f"1: defaultResync: '15' {DURATION}"),
    "a duration of no time": Bad("defaultResync: 0s", f"1: defaultResync: '0s' {DURATION}"),
    "types that are no mapping": Bad(
        "resourceTypes: all",
        "1: resourceTypes: 'all' is not a mapping of resource types, or auto",
    ),
    "a type without Resource": Bad(
        "resourceTypes:\n  ksvc:\n    Group: serving.knative.dev\n    Version: v1",
        "2: resourceTypes.ksvc.Resource: is missing",
    ),
    "a type without Group": Bad(
        "resourceTypes:\n  ksvc: {Version: v1, Resource: services}",
        "2: resourceTypes.ksvc.Group: is missing",
    ),
    "a duplicate type": Bad(
        "resourceTypes:\n"
        "  ksvc: {Group: serving.knative.dev, Version: v1, Resource: services}\n"
        "  ksvc: {Group: serving.knative.dev, Version: v1, Resource: services}",
        "3: resourceTypes.ksvc: the key stands twice, in lines 2 and 3; keep one",
    ),
    "keys of types in lower case": Bad(
        "resourceTypes:\n  sts:\n    group: apps\n    Group: apps\n    Version: v1\n    Resource: statefulsets",
        "3: resourceTypes.sts.group: is not a known key; did you mean 'Group'?",
    ),
    "a kind for a resource": Bad(
        "resourceTypes:\n  sts: {Group: apps, Version: v1, Resource: StatefulSet}",
        "2: resourceTypes.sts.Resource: 'StatefulSet' is not a resource (the plural name in the API, in lower case, "
        "such as services)",
    ),
    "every resource": Bad(
        "resourceTypes:\n  all: {Group: apps, Version: v1, Resource: '*'}",
        "2: resourceTypes.all.Resource: '*' is not a resource (the plural name in the API, in lower case, such as "
        "services)",
    ),
    "every group": Bad(
        "resourceTypes:\n  all: {Group: '*', Version: v1, Resource: secrets}",
        "2: resourceTypes.all.Group: '*' is not an API group (a DNS name such as serving.knative.dev, or \"\" for core "
        "objects)",
    ),
    "group and version together": Bad(
        "resourceTypes:\n  sts: {Group: apps, Version: apps/v1, Resource: statefulsets}",
        "2: resourceTypes.sts.Version: 'apps/v1' is not an API version without group (such as v1 or v1beta1)",
    ),
    "conditions as a string": Bad(
        "resourceTypes:\n  sts: {Group: apps, Version: v1, Resource: statefulsets, conditions: Ready}",
        "2: resourceTypes.sts.conditions: 'Ready' is not a list",
    ),
    "no condition": Bad(
        "resourceTypes:\n  sts: {Group: apps, Version: v1, Resource: statefulsets, conditions: [true]}",
        "2: resourceTypes.sts.conditions[0]: true is not a condition of an object's status (such as Ready)",
    ),
    "no short name": Bad(
        "resourceTypes:\n  a.b: {Group: apps, Version: v1, Resource: statefulsets}",
        f"2: resourceTypes['a.b']: 'a.b' {SHORT}",
    ),
    "no port": Bad("abn: {port: 70000}", f"1: abn.port: 70000 {PORT}"),
    "one port for two": Bad("metrics: {port: 50051}", "1: metrics.port: 50051 is the port of abn too"),
    "no store": Bad(
        "metrics: {implementation: BadgerDB}",
        "1: metrics.implementation: 'BadgerDB' is not a store of metrics (badgerdb or redis)",
    ),
    "settings of the other store": Bad(
        "metrics:\n  redis: {address: redis:6379}",
        "2: metrics.redis: has no effect with implementation badgerdb: write `implementation: redis`",
    ),
    "no storage": Bad("metrics: {badgerdb: {storage: 50MB}}", f"1: metrics.badgerdb.storage: '50MB' {QUANTITY}"),
    "a directory of the container's": Bad(
        "metrics: {badgerdb: {dir: /config/metrics}}",
        "1: metrics.badgerdb.dir: '/config/metrics' is not a directory for metrics (an absolute path such as /metrics, "
        "outside the container's own directories)",
    ),
    "no address": Bad(
        "metrics: {implementation: redis, redis: {address: redis}}",
        "1: metrics.redis.address: 'redis' is not an address (HOST:PORT, such as redis:6379)",
    ),
    "no database": Bad(
        "metrics: {implementation: redis, redis: {db: -1}}",
        "1: metrics.redis.db: -1 is not a database of Redis (an integer of at least 0)",
    ),
    "two passwords": Bad(
        "metrics: {implementation: redis, redis: {password: a, passwordSecret: {name: redis}}}",
        "1: metrics.redis.password: stands beside passwordSecret; keep one",
    ),
    "a Secret without name": Bad(
        "metrics: {implementation: redis, redis: {passwordSecret: {key: password}}}",
        "1: metrics.redis.passwordSecret.name: is missing",
    ),
    "no quantity": Bad("resources: {limits: {memory: 128 Mi}}", f"1: resources.limits.memory: '128 Mi' {QUANTITY}"),
    "an unknown resource": Bad(
        "resources: {limits: {memroy: 128Mi}}",
        "1: resources.limits.memroy: is not a known key; did you mean 'memory'?",
    ),
    "a request above its limit": Bad(
        "resources:\n  limits: {cpu: 100m}",
        "1: resources.requests.cpu: '250m' is more than limits.cpu, '100m'",
    ),
    "a label of the selector": Bad(
        "podLabels: {app.kubernetes.io/name: mine}",
        "1: podLabels['app.kubernetes.io/name']: 'mine': the controller sets this label itself, to select its pods",
    ),
    "a toleration of nothing": Bad(
        "tolerations: [{effect: NoSchedule}]",
        "1: tolerations[0].key: is missing: only operator Exists needs no key",
    ),
    "a value for any value": Bad(
        "tolerations: [{key: a, operator: Exists, value: b}]",
        "1: tolerations[0].value: has no effect with operator Exists",
    ),
    "a pull secret without its key": Bad("imagePullSecrets: [mine]", "1: imagePullSecrets[0]: 'mine' is not a mapping"),
    "a network policy that may or may not be": Bad(
        "networkPolicy: {namespaces: [shop]}",
        "1: networkPolicy.enabled: is missing",
    ),
    "no number of pods": Bad(
        "podDisruptionBudget: {enabled: true, maxUnavailable: half}",
        "1: podDisruptionBudget.maxUnavailable: 'half' is not a number of pods or a percentage (such as 1 or 50%)",
    ),
    "two budgets": Bad(
        "podDisruptionBudget: {enabled: true, maxUnavailable: 1, minAvailable: 1}",
        "1: podDisruptionBudget.maxUnavailable: stands beside minAvailable; keep one",
    ),
    "no mapping": Bad("- name: iter8", "1: a list of 1 is not a mapping of values"),
}


def lines(text: str, directory: Path) -> list[str]:
    file = directory / "controller.yaml"
    file.write_text(text)
    with pytest.raises(ValuesError) as raised:
        load_controller(file)
    return [line.removeprefix(f"{file}:") for line in raised.value.lines]


@pytest.mark.parametrize(("text", "line"), BAD.values(), ids=BAD)
def test_says_what_is_wrong_and_where(text: str, line: str, tmp_path: Path) -> None:
    assert lines(text, tmp_path) == [line]


def test_says_everything_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "replicas: 2\nlogLevel: loud\nresourceTypes:\n  ksvc: {}\nabn: {port: 8080}\n"
    assert [line.split(" ")[0] + " " + line.split(" ")[1] for line in lines(text, tmp_path)] == [
        "1: replicas:",
        "2: logLevel:",
        "4: resourceTypes.ksvc.Group:",
        "4: resourceTypes.ksvc.Resource:",
        "4: resourceTypes.ksvc.Version:",
        "5: abn.port:",
    ]


def test_an_empty_file_is_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "controller.yaml"
    file.write_text("# all as it is\n")
    assert load_controller(file).values == ControllerValues()


def values(data: dict[str, Any]) -> ControllerValues:
    return ControllerValues.model_validate(data, by_name=False)


def test_the_default_types_are_the_charts_and_ksvc() -> None:
    types = ControllerValues().explicit_types
    assert types is not None
    assert {name: resource_type.resource_type() for name, resource_type in types.items()} == SHIPPED | KNATIVE


def test_given_types_come_to_the_known_ones_replace_them_or_take_them_away() -> None:
    sts = {"Group": "apps", "Version": "v1", "Resource": "statefulsets"}
    route = {"Group": "gateway.networking.k8s.io", "Version": "v1", "Resource": "httproutes"}
    given = values({"resourceTypes": {"sts": sts, "httproute": route, "isvc": None}})
    types = given.explicit_types
    assert types is not None
    assert set(types) == {*SHIPPED, *KNATIVE, "sts"} - {"isvc"}
    assert types["httproute"].version == given.http_route_version == "v1"
    assert [name for name, resource_type in types.items() if resource_type.is_applied()] == ["vs", "httproute"]


def test_a_program_names_the_keys_of_types_in_its_own_way() -> None:
    sts = ResourceTypeValues(group="apps", version="v1", resource="statefulsets", applied=True)
    types = ControllerValues(resource_types={"sts": sts}).explicit_types
    assert types is not None
    assert types["sts"] is sts
    assert types["sts"].is_applied()


def test_auto_is_no_type() -> None:
    assert values({"resourceTypes": "auto"}).explicit_types is None
    assert values({"resourceTypes": "auto"}).http_route_version == "v1beta1"


@pytest.mark.parametrize(
    ("image", "version"),
    [
        ("iter8/iter8:1.1", "v1.1"),
        ("iter8/iter8:v1.2.3-rc1", "v1.2"),
        ("localhost:5000/iter8/iter8:0.18@sha256:0123", "v0.18"),
        ("localhost:5000/iter8", "v1.1"),
        ("iter8/iter8:latest", "v1.1"),
        ("iter8/iter8", "v1.1"),
    ],
)
def test_takes_routemaps_of_the_version_that_the_image_names(image: str, version: str) -> None:
    assert values({"image": image}).takes_version == version
    assert values({"image": image, "iter8Version": "v2.0"}).takes_version == "v2.0"


def test_limits_that_are_given_replace_the_default_ones() -> None:
    resources = values({"resources": {"limits": {"memory": "1Gi"}}}).resources
    assert resources.limits.amounts() == {"memory": "1Gi"}
    assert resources.requests.amounts() == {"cpu": "250m", "memory": "64Mi"}


def test_every_key_has_a_description_in_the_schema() -> None:
    schema = ControllerValues.model_json_schema(by_alias=True)
    models = [schema, *schema["$defs"].values()]
    keys = [(key, prop) for model in models for key, prop in model["properties"].items()]
    assert {"resourceTypes", "Group", "passwordSecret", "ephemeral-storage"} <= {key for key, _ in keys}
    assert [key for key, prop in keys if not prop.get("description")] == []
