"""What the kubelet and Prometheus ask for: /healthz, /readyz, /metrics."""

from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from cdk8s_iter8.engine.metrics import REGISTRY
from cdk8s_iter8.validation.problem import ValuesError


@dataclass
class Probes:
    """A small HTTP server.

    Attributes:
        host: The address to listen on.
        port: The port; 0: none.
        not_ready: Returns why the controller is not ready, a line each.
    """

    host: str
    port: int
    not_ready: Callable[[], list[str]]

    async def start(self) -> web.AppRunner:
        """Starts to listen; the caller cleans up the runner that is returned.

        Raises:
            ValuesError: Something else listens there.
        """
        app = web.Application()
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/readyz", self._readyz)
        app.router.add_get("/metrics", self._metrics)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        if self.port:
            try:
                await web.TCPSite(runner, self.host or None, self.port).start()
            except OSError as error:
                await runner.cleanup()
                address = f"{self.host}:{self.port}"
                raise ValuesError([f"--listen: cannot listen on {address}: {error.strerror or error}"]) from error
        return runner

    async def _healthz(self, _: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def _readyz(self, _: web.Request) -> web.Response:
        reasons = self.not_ready()
        return web.Response(text="\n".join(reasons or ["ok"]) + "\n", status=503 if reasons else 200)

    async def _metrics(self, _: web.Request) -> web.Response:
        return web.Response(body=generate_latest(REGISTRY), headers={"Content-Type": CONTENT_TYPE_LATEST})
