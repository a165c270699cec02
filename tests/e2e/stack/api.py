"""The Kubernetes API for what the tests read and change often, through `kubectl proxy` with kubectl's own login."""

import http.client
import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.stack import loopback, packages, ports
from tests.e2e.stack.kubectl import Kubectl
from tests.e2e.stack.process import Process

Object = dict[str, Any]

RESOURCES = {
    "cm": "api/v1/configmaps",
    "svc": "api/v1/services",
    "ns": "api/v1/namespaces",
    "sa": "api/v1/serviceaccounts",
    "deploy": "apis/apps/v1/deployments",
    "ksvc": "apis/serving.knative.dev/v1/services",
    "isvc": "apis/serving.kserve.io/v1beta1/inferenceservices",
    "vs": "apis/networking.istio.io/v1beta1/virtualservices",
    "httproute": "apis/gateway.networking.k8s.io/v1beta1/httproutes",
    "we": "apis/networking.istio.io/v1beta1/workloadentries",
    "se": "apis/networking.istio.io/v1beta1/serviceentries",
}
"""By Iter8's short name (gvrShort) where it has one."""


class APIError(Exception):
    """The API server refused a request."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(f"{status}: {message}")
        self.status = status


def path(kind: str, namespace: str | None = None, name: str | None = None) -> str:
    """The path of a collection, of all namespaces without `namespace`, or of one object in it."""
    group, _, resource = RESOURCES.get(kind, kind).rpartition("/")
    where = f"/namespaces/{namespace}" if namespace else ""
    return f"/{group}{where}/{resource}" + (f"/{name}" if name else "")


@dataclass
class API:
    """A client for one kubeconfig, safe to use from several threads."""

    name: str
    directory: Path
    kubectl: Kubectl

    def __post_init__(self) -> None:
        self.port = ports.free()
        self.connections = threading.local()
        self.opened: list[http.client.HTTPConnection] = []
        self.proxy = Process(
            f"kubectl-proxy-{self.name}",
            [
                str(packages.kubectl()),
                "proxy",
                "--address=127.0.0.1",
                f"--port={self.port}",
                f"--kubeconfig={self.kubectl.kubeconfig}",
            ],
            self.directory,
            ready=lambda: loopback.get(self.port, "/version")[0] == 200,
        )

    def request(self, method: str, where: str, body: Any = None, content: str = "application/json") -> Object:
        """One request; an `APIError` for any answer but 2xx, an `OSError` while the server is away."""
        connection: http.client.HTTPConnection | None = getattr(self.connections, "connection", None)
        fresh = connection is None
        if connection is None:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            self.connections.connection = connection
            self.opened.append(connection)
        try:
            data = None if body is None else json.dumps(body)
            connection.request(method, where, body=data, headers={"Content-Type": content})
            response = connection.getresponse()
            text = response.read()
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            self.connections.connection = None
            if fresh or method != "GET":
                raise ConnectionError(str(error)) from error
            return self.request(method, where, body, content)
        if response.status >= 300:
            raise APIError(response.status, text.decode(errors="replace"))
        answer: Object = json.loads(text)
        return answer

    def stop(self) -> None:
        """End the proxy and close every thread's connection."""
        self.proxy.stop()
        for connection in self.opened:
            connection.close()

    def get(self, kind: str, namespace: str, name: str) -> Object | None:
        """One object, or None when it does not exist."""
        try:
            return self.request("GET", path(kind, namespace, name))
        except APIError as error:
            if error.status == 404:
                return None
            raise

    def list(self, kind: str, namespace: str | None = None, query: str = "") -> list[Object]:
        """The objects of a kind; `query` as in `labelSelector=a%3Db`."""
        items: list[Object] = self.request("GET", path(kind, namespace) + (f"?{query}" if query else ""))["items"]
        return items

    def create(self, kind: str, namespace: str | None, body: Mapping[str, Any]) -> Object:
        """Create an object."""
        return self.request("POST", path(kind, namespace), body)

    def merge(self, kind: str, namespace: str, name: str, body: Mapping[str, Any], subresource: str = "") -> Object:
        """Change an object, or its subresource such as `/status`, by a JSON merge patch."""
        where = path(kind, namespace, name) + subresource
        return self.request("PATCH", where, body, "application/merge-patch+json")

    def apply(self, kind: str, namespace: str, name: str, body: Mapping[str, Any], manager: str) -> Object:
        """Server-side apply by force, as a controller does."""
        where = f"{path(kind, namespace, name)}?fieldManager={manager}&force=true"
        return self.request("PATCH", where, body, "application/apply-patch+yaml")

    def delete(self, kind: str, namespace: str | None, name: str) -> None:
        """Delete an object; it may be gone already."""
        try:
            self.request("DELETE", path(kind, namespace, name))
        except APIError as error:
            if error.status != 404:
                raise
