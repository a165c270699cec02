"""Readiness probes over HTTP and TCP."""

import asyncio
import contextlib

import aiohttp

from tests.support.node.api import Object

EAGER = 0.25
"""Seconds between the probes until the first success; the kubelet waits `periodSeconds` there too."""


KUBELET = "kube-probe/1.34"


def port_number(container: Object, port: int | str) -> int:
    """A port, by its number or by its name."""
    if isinstance(port, int) or port.isdigit():
        return int(port)
    return next(int(entry["containerPort"]) for entry in container.get("ports") or () if entry.get("name") == port)


def headers(action: Object) -> dict[str, str]:
    """The headers of an `httpGet`; Knative's programs know the kubelet by its own."""
    return {"User-Agent": KUBELET, **{header["name"]: header["value"] for header in action.get("httpHeaders") or ()}}


async def succeeds(container: Object, probe: Object, address: str) -> bool:
    """Probe once. What is neither HTTP nor TCP (exec, gRPC) counts as TCP to the container's first port."""
    seconds = probe.get("timeoutSeconds", 1)
    action = probe.get("httpGet")
    with contextlib.suppress(OSError, TimeoutError, aiohttp.ClientError):
        if action:
            return await get(container, action, address, seconds) < 400
        target = (probe.get("tcpSocket") or {}).get("port") or container["ports"][0]["containerPort"]
        opened = asyncio.open_connection(address, port_number(container, target))
        _, writer = await asyncio.wait_for(opened, seconds)
        writer.close()
        return True
    return False


async def get(container: Object, action: Object, address: str, seconds: float) -> int:
    """The status of an `httpGet` action."""
    scheme = action.get("scheme", "HTTP").lower()
    host = action.get("host") or address
    url = f"{scheme}://{host}:{port_number(container, action['port'])}{action.get('path') or '/'}"
    timeout = aiohttp.ClientTimeout(total=seconds)
    async with (
        aiohttp.ClientSession(timeout=timeout) as session,
        session.get(url, headers=headers(action), ssl=False, allow_redirects=False) as response,
    ):
        return response.status
