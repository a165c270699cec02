from pathlib import Path

import pytest

from cdk8s_iter8.controller.file import controller_values
from cdk8s_iter8.validation.problem import ValuesError
from cdk8s_iter8.values.controller import ControllerValues
from cdk8s_iter8.values.routing_controller import RoutingControllerValues

NOT_ITER8S = "engine: 'iter8' is another engine: write `engine: cdk8s-iter8`"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "controller.yaml"


def test_a_file_of_the_engine_that_is_wanted(file: Path) -> None:
    file.write_text("name: mine\n")
    assert controller_values(file, ControllerValues, "app/controller").name == "mine"
    file.write_text("name: mine\nengine: cdk8s-iter8\n")
    assert controller_values(file, RoutingControllerValues, "app/controller").name == "mine"


@pytest.mark.parametrize(
    ("text", "wanted", "message"),
    [
        (
            "name: a\nengine: iter8",
            RoutingControllerValues,
            f"2: {NOT_ITER8S}",
        ),
        ("name: a", RoutingControllerValues, f"1: {NOT_ITER8S}"),
        ("engine: cdk8s-iter8", ControllerValues, "1: engine: 'cdk8s-iter8' is another engine: write `engine: iter8`"),
    ],
)
def test_a_file_of_another_engine(
    text: str, wanted: type[ControllerValues | RoutingControllerValues], message: str, file: Path
) -> None:
    file.write_text(f"{text}\n")
    with pytest.raises(ValuesError) as raised:
        controller_values(file, wanted, "app/controller")
    assert raised.value.lines == (f"{file}:{message}",)
