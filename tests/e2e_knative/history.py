"""All the routes that a release has had for a while."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.release import shares_of
from tests.e2e.stack import packages
from tests.e2e.stack.api import Object
from tests.e2e.stack.eventually import eventually
from tests.e2e_knative.release import KnativeRelease


@contextmanager
def history(release: KnativeRelease) -> Iterator[list[dict[str, float]]]:
    """Collects the shares of each route from now on; they are in the list at the end.

    A look now and then would miss a route that is soon replaced.
    """
    shares: list[dict[str, float]] = []
    file = release.directory / "routes.json"
    command = [str(packages.kubectl()), "get", "virtualservice", release.name, "-n", release.namespace]
    with file.open("w") as output:
        watch = subprocess.Popen(
            [*command, "--watch", "-o", "json"], env=release.cluster.kubectl.environment, stdout=output
        )
        try:
            eventually(lambda: _routes(file), bool, "the first route")
            yield shares
            newest = release.route()
            assert newest is not None
            version = newest["metadata"]["resourceVersion"]
            eventually(lambda: _versions(file), lambda seen: version in seen, f"route {version} among those watched")
        finally:
            watch.terminate()
            watch.wait()
    shares += map(shares_of, _routes(file))


def _versions(file: Path) -> list[str]:
    return [route["metadata"]["resourceVersion"] for route in _routes(file)]


def _routes(file: Path) -> list[Object]:
    """The objects that are there whole."""
    text, routes, decoder = file.read_text(), list[Object](), json.JSONDecoder()
    while text := text.lstrip():
        try:
            route, end = decoder.raw_decode(text)
        except ValueError:  # it is still being written
            break
        routes.append(route)
        text = text[end:]
    return routes
