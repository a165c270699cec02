import pytest

from tests.support.node.environment import MissingReferenceError, decoded, environment

POD = {
    "metadata": {"name": "p", "namespace": "n", "labels": {"app": "web"}, "annotations": {"x/y": "z"}},
    "spec": {"nodeName": "node", "serviceAccountName": "account"},
    "status": {"hostIP": "10.244.0.1"},
}
DATA = {("configmaps", "c"): {"key": "value"}, ("secrets", "s"): {"password": "p"}}


def variables(*env: dict[str, object], **container: object) -> dict[str, str]:
    read = lambda kind, name: DATA.get((kind, name))  # noqa: E731
    return environment(POD, {"env": list(env), **container}, read, "10.244.0.9")


def test_values_and_what_they_name() -> None:
    assert variables({"name": "A", "value": "1"}, {"name": "B", "value": "$(A)2"}) == {"A": "1", "B": "12"}
    assert variables({"name": "EMPTY"}) == {"EMPTY": ""}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("metadata.name", "p"),
        ("metadata.labels['app']", "web"),
        ("metadata.annotations['x/y']", "z"),
        ("metadata.annotations['none']", ""),
        ("spec.nodeName", "node"),
        ("status.podIP", "10.244.0.9"),
        ("status.hostIP", "10.244.0.1"),
    ],
)
def test_fields(path: str, value: str) -> None:
    assert variables({"name": "F", "valueFrom": {"fieldRef": {"fieldPath": path}}}) == {"F": value}


def test_config_maps_and_secrets() -> None:
    by_key = {"configMapKeyRef": {"name": "c", "key": "key"}}
    assert variables({"name": "A", "valueFrom": by_key}) == {"A": "value"}
    assert variables(envFrom=[{"secretRef": {"name": "s"}, "prefix": "P_"}]) == {"P_password": "p"}
    assert variables(envFrom=[{"configMapRef": {"name": "none", "optional": True}}]) == {}
    with pytest.raises(MissingReferenceError, match="configmaps c has no key other"):
        variables({"name": "A", "valueFrom": {"configMapKeyRef": {"name": "c", "key": "other"}}})
    with pytest.raises(MissingReferenceError, match="secrets none not found"):
        variables(envFrom=[{"secretRef": {"name": "none"}}])


def test_resources() -> None:
    limits = {"resources": {"limits": {"memory": "64Mi"}}}
    ask: dict[str, object] = {"name": "M", "valueFrom": {"resourceFieldRef": {"resource": "limits.memory"}}}
    assert variables(ask, **limits) == {"M": "64Mi"}
    assert variables({"name": "C", "valueFrom": {"resourceFieldRef": {"resource": "limits.cpu"}}}) == {"C": "2"}


def test_secrets_are_text() -> None:
    assert decoded({"a": "aGVsbG8="}) == {"a": "hello"}
