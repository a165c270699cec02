"""Whether Services of versions select pods of the Deployments in the same app."""

from weakref import WeakKeyDictionary

import jsii
from cdk8s import Chart
from constructs import Construct, IConstruct, IValidation

from cdk8s_iter8.manifests.manifest import Manifest
from cdk8s_iter8.manifests.selected_pods import selects, service_problems
from cdk8s_iter8.objects.duplicates import in_tree

_by_app: WeakKeyDictionary[IConstruct, "_Deployments"] = WeakKeyDictionary()


class _Deployments(list[tuple[Construct, Manifest]]):
    """The Deployments of an app, each with its construct."""


def add_deployment(scope: Construct, deployment: Manifest) -> None:
    """Makes a Deployment known to the Services of its app.

    Args:
        scope: The construct that adds the Deployment.
        deployment: The Deployment.
    """
    _deployments(scope).append((scope, deployment))


def watch_service(scope: Construct, service: Manifest) -> None:
    """Makes the app invalid when a version's Service does not select the pods of its Deployment, or selects others too.

    The problem is reported when the app is synthesized, since only then all objects are there. A Service is of the
    Deployment with its name and namespace; without one the pods are not this app's, and nothing is checked.

    Args:
        scope: The construct that adds the Service.
        service: The Service.
    """
    Chart.of(scope).node.add_validation(_Selection(service, _deployments(scope)))


def _deployments(scope: Construct) -> _Deployments:
    return _by_app.setdefault(scope.node.root, _Deployments())


@jsii.implements(IValidation)
class _Selection:
    """What cdk8s asks a chart when it synthesizes."""

    def __init__(self, service: Manifest, deployments: _Deployments) -> None:
        self._service, self._deployments = service, deployments

    def validate(self) -> list[str]:
        """Returns a line for each reason."""
        here, name = _place(self._service), self._service["metadata"]["name"]
        deployments = [manifest for construct, manifest in self._deployments if in_tree(construct)]
        own = [pods for pods in deployments if _place(pods) == here]
        lines = [f"Service {name}: {problem}" for pods in own for problem in service_problems(self._service, pods)]
        others = (pods for pods in deployments if pods not in own) if own else ()
        return lines + [
            f"Service {name}: selects the pods of {pods['metadata']['name']} too: give the pods of every version "
            "other labels"
            for pods in others
            if selects(self._service, pods)
        ]


def _place(manifest: Manifest) -> tuple[str, str]:
    return manifest["metadata"]["namespace"], manifest["metadata"]["name"]
