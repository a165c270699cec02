"""What runs the routemaps needs: the controller's own objects in the cluster, its configuration, its login."""

import copy
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.e2e.stack.cluster import Cluster

Object = dict[str, Any]


@dataclass(frozen=True)
class Installation:
    """The objects of one controller, as `Iter8Controller` or `RoutingController` emits them."""

    objects: tuple[Object, ...]

    def only(self, kind: str) -> Object:
        """The one object of that kind."""
        (manifest,) = (item for item in self.objects if item["kind"] == kind)
        return manifest

    @property
    def workload(self) -> Object:
        """What makes its pods."""
        (workload,) = (item for item in self.objects if item["kind"] in ("StatefulSet", "Deployment"))
        return workload

    @property
    def container(self) -> Object:
        """The container of its pods."""
        (single,) = self.workload["spec"]["template"]["spec"]["containers"]
        container: Object = single
        return container

    @property
    def name(self) -> str:
        name: str = self.workload["metadata"]["name"]
        return name

    @property
    def namespace(self) -> str:
        namespace: str = self.workload["metadata"]["namespace"]
        return namespace

    @property
    def service_account(self) -> str:
        account: str = self.workload["spec"]["template"]["spec"]["serviceAccountName"]
        return account

    @property
    def user(self) -> str:
        """What the API server calls it."""
        return f"system:serviceaccount:{self.namespace}:{self.service_account}"

    @property
    def configuration(self) -> Object:
        """`config.yaml` of its ConfigMap, parsed."""
        text: str = self.only("ConfigMap")["data"]["config.yaml"]
        configuration: Object = yaml.safe_load(text)
        return configuration

    def install(self, cluster: Cluster) -> None:
        """Apply the objects under strict validation; without pods, since the program runs here."""
        namespace = cluster.kubectl.run("create", "namespace", self.namespace)
        if namespace.returncode and "AlreadyExists" not in namespace.stderr:
            raise RuntimeError(namespace.stderr)
        objects = copy.deepcopy(self.objects)
        Installation(objects).workload["spec"]["replicas"] = 0
        cluster.kubectl.apply(objects, "--validate=strict")

    def remove(self, cluster: Cluster) -> None:
        """Delete the objects and the namespace."""
        self.uninstall(cluster)
        cluster.kubectl("delete", "namespace", self.namespace, "--wait=false")

    def uninstall(self, cluster: Cluster) -> None:
        """Delete the objects."""
        items = {"apiVersion": "v1", "kind": "List", "items": list(self.objects)}
        cluster.kubectl("delete", "--ignore-not-found", "-f", "-", stdin=json.dumps(items))

    def token(self, cluster: Cluster) -> str:
        """A token of its ServiceAccount, as its pods get one."""
        account, namespace = self.service_account, self.namespace
        return cluster.kubectl("create", "token", account, "--namespace", namespace, "--duration=4h").strip()

    def kubeconfig(self, cluster: Cluster) -> Path:
        """A kubeconfig with a token of the controller's ServiceAccount and nothing else."""
        view = yaml.safe_load(cluster.kubectl("config", "view", "--raw", "--minify"))
        view["users"][0]["user"] = {"token": self.token(cluster)}
        path = cluster.directory / f"{self.name}-{self.namespace}.kubeconfig"
        path.write_text(yaml.safe_dump(view))
        path.chmod(0o600)
        return path


def read(files: Iterable[Path]) -> tuple[Object, ...]:
    """Every object of some YAML files, in order."""
    return tuple(item for file in files for item in yaml.safe_load_all(file.read_text()) if item is not None)
