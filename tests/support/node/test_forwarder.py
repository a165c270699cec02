import asyncio

from tests.support.node.forwarder import Forwarder, listened, targets


def service(address: str, *ports: dict[str, object]) -> dict[str, object]:
    return {"metadata": {"namespace": "a", "name": "web"}, "spec": {"clusterIP": address, "ports": list(ports)}}


def endpoints(port: int) -> dict[str, object]:
    return {"subsets": [{"addresses": [{"ip": "127.0.0.1"}], "ports": [{"name": "http", "port": port}]}]}


def test_listened() -> None:
    key = ("a", "web")
    ports = ({"name": "http", "port": 80}, {"name": "dns", "port": 53, "protocol": "UDP"})
    assert listened({key: service("10.96.0.7", *ports)}) == {("10.96.0.7", 80): (key, "http")}
    assert listened({key: service("None", *ports)}) == {}
    assert listened({key: {"spec": {"externalName": "x"}}}) == {}


def test_targets() -> None:
    assert targets(endpoints(7), "http") == [("127.0.0.1", 7)]
    assert targets(endpoints(7), "other") == []
    assert targets({"subsets": [{"notReadyAddresses": [{"ip": "1.2.3.4"}], "ports": [{"port": 1}]}]}, "") == []
    assert targets(None, "http") == []


def test_a_connection_goes_to_the_endpoint_and_closes_without_one() -> None:
    async def scenario() -> None:
        async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(await reader.read())
            writer.close()

        there = await asyncio.start_server(echo, "127.0.0.1", 0)
        port = there.sockets[0].getsockname()[1]
        free = await asyncio.start_server(echo, "127.0.0.2", 0)
        cluster_port = free.sockets[0].getsockname()[1]
        free.close()
        await free.wait_closed()
        services = {("a", "web"): service("127.0.0.2", {"name": "http", "port": cluster_port})}
        ready = {("a", "web"): endpoints(port)}
        forwarder = Forwarder(services, ready)
        forwarder.changed.set()
        running = asyncio.create_task(forwarder.run())
        while not forwarder.servers:
            await asyncio.sleep(0.01)
        assert await say(cluster_port, b"hello") == b"hello"
        ready.clear()
        assert await say(cluster_port, b"hello") == b""
        services.clear()
        forwarder.changed.set()
        while forwarder.servers:
            await asyncio.sleep(0.01)
        running.cancel()
        there.close()

    asyncio.run(asyncio.wait_for(scenario(), 20))


async def say(port: int, text: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.2", port)
    try:
        writer.write(text)
        writer.write_eof()
        return await reader.read()
    except OSError:
        return b""
    finally:
        writer.close()
