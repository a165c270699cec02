"""How fast routes follow, on a real API server: `make bench-engine`.

For each number of releases of two versions: how long until all routes are right after the last change of readiness
(applied from nothing), how long one change takes at rest to the applied route (200 changes each of a weight, a
readiness and a routemap), a thousand changes of one weight in a row, a restart, requests to the API server, memory and
processor time. ITER8_BIN names an Iter8 controller to be measured beside it, with 10 and 40 releases and 30 changes
each, since it must come to rest before each one.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import ssl
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

import aiohttp

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "constructs")]

from bench.audit import Audit  # noqa: E402
from bench.releases import APPLY, CORE, KNATIVE, MERGE, NAMESPACE, ROUTES, Releases  # noqa: E402
from tests.e2e import controller_installation, engine, iter8  # noqa: E402
from tests.e2e.controller_installation import Installation  # noqa: E402
from tests.e2e.controller_process import Controller  # noqa: E402
from tests.e2e.release import synth_controller  # noqa: E402
from tests.e2e.stack import cluster, crds  # noqa: E402
from tests.e2e.stack.api import API  # noqa: E402
from tests.e2e.stack.apiserver import APIServer  # noqa: E402
from tests.e2e.stack.etcd import etcd  # noqa: E402
from tests.e2e.stack.kubectl import Kubectl  # noqa: E402
from tests.e2e.stack.process import Process  # noqa: E402

CHANGES, CHANGES_OF_ITER8 = 200, 30
LONGEST = 240.0
"""Seconds to wait for the last of a thousand changes."""


async def measure(bench: Releases, controller: Controller, count: int, changes: int) -> dict[str, Any]:
    """Measures one controller with that many releases."""
    figures: dict[str, Any] = {}
    controller.start()
    served, began = sum(map(cpu, bench.servers)), time.perf_counter()
    await bench.each(bench.create, count)
    await bench.each(lambda number: bench.ready(f"app{number}-0", "True"), count)
    await bench.each(lambda number: bench.ready(f"app{number}-1", "True"), count)
    applied = time.perf_counter()
    right = {f"app{number}": {f"app{number}-0": 30, f"app{number}-1": 70} for number in range(count)}
    ended = await bench.until(lambda: len(bench.routes) == count and all(bench.routes[n][0] == right[n] for n in right))
    figures["creating all releases, s"] = round(applied - began, 2)
    figures["all routes right after the last apply, s"] = round(ended - applied, 2)
    await quiet(bench.audit, 3)
    figures["at work after the last apply, s"] = round(time.perf_counter() - 3 - applied, 1)
    figures["requests until then, for each release"] = round(bench.audit.requests / count, 1)
    figures["processor time until then, s"] = round(cpu(controller), 1)
    figures["that of the API server and etcd, s"] = round(sum(map(cpu, bench.servers)) - served, 1)
    figures |= await at_rest(bench, controller, count, changes)
    used = cpu(controller)
    await asyncio.sleep(20)
    figures["processor at rest, %"] = round((cpu(controller) - used) / 20 * 100, 1)
    figures |= await a_thousand(bench)
    figures["memory, MiB"] = memory(controller)
    if not controller.slow:  # Iter8's would work them off for many minutes; its restart begins without them
        await quiet(bench.audit, 3)
    figures |= await restart(bench, controller, count)
    controller.stop()
    return figures | await floor(bench, count)


async def floor(bench: Releases, count: int) -> dict[str, Any]:
    """How long the API server takes for the requests of a release's first route, of a program that does nothing else.

    They are the finalizers of two versions, the apply of the route and an Event.
    """
    finalizers = {"metadata": {"finalizers": ["example.com/finalizer"]}}

    async def one(number: int) -> None:
        name = f"app{number}"
        for version in (f"{name}-0", f"{name}-1"):
            await bench.call("PATCH", f"{KNATIVE}/services/{version}", finalizers, MERGE)
        route = {
            "apiVersion": "networking.istio.io/v1beta1",
            "kind": "VirtualService",
            "metadata": {"name": f"{name}-floor", "namespace": NAMESPACE},
            "spec": {"hosts": [name], "http": [{"route": [{"destination": {"host": f"{name}-0"}, "weight": 100}]}]},
        }
        await bench.call("PATCH", f"{ROUTES}/{name}-floor?fieldManager=bench", route, APPLY)
        about = {"kind": "ConfigMap", "name": f"{name}-routemap", "namespace": NAMESPACE}
        event = {"metadata": {"generateName": name}, "involvedObject": about, "reason": "RouteApplied", "message": name}
        await bench.call("POST", f"{CORE}/events", event)

    began = time.perf_counter()
    await bench.each(one, count)
    return {"the API server alone for the same requests, s": round(time.perf_counter() - began, 2)}


async def quiet(audit: Audit, seconds: float) -> None:
    """Waits until the controller makes no request for so long: it has written its Events, too."""
    since, before = time.perf_counter(), -1
    while time.perf_counter() - since < seconds:
        if (now := audit.update()) != before:
            since, before = time.perf_counter(), now
        await asyncio.sleep(0.05)


async def at_rest(bench: Releases, controller: Controller, count: int, changes: int) -> dict[str, Any]:
    """One change at a time: from the request to the route as the watch sees it."""
    figures: dict[str, Any] = {}
    for kind, change in (("weight", weight_changed), ("readiness", readiness_changed), ("routemap", routemap_changed)):
        before, seconds = bench.audit.update(), []
        for number in range(changes):
            name = f"app{random.randrange(count)}"  # noqa: S311
            began = time.perf_counter()
            await change(bench, name, number)
            seconds.append(bench.routes[name][2] - began)
            if controller.slow:
                await quiet(bench.audit, 1)
            else:
                await asyncio.sleep(0.02)
        await quiet(bench.audit, 2)
        seconds.sort()
        p99 = seconds[min(len(seconds) - 1, int(len(seconds) * 0.99))]
        figures[f"{kind}, median s"], figures[f"{kind}, p99 s"] = round(median(seconds), 3), round(p99, 3)
        figures[f"{kind}, requests"] = round((bench.audit.requests - before) / changes, 2)
    return figures


async def weight_changed(bench: Releases, name: str, number: int) -> None:
    """Annotates a weight-config, and waits for the route."""
    await bench.weigh(f"{name}-1", 1000 + number)
    await bench.until(lambda: bench.routes[name][0][f"{name}-1"] == 1000 + number, 300)


async def readiness_changed(bench: Releases, name: str, _: int) -> None:
    """Makes the primary unready, or ready again, and waits for the route."""
    away = f"{name}-0" in bench.routes[name][0]
    await bench.ready(f"{name}-0", str(not away))
    await bench.until(lambda: (f"{name}-0" in bench.routes[name][0]) is not away, 300)


async def routemap_changed(bench: Releases, name: str, number: int) -> None:
    """Edits the routemap's template, and waits for the route."""
    await bench.host(name, f"host{number}.example.com")
    await bench.until(lambda: f"host{number}.example.com" in bench.routes[name][1], 300)


