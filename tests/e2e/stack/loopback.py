"""A plain HTTP request to a port on loopback, for readiness and for reading an Envoy's configuration."""

import http.client
import json
from typing import Any


def get(port: int, path: str, host: str = "127.0.0.1") -> tuple[int, bytes]:
    """The status and body of one GET."""
    connection = http.client.HTTPConnection(host, port, timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def get_json(port: int, path: str) -> Any:
    """The body of one GET, parsed."""
    return json.loads(get(port, path)[1])
