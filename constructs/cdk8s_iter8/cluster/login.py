"""The login to a cluster, as kubectl does it: kubeconfig files, or the ServiceAccount of a pod."""

import contextlib
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kubernetes.client import Configuration

from cdk8s_iter8.cluster.api_error import LoginError
from cdk8s_iter8.validation.problem import as_text, printable

_DEFAULT_FILE = "~/.kube/config"
_POD_NAMESPACE = Path("/var/run/secrets/kubernetes.io/serviceaccount/namespace")


@dataclass(frozen=True)
class Login:
    """Where calls go, and as whom.

    Attributes:
        configuration: The client's: server, certificates, credentials.
        context: How errors name the cluster, such as ``context production``.
        namespace: The namespace that commands without one mean.
    """

    configuration: Configuration
    context: str
    namespace: str


def log_in(context: str | None = None) -> Login:
    """Reads the kubeconfig files that ``KUBECONFIG`` lists, else ``~/.kube/config``; without any, a pod's own login.

    Args:
        context: The context; default: the current one of the files.

    Raises:
        LoginError: There is no kubeconfig, its context is not there, or its credentials cannot be had.
    """
    files = os.environ.get("KUBECONFIG") or _DEFAULT_FILE
    named = f"KUBECONFIG={files}" if os.environ.get("KUBECONFIG") else files
    there = any(Path(file).expanduser().exists() for file in files.split(os.pathsep) if file)
    try:
        if there:
            return _from_files(files, context)
        if context is None and os.environ.get("KUBERNETES_SERVICE_HOST"):
            return _in_pod()
    except LoginError as error:
        raise LoginError(printable(f"{named}: {error}")) from error
    except Exception as error:  # a malformed file makes the library raise errors of any kind
        raise LoginError(printable(f"{named}: cannot be used: {_words(error)}")) from error
    raise LoginError(printable(f"no cluster: there is no {named}, and this is not a pod"))


def _from_files(files: str, context: str | None) -> Login:
    from kubernetes.config.kube_config import KubeConfigLoader, KubeConfigMerger

    merger = KubeConfigMerger(files)
    content: dict[str, Any] = merger.config.value
    contexts = {named["name"]: named.value["context"] for named in merger.config["contexts"]}
    name = context or content.get("current-context")
    if not name:
        raise LoginError(f"has no current context; choose one by --context ({_listed(contexts)})")
    if name not in contexts:
        raise LoginError(f"there is no context {as_text(name)} (there are: {_listed(contexts)})")
    configuration = Configuration()
    with _logged_errors() as errors:
        loader = KubeConfigLoader(
            merger.config, active_context=name, config_base_path=None, config_persister=merger.save_changes
        )
        loader.load_and_set(configuration)
    if errors:
        raise LoginError(f"context {name}: the login failed: {'; '.join(errors)}")
    return Login(configuration, f"context {printable(name)}", str(contexts[name].get("namespace") or "default"))


def _in_pod() -> Login:
    from kubernetes.config import load_incluster_config

    configuration = Configuration()
    load_incluster_config(configuration)
    namespace = _POD_NAMESPACE.read_text().strip() if _POD_NAMESPACE.exists() else "default"
    return Login(configuration, "the cluster of this pod", namespace)


@contextlib.contextmanager
def _logged_errors() -> Iterator[list[str]]:
    """Yields the errors that the library logs: it goes on without credentials when a credential plugin fails."""
    errors: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            errors.append(record.getMessage())

    keep, root = Keep(logging.ERROR), logging.getLogger()
    root.addHandler(keep)
    try:
        yield errors
    finally:
        root.removeHandler(keep)


def _listed(contexts: dict[str, Any]) -> str:
    names = sorted(map(str, contexts))
    more = f" and {len(names) - 10} more" if len(names) > 10 else ""
    return (", ".join(names[:10]) or "none") + more


def _words(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return "; ".join(lines) or type(error).__name__
