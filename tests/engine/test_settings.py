"""The environment and the options of the command."""

from pathlib import Path

import pytest

from cdk8s_iter8.engine.settings import Settings, settings_of
from cdk8s_iter8.validation.problem import ValuesError
from tests.support.engine_objects import CONFIG


def made(listen: str = "127.0.0.1:8080", **environment: str) -> Settings:
    return settings_of(environment, listen=listen, lease="a", iter8_version="v1.1", drain_seconds=5)


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "config.yaml"
    path.write_text(CONFIG)
    return str(path)


def test_the_environment_of_iter8s_chart_is_enough(file: str) -> None:
    settings = made(CONFIG_FILE=file, POD_NAME="iter8-0", POD_NAMESPACE="iter8-system")
    assert (settings.pod, settings.namespace, settings.seen_namespace) == ("iter8-0", "iter8-system", None)


def test_a_controller_of_one_namespace_sees_its_own(tmp_path: Path) -> None:
    (tmp_path / "c").write_text(CONFIG.replace("clusterScoped: true", ""))
    assert made(CONFIG_FILE=str(tmp_path / "c"), POD_NAMESPACE="a").seen_namespace == "a"


def test_without_a_pods_name_it_has_one_of_its_own(file: str) -> None:
    assert made(CONFIG_FILE=file, POD_NAMESPACE="a").pod


@pytest.mark.parametrize(("listen", "host", "port"), [(":80", "", 80), ("[::1]:81", "::1", 81), ("", "", 0)])
def test_where_to_listen(file: str, listen: str, host: str, port: int) -> None:
    settings = made(listen, CONFIG_FILE=file, POD_NAMESPACE="a")
    assert (settings.host, settings.port) == (host, port)


def test_everything_wrong_is_said_at_once() -> None:
    with pytest.raises(ValuesError) as caught:
        made("8080")
    assert [line.partition(":")[0] for line in caught.value.lines] == ["CONFIG_FILE", "POD_NAMESPACE", "--listen"]
