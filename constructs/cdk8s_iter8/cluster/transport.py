"""JSON to the API server and back, over connections that are kept.

The official client knows logins and connections. Its models of objects are not used.
"""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kubernetes.client import ApiClient
from urllib3 import Timeout
from urllib3.exceptions import HTTPError, ProtocolError

from cdk8s_iter8.cluster.api_error import APIError, refusal
from cdk8s_iter8.cluster.keys import Object

_CONNECT, _READ = 5.0, 30.0
_TRIES, _TOO_MANY, _LONGEST_PAUSE = 3, 429, 5.0


@dataclass
class Transport:
    """The way to one API server. `send` may be called by several threads.

    Attributes:
        client: The official client, which has the login.
        timeout: How long a call may last.
    """

    client: ApiClient
    timeout: Timeout = field(default_factory=lambda: Timeout(connect=_CONNECT, read=_READ))

    def send(self, method: str, path: str, body: Any, content_type: str) -> Object:
        """Sends a request; again, if the server asks to wait, or has closed a connection on which something is read.

        Args:
            method: HTTP's method.
            path: The path, with the query.
            body: What is sent as JSON; None: nothing.
            content_type: What the body is.

        Raises:
            APIError: The server refuses, or does not answer as an API server does.
        """
        host = self.client.configuration.host
        headers = {"Accept": "application/json", "Content-Type": content_type}
        text = None if body is None else json.dumps(body).encode()
        for tries_left in reversed(range(_TRIES)):
            try:
                status, data, answered = self._answer(method, path, text, headers)
            except ProtocolError as error:  # an idle connection that the server has closed
                if method == "GET" and tries_left:
                    continue
                raise APIError(0, "NoAnswer", f"no answer from {host}: {_words(error)}") from error
            except (HTTPError, OSError) as error:
                raise APIError(0, "NoAnswer", f"no answer from {host}: {_words(error)}") from error
            if status < 300:
                break
            refused = refusal(status, data, answered)
            if status != _TOO_MANY or not tries_left:
                raise refused
            time.sleep(min(refused.retry_after or 1.0, _LONGEST_PAUSE))
        try:
            answer: Object = json.loads(data)
        except ValueError as error:
            raise APIError(0, "NoAnswer", f"{host} does not answer as an API server does") from error
        return answer

    def close(self) -> None:
        """Closes the connections."""
        self.client.rest_client.close()

    def _answer(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str]
    ) -> tuple[int, bytes, Mapping[str, str]]:
        self.client.update_params_for_auth(headers, [], ["BearerToken"], path, method, body)
        answer = self.client.rest_client.pool_manager.request(
            method,
            f"{self.client.configuration.host}{path}",
            body=body,
            headers=headers,
            timeout=self.timeout,
            retries=False,
        )
        return answer.status, answer.data, answer.headers


def _words(error: Exception) -> str:
    """Returns the library's words, without the Python objects that it names."""
    text = str(error)
    return text.partition("Failed to establish a new connection: ")[2] or text or type(error).__name__
