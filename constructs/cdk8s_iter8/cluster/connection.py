"""Calls of the Kubernetes API for verbs: one after the other or several at once."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final, TypeVar
from urllib.parse import urlencode

from kubernetes.client import ApiClient

from cdk8s_iter8.cluster.api_error import APIError, Call, MissingTypeError, NotThereError, call_error
from cdk8s_iter8.cluster.keys import GVR, Object, ObjectKey
from cdk8s_iter8.cluster.login import log_in
from cdk8s_iter8.cluster.marks import FIELD_MANAGER
from cdk8s_iter8.cluster.patches import APPLY
from cdk8s_iter8.cluster.transport import Transport

AT_ONCE: Final = 8
"""Calls at once."""

_PAGE = "500"

A = TypeVar("A")
B = TypeVar("B")


@dataclass
class Connection:
    """A connection to one cluster. Its methods may be called by several threads.

    Each method raises a `CallError`: `NoAnswerError`, `ExpiredLoginError`, `NotPermittedError`, `MissingTypeError`,
    `NotThereError`, `ConflictError`, or itself for what the server refuses otherwise. Its text is one line.

    Attributes:
        transport: The way to its API server.
        context: How errors name the cluster, such as ``context production``.
        namespace: The namespace that commands without one mean.
    """

    transport: Transport
    context: str
    namespace: str

    def read(self, key: ObjectKey) -> Object | None:
        """Reads an object; None: there is none, or its type is not in the cluster."""
        try:
            return self.read_typed(key)
        except MissingTypeError:
            return None

    def read_typed(self, key: ObjectKey) -> Object | None:
        """Reads an object; None: there is none.

        Raises:
            MissingTypeError: The cluster has no such type.
        """
        try:
            return self._call(Call("get", *key), "GET")
        except NotThereError:
            return None

    def objects(self, gvr: GVR, namespace: str | None, selector: str = "") -> list[Object]:
        """Reads the objects of a type, as `read` does one of them.

        Args:
            gvr: The type.
            namespace: The namespace; None: all.
            selector: The label selector; empty: all objects.

        Raises:
            MissingTypeError: The cluster has no such type.
        """
        call = Call("list", gvr, namespace or "")
        items: list[Object] = []
        query = {"limit": _PAGE} | ({"labelSelector": selector} if selector else {})
        while True:
            page = self._call(call, "GET", query)
            of_type = _of_type(page)
            items += [of_type | item for item in page.get("items") or []]
            token = (page.get("metadata") or {}).get("continue")
            if not token:
                return items
            query["continue"] = token

    def apply(
        self, key: ObjectKey, manifest: Mapping[str, Any], *, dry_run: bool = False, force: bool = False
    ) -> Object:
        """Applies an object by the server, as field manager ``cdk8s-iter8``.

        Args:
            key: The object.
            manifest: What is applied.
            dry_run: Whether the server only answers what the object would be.
            force: Whether to take fields from other field managers.

        Raises:
            ConflictError: A field belongs to another field manager, and `force` is not given.
            NotThereError: There is no such namespace.
        """
        query = {"fieldManager": FIELD_MANAGER, "force": str(force).lower(), "fieldValidation": "Strict"}
        return self._call(Call("patch", *key), "PATCH", query | _dry(dry_run), manifest, APPLY)

    def patch(self, key: ObjectKey, body: Any, content_type: str, *, dry_run: bool = False) -> Object:
        """Changes an object; `content_type` says what the body is (`cdk8s_iter8.cluster.patches`)."""
        return self._call(
            Call("patch", *key), "PATCH", {"fieldManager": FIELD_MANAGER} | _dry(dry_run), body, content_type
        )

    def delete(self, key: ObjectKey, uid: str | None = None, *, dry_run: bool = False) -> bool:
        """Deletes an object, without waiting until it is gone.

        Args:
            key: The object.
            uid: Deletes the object with this uid only; another one of the name is a `ConflictError`. None: any object.
            dry_run: Whether the server only answers whether it would.

        Returns:
            Whether there was such an object.
        """
        body: Object = {"propagationPolicy": "Background"} | ({"preconditions": {"uid": uid}} if uid else {})
        if dry_run:
            body["dryRun"] = ["All"]  # where a deletion has a body, the server ignores what the query says
        try:
            self._call(Call("delete", *key), "DELETE", body=body)
        except (NotThereError, MissingTypeError):
            return False
        return True

    def resources(self, group: str, version: str) -> Object:
        """Reads which types an API group has in a version.

        Raises:
            MissingTypeError: The cluster has no such group or version.
        """
        call = Call("get", GVR(group, version, ""))
        return self._call(call, "GET", path=f"/apis/{group}/{version}" if group else f"/api/{version}")

    def at_once(self, function: Callable[[A], B], items: Iterable[A]) -> list[B]:
        """Calls a function for several items at once; the results are in the order of the items."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return [*pool.map(function, items)]

    def close(self) -> None:
        """Closes the connections."""
        self.transport.close()

    def __enter__(self) -> "Connection":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _call(  # noqa: PLR0917
        self,
        call: Call,
        method: str,
        query: Mapping[str, str] | None = None,
        body: Any = None,
        content_type: str = "application/json",
        path: str | None = None,
    ) -> Object:
        path = path or call.gvr.path(call.namespace or None, call.name or None)
        try:
            return self.transport.send(method, path + (f"?{urlencode(query)}" if query else ""), body, content_type)
        except APIError as error:
            raise call_error(call, error, self.context) from None


def connect(context: str | None = None, namespace: str | None = None) -> Connection:
    """Logs in to a cluster as kubectl does; the first call shows whether it answers.

    Args:
        context: The kubeconfig's context; default: the current one.
        namespace: The namespace that commands mean; default: the context's, else ``default``.

    Raises:
        LoginError: There is no kubeconfig, its context is not there, or its credentials cannot be had.
    """
    login = log_in(context)
    login.configuration.connection_pool_maxsize = AT_ONCE
    return Connection(Transport(ApiClient(login.configuration)), login.context, namespace or login.namespace)


def _dry(wanted: bool) -> dict[str, str]:
    return {"dryRun": "All"} if wanted else {}


def _of_type(page: Object) -> Object:
    """Returns apiVersion and kind of a list's objects: the server leaves them out there for its own types."""
    kind, is_list, _ = str(page.get("kind", "")).rpartition("List")
    return {"apiVersion": page["apiVersion"], "kind": kind} if is_list else {}
