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
    """The objects of one controller, as `Iter8Controller` emits them."""

    objects: tuple[Object, ...]

    def only(self, kind: str) -> Object:
        """The one object of that kind."""
        (found,) = (item for item in self.objects if item["kind"] == kind)
        return found

    @property
    def name(self) -> str:
        name: str = self.only("StatefulSet")["metadata"]["name"]
        return name

    @property
    def namespace(self) -> str:
        namespace: str = self.only("StatefulSet")["metadata"]["namespace"]
        return namespace

    @property
    def service_account(self) -> str:
        spec = self.only("StatefulSet")["spec"]["template"]["spec"]
        account: str = spec["serviceAccountName"]
        return account

    @property
    def configuration(self) -> Object:
        """`config.yaml` of its ConfigMap, parsed."""
        text: str = self.only("ConfigMap")["data"]["config.yaml"]
        configuration: Object = yaml.safe_load(text)
        return configuration

    @property
    def log_level(self) -> str:
        arguments: list[str] = self.only("StatefulSet")["spec"]["template"]["spec"]["containers"][0]["args"]
        return arguments[arguments.index("-l") + 1]

    def install(self, cluster: Cluster) -> None:
        """Apply the objects under strict validation; without pods, since the program runs here."""
        namespace = cluster.kubectl.run("create", "namespace", self.namespace)
        if namespace.returncode and "AlreadyExists" not in namespace.stderr:
            raise RuntimeError(namespace.stderr)
        objects = copy.deepcopy(self.objects)
        Installation(objects).only("StatefulSet")["spec"]["replicas"] = 0
        cluster.kubectl.apply(objects, "--validate=strict")

    def remove(self, cluster: Cluster) -> None:
        """Delete the objects and the namespace."""
        items = {"apiVersion": "v1", "kind": "List", "items": list(self.objects)}
        cluster.kubectl("delete", "--ignore-not-found", "-f", "-", stdin=json.dumps(items))
        cluster.kubectl("delete", "namespace", self.namespace, "--wait=false")

    def kubeconfig(self, cluster: Cluster, account: str | None = None) -> Path:
        """A kubeconfig with a token of a ServiceAccount, by default the controller's, and nothing else."""
        account = account or self.service_account
        token = cluster.kubectl("create", "token", account, "--namespace", self.namespace, "--duration=4h")
        view = yaml.safe_load(cluster.kubectl("config", "view", "--raw", "--minify"))
        view["users"][0]["user"] = {"token": token.strip()}
        path = cluster.directory / f"{account}-{self.namespace}.kubeconfig"
        path.write_text(yaml.safe_dump(view))
        path.chmod(0o600)
        return path


def read(files: Iterable[Path]) -> tuple[Object, ...]:
    """Every object of some YAML files, in order."""
    return tuple(item for file in files for item in yaml.safe_load_all(file.read_text()) if item is not None)
