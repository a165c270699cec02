"""One pod: its network, its containers, and what the API server is told of them."""

import asyncio
import contextlib
import json
from collections.abc import Sequence
from pathlib import Path

from tests.support.node.api import API, APIError, Object, key
from tests.support.node.container import Container, now
from tests.support.node.environment import Data, MissingReferenceError, decoded, environment, expanded
from tests.support.node.images import Images, program
from tests.support.node.pod_network import PodNetwork, open_network
from tests.support.node.status import pod_status

STATUS = "application/merge-patch+json"


class Pod:
    """A pod that is bound to this node."""

    def __init__(self, api: API, item: Object, images: Images, directory: Path, node_address: str) -> None:
        self.api = api
        self.item = item
        self.images = images
        self.directory = directory
        self.node_address = node_address
        self.namespace, self.name = key(item)
        self.path = f"/api/v1/namespaces/{self.namespace}/pods/{self.name}"
        self.containers: list[Container] = []
        self.tasks: list[asyncio.Task[None]] = []
        self.dirty = asyncio.Event()
        self.network: PodNetwork | None = None
        self.written: Object = {}

    async def start(self) -> None:
        """Give it a network and start its containers; they go on by themselves."""
        started = now()
        self.network = await open_network(self.node_address)
        login = await self._login()
        references = await self._references()
        for spec in self.item["spec"]["containers"]:
            self.containers.append(self._container(spec, self.network, login, references))
        self.tasks = [asyncio.create_task(container.run()) for container in self.containers]
        self.tasks.append(asyncio.create_task(self._report(started)))
        self.dirty.set()

    def _container(
        self, spec: Object, network: PodNetwork, login: Path | None, references: dict[tuple[str, str], Data]
    ) -> Container:
        log = self.directory / f"{self.namespace}_{self.name}_{spec['name']}.log"
        argv: Sequence[str] | None = program(spec["image"], self.images)
        variables: dict[str, str] = {}
        problem = ("ErrImagePull", f"failed to pull image {spec['image']!r}: not found") if argv is None else None
        try:
            read = lambda kind, name: references.get((kind, name))  # noqa: E731
            variables = environment(self.item, spec, read, network.address)
        except MissingReferenceError as error:
            argv, problem = None, ("CreateContainerConfigError", str(error))
        if argv is not None:
            argv = [*argv, *(expanded(argument, variables) for argument in spec.get("args") or ())]
        host, _, port = self.api.server.removeprefix("https://").partition(":")
        cluster = {"KUBERNETES_SERVICE_HOST": host, "KUBERNETES_SERVICE_PORT": port, "HOSTNAME": self.name}
        if login is not None:
            cluster["KUBECONFIG"] = str(login)
        container = Container(spec, argv, {**cluster, **variables}, network, log, self.dirty.set)
        if problem:
            container.state.waiting, container.state.message = problem
        return container

    async def _references(self) -> dict[tuple[str, str], Data]:
        """The ConfigMaps and Secrets that the containers' environments name."""
        contents: dict[tuple[str, str], Data] = {}
        for spec in self.item["spec"]["containers"]:
            sources = [variable.get("valueFrom") or {} for variable in spec.get("env") or ()] + (
                spec.get("envFrom") or []
            )
            for source in sources:
                for field, kind in KINDS.items():
                    if field in source:
                        name = source[field]["name"]
                        with contextlib.suppress(APIError):
                            path = f"/api/v1/namespaces/{self.namespace}/{kind}/{name}"
                            data = (await self.api.request("GET", path)).get("data") or {}
                            contents[kind, name] = decoded(data) if kind == "secrets" else data
        return contents

    async def _login(self) -> Path | None:
        """A kubeconfig with a token of the pod's ServiceAccount, so that its permissions count."""
        account = self.item["spec"].get("serviceAccountName", "default")
        path = f"/api/v1/namespaces/{self.namespace}/serviceaccounts/{account}/token"
        try:
            answer = await self.api.request("POST", path, {"spec": {"expirationSeconds": 14400}})
        except APIError as error:
            print(f"{self.namespace}/{self.name}: no token: {error}", flush=True)
            return None
        cluster = {"server": self.api.server, "certificate-authority": self.api.certificate}
        config = {
            "apiVersion": "v1",
            "kind": "Config",
            "clusters": [{"name": "cluster", "cluster": cluster}],
            "users": [{"name": account, "user": {"token": answer["status"]["token"]}}],
            "contexts": [{"name": "pod", "context": {"cluster": "cluster", "user": account}}],
            "current-context": "pod",
        }
        file = self.directory / f"{self.namespace}_{self.name}.kubeconfig"
        file.touch(0o600)
        file.write_text(json.dumps(config))
        return file

    async def _report(self, started: str) -> None:
        """Write the status whenever it has changed."""
        assert self.network is not None
        while True:
            await self.dirty.wait()
            self.dirty.clear()
            states = [container.state for container in self.containers]
            addresses = (self.network.address, self.node_address)
            status = pod_status(states, addresses, now(), self.written, started)
            if status == self.written:
                continue
            try:
                await self.api.request("PATCH", f"{self.path}/status", {"status": status}, STATUS)
                self.written = status
            except APIError as error:
                if error.status != 404:
                    print(f"{self.namespace}/{self.name}: status: {error}", flush=True)
                    await asyncio.sleep(0.2)
                    self.dirty.set()

    async def stop(self, grace: float) -> None:
        """End the containers within the grace period, then take the pod from the API server."""
        await asyncio.gather(*(container.stop(grace) for container in self.containers))
        await self.close()
        body = {"gracePeriodSeconds": 0, "preconditions": {"uid": self.item["metadata"]["uid"]}}
        with contextlib.suppress(APIError):
            await self.api.request("DELETE", self.path, body)

    async def close(self) -> None:
        """End everything at once."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*(container.kill() for container in self.containers))
        if self.network is not None:
            await self.network.close()


KINDS = {
    "configMapRef": "configmaps",
    "configMapKeyRef": "configmaps",
    "secretRef": "secrets",
    "secretKeyRef": "secrets",
}