async def a_thousand(bench: Releases) -> dict[str, Any]:
    """A thousand changes of one weight in a row."""
    began = time.perf_counter()
    for weight in range(1, 1001):
        await bench.weigh("app0-1", 2000 + weight)
    last = time.perf_counter()
    after: float | str
    try:
        ended = await bench.until(lambda: bench.routes["app0"][0]["app0-1"] == 3000, LONGEST)
        after = round(max(0.0, ended - last), 3)
    except TimeoutError:
        after = f"more than {LONGEST}"
    return {"1000 changes, s": round(last - began, 2), "last of 1000 changes applied after, s": after}


async def restart(bench: Releases, controller: Controller, count: int) -> dict[str, Any]:
    """From the start of the process until each routemap was worked on, and what was applied meanwhile."""
    controller.stop()
    bench.audit.forget()
    began = time.perf_counter()
    controller.start()
    if controller.slow:  # it applies every route again
        while len(bench.audit.routes) < count:
            await asyncio.sleep(0.1)
            bench.audit.update()
    else:
        while (await metric(bench, controller, "cdk8s_iter8_reaction_seconds_count")) < count:
            await asyncio.sleep(0.1)
    seconds = time.perf_counter() - began
    await quiet(bench.audit, 3)
    return {
        "restart until all verified, s": round(seconds, 1),
        "restart until at rest, s": round(time.perf_counter() - 3 - began, 1),
        "applied at restart": bench.audit.routes.total(),
    }


