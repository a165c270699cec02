from typing import Any

from cdk8s_iter8.cluster.keys import GVR, ObjectKey
from cdk8s_iter8.live.pruning import prunable, waiting_for

KSVC = GVR("serving.knative.dev", "v1", "services")
CM = GVR("", "v1", "configmaps")


def found(*keys: ObjectKey, **metadata: Any) -> dict[ObjectKey, Any]:
    return {key: {"metadata": {"name": key.name, **metadata}} for key in keys}


def test_what_is_not_declared_goes_and_what_serves_goes_last() -> None:
    one, two = ObjectKey(KSVC, "a", "hello-0"), ObjectKey(KSVC, "a", "hello-1")
    config = ObjectKey(CM, "a", "hello-1-weight-config")
    going = prunable(found(two, one, config), [one])
    assert list(going) == [config, two]
    assert list(waiting_for(going)) == ["hello-1"]


def test_the_same_object_in_another_version_of_its_api_stays() -> None:
    grant = ObjectKey(GVR("gateway.networking.k8s.io", "v1beta1", "referencegrants"), "a", "b")
    declared = ObjectKey(GVR("gateway.networking.k8s.io", "v1", "referencegrants"), "a", "b")
    assert prunable(found(grant), [declared]) == {}


def test_what_another_object_owns_goes_with_it() -> None:
    key = ObjectKey(GVR("", "v1", "services"), "a", "hello-1")
    assert prunable(found(key, ownerReferences=[{"kind": "Service", "name": "hello-1", "uid": "u"}]), []) == {}


def test_an_object_of_the_same_name_in_another_namespace_goes() -> None:
    here, there = ObjectKey(KSVC, "a", "hello-0"), ObjectKey(KSVC, "b", "hello-0")
    assert list(prunable(found(here, there), [here])) == [there]
