"""The login: which kubeconfig, which context, which namespace, and what is wrong with them."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from cdk8s_iter8.cluster.api_error import LoginError
from cdk8s_iter8.cluster.login import log_in


def kubeconfig(file: Path, *names: str, current: str | None = None, user: Any = None, **context: str) -> Path:
    content: dict[str, Any] = {
        "clusters": [{"name": name, "cluster": {"server": f"https://{name}.example:6443"}} for name in names],
        "users": [{"name": name, "user": user or {"token": f"token-of-{name}"}} for name in names],
        "contexts": [{"name": name, "context": {"cluster": name, "user": name, **context}} for name in names],
    }
    file.write_text(yaml.safe_dump(content | ({"current-context": current} if current else {})))
    return file


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("KUBECONFIG", "KUBERNETES_SERVICE_HOST"):
        monkeypatch.delenv(name, raising=False)


def test_the_current_context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBECONFIG", str(kubeconfig(tmp_path / "a", "one", "two", current="two", namespace="shop")))
    login = log_in()
    assert (login.context, login.namespace, login.configuration.host) == (
        "context two",
        "shop",
        "https://two.example:6443",
    )
    assert login.configuration.api_key == {"BearerToken": "Bearer token-of-two"}


def test_a_named_context_needs_no_current_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBECONFIG", str(kubeconfig(tmp_path / "a", "one", "two")))
    assert log_in("one").configuration.host == "https://one.example:6443"
    assert log_in("one").namespace == "default"


def test_a_list_of_files_is_merged_and_absent_ones_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = kubeconfig(tmp_path / "a", "one"), kubeconfig(tmp_path / "b", "two", current="two")
    monkeypatch.setenv("KUBECONFIG", os.pathsep.join([str(first), str(tmp_path / "absent"), str(second)]))
    assert log_in().configuration.host == "https://two.example:6443"
    assert log_in("one").configuration.host == "https://one.example:6443"


def test_the_file_at_home(tmp_path: Path) -> None:
    (tmp_path / ".kube").mkdir()
    kubeconfig(tmp_path / ".kube" / "config", "home", current="home")
    assert log_in().context == "context home"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "file is empty"),
        ("a: [", "cannot be used"),
        ("- 1", "cannot be used"),
        ("clusters: 3", "cannot be used"),
        ("contexts: []", "has no current context; choose one by --context (none)"),
        ("current-context: x\ncontexts: [{name: y, context: {cluster: y}}]", "no context 'x' (there are: y)"),
        ("current-context: y\ncontexts: [{name: y, context: {cluster: z}}]", "cannot be used"),
        ("current-context: y\ncontexts: [{name: y}]", "cannot be used"),
    ],
)
def test_what_is_wrong_with_a_file(text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config").write_text(text)
    monkeypatch.setenv("KUBECONFIG", str(tmp_path / "config"))
    with pytest.raises(LoginError) as caught:
        log_in()
    line = str(caught.value)
    assert line.startswith(f"KUBECONFIG={tmp_path}/config: ")
    assert said in line
    assert "\n" not in line


def test_bytes_that_are_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config").write_bytes(b"\xff\xfe\x00")
    monkeypatch.setenv("KUBECONFIG", str(tmp_path / "config"))
    with pytest.raises(LoginError, match="cannot be used"):
        log_in()


def test_no_cluster() -> None:
    with pytest.raises(LoginError, match=r"^no cluster: there is no ~/\.kube/config, and this is not a pod$"):
        log_in()


def test_a_plugin_that_fails_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    plugin = {"exec": {"apiVersion": "client.authentication.k8s.io/v1", "command": str(tmp_path / "absent")}}
    file = kubeconfig(tmp_path / "config", "one", current="one", user=plugin)
    monkeypatch.setenv("KUBECONFIG", str(file))
    with pytest.raises(LoginError, match=r"context one: the login failed: .*absent"):
        log_in()
    assert capfd.readouterr().err == ""