def address(controller: Controller) -> str:
    """Where the controller serves its metrics."""
    return next(each.partition("=")[2] for each in controller.argv if each.startswith("--listen="))


async def metric(bench: Releases, controller: Controller, name: str) -> float:
    """The sum of the controller's metrics whose line begins so."""
    async with bench.session.get(f"http://{address(controller)}/metrics") as response:
        lines = (await response.text()).splitlines()
    return sum(float(line.rpartition(" ")[2]) for line in lines if line.startswith(name))


def cpu(program: Process) -> float:
    """Seconds of processor time that the process has used."""
    assert program.process is not None
    fields = Path(f"/proc/{program.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(controller: Controller) -> int:
    """The most memory that the process has had, in MiB."""
    assert controller.process is not None
    status = Path(f"/proc/{controller.process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) // 1024


async def run(directory: Path, count: int, changes: int, *, theirs: bool) -> dict[str, Any]:
    """Starts an API server of its own and measures."""
    store, endpoint = etcd(directory)
    store.start()
    apiserver = APIServer(directory, endpoint)
    controller: Controller | None = None
    api: API | None = None
    try:
        apiserver.process.start()
        kubectl = Kubectl(apiserver.kubeconfig("admin", apiserver.token))
        cluster.install(kubectl, crds.directory())
        kubectl("create", "namespace", NAMESPACE)
        api = API("admin", directory, kubectl)
        target = cluster.Cluster(directory, kubectl, api)
        file = "controller.yaml" if theirs else "routing-controller.yaml"
        values = (ROOT / "tests" / "e2e" / file).read_text()
        files = synth_controller(values, Path(tempfile.mkdtemp(dir=directory)))
        installation = Installation(controller_installation.read(files))
        installation.install(target)
        program = iter8.binary()
        if theirs and program is not None:
            controller = iter8.iter8(program, target, installation)
        else:
            controller = engine.engine(target, installation)
        trusted = ssl.create_default_context(cafile=str(apiserver.certificates / "apiserver.crt"))
        connector = aiohttp.TCPConnector(ssl=trusted, limit=32)
        headers = {"Authorization": f"Bearer {apiserver.token}"}
        async with aiohttp.ClientSession(connector=connector, headers=headers, read_bufsize=2**22) as session:
            audit = Audit(apiserver.audit_log, installation.user)
            servers = (apiserver.process, store)
            bench = Releases(f"https://127.0.0.1:{apiserver.port}", session, audit, servers)
            watch = asyncio.create_task(bench.watch())
            measured = asyncio.create_task(measure(bench, controller, count, changes))
            await asyncio.wait((watch, measured), return_when=asyncio.FIRST_COMPLETED)
            if watch.done():
                watch.result()
            watch.cancel()
            return await measured
    finally:
        for process in (controller, apiserver.process, store):
            if process is not None:
                process.stop(signal.SIGKILL)


def main() -> None:
    """Prints a table, and writes the figures as JSON where `--json` says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, nargs="*", default=[10, 100, 1000])
    parser.add_argument("--iter8-releases", type=int, nargs="*", default=[10, 40])
    parser.add_argument("--changes", type=int, default=CHANGES)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    runs = [(count, False) for count in given.releases]
    if iter8.binary() is not None:
        runs += [(count, True) for count in given.iter8_releases]
    results: dict[str, dict[str, Any]] = {}
    for count, theirs in runs:
        title = f"{'Iter8' if theirs else 'cdk8s-iter8'}, {count} releases"
        with tempfile.TemporaryDirectory(prefix="cdk8s-iter8-bench-") as directory:
            results[title] = asyncio.run(
                run(Path(directory), count, given.changes if not theirs else CHANGES_OF_ITER8, theirs=theirs)
            )
        print(f"{title}:")
        for name, value in results[title].items():
            print(f"  {name:45} {value}", flush=True)
    if given.json:
        given.json.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
