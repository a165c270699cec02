"""Calls of the Kubernetes API, as JSON.

The official client knows clusters and logins: kubeconfig and in-cluster files, certificates, tokens that change. Its
models of objects are not used, since they cost more than the calls themselves.
"""

import asyncio
import json
import os
import random
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import aiohttp
from kubernetes.aio import client
from kubernetes.aio.config import ConfigException, load_incluster_config, load_kube_config

from cdk8s_iter8.cluster.api_error import APIError, LoginError, refusal
from cdk8s_iter8.cluster.keys import Object
from cdk8s_iter8.engine.metrics import REQUESTS

_TIMEOUT = 15.0
_SILENT = 120.0
_LONGEST_LINE = 8 * 1024 * 1024


@dataclass
class API:
    """A client for one cluster."""

    client: client.ApiClient

    async def get(self, path: str, **query: str) -> Object:
        """Reads an object or a list."""
        return await self._call("GET", path, query)

    async def post(self, path: str, body: Object, **query: str) -> Object:
        """Creates an object."""
        return await self._call("POST", path, query, body)

    async def put(self, path: str, body: Object) -> Object:
        """Replaces an object."""
        return await self._call("PUT", path, {}, body)

    async def patch(self, path: str, body: Any, content_type: str, **query: str) -> Object:
        """Changes an object; `content_type` says what the body is."""
        return await self._call("PATCH", path, query, body, content_type)

    async def delete(self, path: str, body: Object) -> Object:
        """Deletes an object."""
        return await self._call("DELETE", path, {}, body)

    async def watch(self, path: str, query: Mapping[str, str]) -> AsyncIterator[Object]:
        """Yields events until the server ends the watch, or says nothing for two minutes."""
        timeout = aiohttp.ClientTimeout(total=None, connect=10, sock_read=_SILENT)
        response = await self._send("GET", path, {**query, "watch": "true"}, None, None, timeout)
        try:
            async for line in response.content:
                yield json.loads(line)
        except TimeoutError:  # nothing has changed for long, or the connection is dead; the next watch shows which
            return
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise _unanswered(error) from error
        finally:
            response.close()

    async def close(self) -> None:
        """Closes the connections."""
        await self.client.close()

    async def _call(
        self, method: str, path: str, query: Mapping[str, str], body: Any = None, content_type: str | None = None
    ) -> Object:
        timeout = aiohttp.ClientTimeout(total=_TIMEOUT)
        response = await self._send(method, path, query, body, content_type, timeout)
        try:
            answer: Object = json.loads(await response.read())
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise _unanswered(error) from error
        return answer

    async def _send(  # noqa: PLR0917
        self,
        method: str,
        path: str,
        query: Mapping[str, str],
        body: Any,
        content_type: str | None,
        timeout: aiohttp.ClientTimeout,
    ) -> aiohttp.ClientResponse:
        headers = {"Accept": "application/json", "Content-Type": content_type or "application/json"}
        status = 0
        try:
            await self.client.update_params_for_auth(headers, [], ["BearerToken"], path, method, body)
            url = f"{self.client.configuration.host}{path}" + (f"?{urlencode(query)}" if query else "")
            wrapped = await self.client.rest_client.request(
                method, url, headers=headers, body=body, _request_timeout=timeout
            )
            response: aiohttp.ClientResponse = wrapped.response
            status = response.status
            if status >= 300:
                raise refusal(status, await response.read(), response.headers)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise _unanswered(error) from error
        finally:
            REQUESTS.labels(method, "watch" if "watch" in query else "", status or "none").inc()
        return response


async def connect() -> API:
    """Logs in: with the file that KUBECONFIG names, else as the pod's ServiceAccount.

    Raises:
        LoginError: Neither can be used.
    """
    configuration = client.Configuration()
    kubeconfig = os.environ.get("KUBECONFIG")
    try:
        if kubeconfig or not os.environ.get("KUBERNETES_SERVICE_HOST"):
            await load_kube_config(kubeconfig, client_configuration=configuration)
        else:
            load_incluster_config(configuration)
    except (ConfigException, OSError) as error:
        where = f"KUBECONFIG={kubeconfig}" if kubeconfig else "no KUBECONFIG, and no ServiceAccount of a pod"
        raise LoginError(f"{where}: {error}") from error
    configuration.connection_pool_maxsize = 64
    configuration.client_session_kwargs = {"read_bufsize": _LONGEST_LINE}
    return API(client.ApiClient(configuration))


async def pause(seconds: float) -> None:
    """Waits about so long, so that clients do not come all at once."""
    await asyncio.sleep(seconds * random.uniform(0.5, 1.5))  # noqa: S311


def _unanswered(error: Exception) -> APIError:
    return APIError(0, "NoAnswer", f"no answer from the API server: {type(error).__name__} {error}".strip())
