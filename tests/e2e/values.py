"""Values files of the scenarios, as a user writes them."""

from typing import Any

from tests.support.released import values

Values = dict[str, Any]


def ksvc(target: str, **more: Any) -> Values:
    """A version: the seed's hello with its TARGET; `more` are keys of the version such as weight or match."""
    container = {
        "image": "ghcr.io/knative/helloworld-go:latest",
        "ports": [{"containerPort": 80}],
        "env": [{"name": "TARGET", "value": target}],
    }
    return {"ksvcSpecification": {"spec": {"template": {"spec": {"containers": [container]}}}}, **more}


def knative(strategy: str, *versions: Values, **application: Any) -> Values:
    """A release for knative-istio; `application` are further keys of the application."""
    return values("knative-istio", strategy, *versions, application=application)


def blue_green(*weights: int, **application: Any) -> Values:
    """Versions v1, v2, … with these weights."""
    versions = [ksvc(f"v{number}", weight=weight) for number, weight in enumerate(weights, start=1)]
    return knative("blue-green", *versions, **application)


def deployment(environment: str, strategy: str, *versions: Values, **application: Any) -> Values:
    """A release of Deployments whose containers listen on 8080, in deployment-istio or deployment-gtw."""
    images = [{"image": f"example.com/hello:{number}", **version} for number, version in enumerate(versions, start=1)]
    return values(environment, strategy, *images, application={"port": 8080, **application})
