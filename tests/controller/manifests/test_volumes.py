import base64
import subprocess
from pathlib import Path

import cdk8s
import pytest
import yaml

from tests.support.controller_objects import ALL, CASES, objects, only, pod


@pytest.fixture
def app(tmp_path: Path) -> cdk8s.App:
    return cdk8s.App(outdir=str(tmp_path / "dist"))


def test_a_password_is_in_a_secret_only(app: cdk8s.App) -> None:
    emitted = objects(app, CASES["a password"])
    secret = only("Secret", emitted)
    assert base64.b64decode(secret["data"]["password"]) == b"hunter2"
    (volume,) = (entry for entry in pod(emitted)["volumes"] if "secret" in entry)
    assert volume["secret"]["secretName"] == secret["metadata"]["name"] == "iter8-redis"
    assert [manifest["kind"] for manifest in emitted if "hunter2" in yaml.safe_dump(manifest)] == []


def test_a_password_may_be_in_anyones_secret(app: cdk8s.App) -> None:
    emitted = objects(app, ALL)
    (volume,) = (entry for entry in pod(emitted)["volumes"] if "secret" in entry)
    assert volume["secret"] == {"secretName": "redis", "items": [{"key": "pw", "path": "password"}]}


@pytest.mark.parametrize(
    "password",
    ["hunter2", "  two  ", "a: b #c", "'\"\\", "{{ .x }}", "- x", "%!&*|>", "1e3", "true", "ключ", "a\tb", "newline\n"],
)
def test_the_controller_reads_the_password_as_it_is(app: cdk8s.App, tmp_path: Path, password: str) -> None:
    """Runs the container that completes metrics.yaml, its three directories here."""
    emitted = objects(app, ALL)
    (init,) = pod(emitted)["initContainers"]
    (container,) = pod(emitted)["containers"]
    script = init["command"][-1]
    for mount in init["volumeMounts"]:
        (tmp_path / mount["name"]).mkdir()
        script = script.replace(f"{mount['mountPath']}/", f"{tmp_path / mount['name']}/")
    for name, text in only("ConfigMap", emitted)["data"].items():
        (tmp_path / "config" / name).write_text(text)
    (tmp_path / "redis" / "password").write_text(password)
    subprocess.run([*init["command"][:-1], script], check=True)
    environment = {variable["name"]: variable.get("value") for variable in container["env"]}
    assert environment["METRICS_CONFIG_FILE"] == "/completed-config/metrics.yaml"
    assert {entry["name"]: entry["mountPath"] for entry in container["volumeMounts"]}["completed-config"] == (
        "/completed-config"
    )
    metrics = yaml.safe_load((tmp_path / "completed-config" / "metrics.yaml").read_text())
    assert metrics == {
        "port": 9001,
        "implementation": "redis",
        "redis": {"address": "redis:6379", "db": 0, "password": password.removesuffix("\n")},
    }
