"""What users call the types of objects."""

from cdk8s_iter8.cluster.keys import GVR


def kind_words(gvr: GVR) -> str:
    """Writes a type as kubectl's users call it.

    Example:
        >>> kind_words(GVR("serving.knative.dev", "v1", "services")), kind_words(GVR("", "v1", "services"))
        ('ksvc', 'service')
    """
    return _SHORT.get((gvr.group, gvr.resource), str(gvr))


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
