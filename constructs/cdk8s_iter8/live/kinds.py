"""Types and objects, written as users call them."""

from cdk8s_iter8.cluster.keys import GVR, ObjectKey


def kind_words(gvr: GVR) -> str:
    """Writes a type as kubectl's users call it.

    Example:
        >>> kind_words(GVR("serving.knative.dev", "v1", "services")), kind_words(GVR("", "v1", "services"))
        ('ksvc', 'service')
    """
    return _SHORT.get((gvr.group, gvr.resource), str(gvr))


def object_words(key: ObjectKey) -> str:
    """Writes an object as kubectl's users call it.

    Example:
        >>> object_words(ObjectKey(GVR("serving.knative.dev", "v1", "services"), "default", "hello-0"))
        'ksvc default/hello-0'
    """
    return f"{kind_words(key.gvr)} {key.namespace}/{key.name}"


_SHORT = {
    ("serving.knative.dev", "services"): "ksvc",
    ("serving.kserve.io", "inferenceservices"): "inferenceservice",
    ("apps", "deployments"): "deployment",
    ("", "services"): "service",
    ("", "configmaps"): "configmap",
    ("networking.istio.io", "virtualservices"): "virtualservice",
    ("networking.istio.io", "serviceentries"): "serviceentry",
    ("gateway.networking.k8s.io", "httproutes"): "httproute",
    ("gateway.networking.k8s.io", "referencegrants"): "referencegrant",
}
