"""What can go wrong with a call of the Kubernetes API, one line each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cdk8s_iter8.cluster.keys import GVR
from cdk8s_iter8.cluster.permission import missing_rule
from cdk8s_iter8.validation.problem import printable


class LoginError(Exception):
    """There is no usable kubeconfig, and no ServiceAccount of a pod either."""


class APIError(Exception):
    """The API server refused a call, or did not answer.

    Attributes:
        status: The HTTP status; 0: there was no answer.
        reason: Kubernetes' word, such as ``Conflict``.
        message: What the server said.
        retry_after: Seconds that the server asked to wait.
        details: Kubernetes' ``details`` of the answer; empty if there are none.
    """

    def __init__(
        self,
        status: int,
        reason: str,
        message: str,
        retry_after: float | None = None,
        details: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(f"{status} {reason}: {message}" if status else message)
        self.status, self.reason, self.message, self.retry_after = status, reason, message, retry_after
        self.details = dict(details or {})


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the API, as errors name it.

    Attributes:
        verb: Kubernetes' verb, such as ``list``; a dry run has the verb of what it tries.
        gvr: The type.
        namespace: The namespace; empty: all namespaces, or a type without namespaces.
        name: The object's name; empty: all objects.
    """

    verb: str
    gvr: GVR
    namespace: str = ""
    name: str = ""

    def __str__(self) -> str:
        where = f"in namespace {self.namespace}" if self.namespace else "in all namespaces"
        return f"{self.verb} {self.gvr} {where}" if not self.name else f"{self.verb} {self.gvr} {self.target}"

    @property
    def target(self) -> str:
        """The object as ``NAMESPACE/NAME``, or its name alone."""
        return f"{self.namespace}/{self.name}" if self.namespace else self.name


class CallError(APIError):
    """The API server refused a verb's call. The text is one line, with what would help."""

    def __init__(self, call: Call, error: APIError, text: str) -> None:
        super().__init__(error.status, error.reason, error.message, error.retry_after, error.details)
        self.call, self.text = call, text

    def __str__(self) -> str:
        return printable(self.text)


class NoAnswerError(CallError):
    """The API server does not answer."""


class ExpiredLoginError(CallError):
    """The API server does not know who asks: there are no credentials, or they have expired."""


class NotPermittedError(CallError):
    """RBAC does not permit a call."""


class MissingTypeError(CallError):
    """The cluster has no such type: its CRD is not installed."""


class NotThereError(CallError):
    """There is no such object, or no such namespace."""


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A field that somebody else has applied, with another value.

    Attributes:
        field: The field, such as ``.spec.template``.
        manager: The field manager who owns it, in the server's words, such as ``"kubectl" using v1``.
    """

    field: str
    manager: str


class ConflictError(CallError):
    """An object has changed meanwhile, or a field of it belongs to another field manager (`conflicts`)."""

    @property
    def conflicts(self) -> tuple[FieldConflict, ...]:
        """The fields of other field managers; empty: the object has changed meanwhile."""
        causes = [cause for cause in self.details.get("causes") or () if isinstance(cause, dict)]
        return tuple(
            FieldConflict(str(cause.get("field", "")), str(cause.get("message", "")).removeprefix("conflict with "))
            for cause in causes
            if cause.get("reason") == "FieldManagerConflict"
        )


def refusal(status: int, body: bytes, headers: Mapping[str, str]) -> APIError:
    """Reads the API server's answer to a call that it has refused.

    Args:
        status: The HTTP status.
        body: The answer: a ``Status`` as JSON, or any text.
        headers: The answer's headers.

    Example:
        >>> refusal(404, b'{"reason": "NotFound", "message": "not there"}', {})
        APIError('404 NotFound: not there')
    """
    details: object = None
    try:
        answer = json.loads(body)
        reason, message = str(answer.get("reason") or ""), str(answer["message"])
        details = answer.get("details")
    except (ValueError, LookupError, AttributeError):
        reason, message = "", body[:200].decode("utf-8", "replace")
    after = headers.get("Retry-After", "")
    return APIError(
        status,
        reason,
        message,
        float(after) if after.isdecimal() else None,
        details if isinstance(details, dict) else None,
    )


def call_error(call: Call, error: APIError, context: str) -> CallError:
    """Says in one line why a call failed, and what would help.

    Args:
        call: The call.
        error: The API server's answer.
        context: How errors name the cluster, such as ``context production``.

    Example:
        >>> pods = Call("list", GVR("", "v1", "pods"), "default")
        >>> print(call_error(pods, APIError(403, "Forbidden", "you cannot list"), "context a"))
        not permitted: list pods in namespace default; missing rule: {apiGroups: [""], resources: ["pods"], verbs: ["list"]}
    """  # noqa: E501
    kind, text = _explained(call, error, context)
    return kind(call, error, text)


def _explained(call: Call, error: APIError, context: str) -> tuple[type[CallError], str]:
    said = f"{call}: {error.message}"
    match error.status:
        case 0:
            return NoAnswerError, f"{context}: {error.message}"
        case 401:
            text = f"{context}: the API server does not accept the credentials: they are missing, wrong or expired; "
            return ExpiredLoginError, f"{text}log in again, and see what `kubectl auth whoami` says"
        case 403:
            # The server also answers 403 where no rule of RBAC would help, as in a namespace that is being deleted.
            more = "" if " cannot " in error.message else f" ({error.message})"
            return NotPermittedError, f"not permitted: {call}{more}; missing rule: {missing_rule(call.gvr, call.verb)}"
        case 404 if not error.details.get("name"):
            what = f"{call.gvr} of version {call.gvr.version}" if call.gvr.resource else call.gvr.api_version
            return MissingTypeError, f"{context}: the cluster has no {what}: the CRD is not installed"
        case 404 | 409 as status:
            return NotThereError if status == 404 else ConflictError, said
        case status:
            return CallError, f"{call}: {status} {error.reason}: {error.message}"
