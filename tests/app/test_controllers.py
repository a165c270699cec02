from pathlib import Path

from cdk8s_iter8.app.controllers import checked_controller
from cdk8s_iter8.controller.file import load_controller
from tests.support.controller_releases import KSVC_ENTRY, hello, pools


def test_a_file_names_the_line(tmp_path: Path) -> None:
    file = tmp_path / "controller.yaml"
    file.write_text("name: iter8\nresourceTypes:\n  isvc:\n  ksvc:\n")
    controller = load_controller(file)
    assert tuple(map(str, checked_controller(controller, [hello("shop")]).problems)) == (
        (
            f"{file}:1: clusterScoped: is not true, so the controller sees only its own namespace default, but release "
            "shop/hello has objects in shop: add the line `clusterScoped: true`"
        ),
        f"{file}:4: resourceTypes.ksvc: is missing, but release shop/hello uses it: add the line `{KSVC_ENTRY}`",
    )
    assert checked_controller(controller, []).problems == ()


def test_a_file_with_auto_knows_its_releases(tmp_path: Path) -> None:
    file = tmp_path / "controller.yaml"
    file.write_text("resourceTypes: auto\n")
    assert checked_controller(load_controller(file), [hello(), pools()]).problems == ()
