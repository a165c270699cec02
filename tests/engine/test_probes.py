"""What the kubelet and Prometheus ask for."""

import asyncio

import aiohttp
import pytest

from cdk8s_iter8.engine.probes import Probes
from cdk8s_iter8.validation.problem import ValuesError
from tests.e2e.stack import ports


def asked(path: str, reasons: list[str]) -> tuple[int, str]:
    async def run() -> tuple[int, str]:
        port = ports.free()
        runner = await Probes("127.0.0.1", port, lambda: reasons).start()
        try:
            async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
                return response.status, await response.text()
        finally:
            await runner.cleanup()

    return asyncio.run(run())


def test_it_is_alive_while_it_runs() -> None:
    assert asked("/healthz", ["not yet"]) == (200, "ok\n")


def test_it_is_ready_when_everything_is_known() -> None:
    assert asked("/readyz", []) == (200, "ok\n")
    assert asked("/readyz", ["services: not listed yet"]) == (503, "services: not listed yet\n")


def test_metrics() -> None:
    status, text = asked("/metrics", [])
    assert status == 200
    assert "cdk8s_iter8_reaction_seconds_bucket" in text


def test_a_port_that_is_taken_is_an_error() -> None:
    async def run() -> None:
        port = ports.free()
        runner = await Probes("127.0.0.1", port, list).start()
        try:
            with pytest.raises(ValuesError, match="cannot listen"):
                await Probes("127.0.0.1", port, list).start()
        finally:
            await runner.cleanup()

    asyncio.run(run())
