"""When an Envoy has what was applied before: a route of ours that carries a number is seen to change in it."""

import http.client
import itertools
import threading
from dataclasses import dataclass, field

from tests.e2e.stack.api import API
from tests.e2e.stack.eventually import eventually

HOST = "settled.e2e.test"


@dataclass
class Settled:
    """A VirtualService that answers with a number of ours.

    istiod learns of VirtualServices in the order in which the API server took them and gives an Envoy one consistent
    configuration at a time, so when the number arrives, every VirtualService applied before it has arrived as well.
    """

    api: API
    port: int
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, seconds: float = 30) -> None:
        """Wait until the Envoy behind `port` has everything that was applied until now."""
        with self.lock:
            number = str(next(self.numbers))
            self.api.apply("vs", "default", "settled", virtual_service(number), manager="e2e")
            eventually(self.read, lambda seen: seen == number, f"configuration {number} in Envoy", seconds)

    def read(self) -> str:
        """The number that the Envoy answers with now."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/", headers={"Host": HOST})
            return connection.getresponse().read().decode()
        except OSError as error:
            return str(error)
        finally:
            connection.close()


def virtual_service(number: str) -> dict[str, object]:
    return {
        "apiVersion": "networking.istio.io/v1beta1",
        "kind": "VirtualService",
        "metadata": {"name": "settled", "namespace": "default"},
        "spec": {
            "hosts": [HOST],
            "http": [{"name": "settled", "directResponse": {"status": 200, "body": {"string": number}}}],
        },
    }
