from pathlib import Path

import cdk8s
import pytest

from tests.support.controller_objects import config_of, controller, objects
from tests.support.controller_releases import KSVC_ENTRY
from tests.support.release_chart import added_hello


def synth_error(app: cdk8s.App) -> list[str]:
    with pytest.raises(RuntimeError) as raised:
        app.synth()
    return [line.strip() for line in str(raised.value).splitlines()[1:]]


def test_a_controller_that_knows_the_releases_synthesizes(app: cdk8s.App) -> None:
    controller(app)
    added_hello(app)
    app.synth()
    assert {path.name for path in Path(app.outdir).iterdir()} == {"hello.k8s.yaml", "iter8-controller.k8s.yaml"}


def test_a_controller_that_does_not_is_an_error_at_synth(app: cdk8s.App) -> None:
    controller(app, {"resourceTypes": {"ksvc": None}})
    added_hello(app, namespace="shop")
    assert synth_error(app) == [
        (
            "[iter8-controller] clusterScoped: is not true, so the controller sees only its own namespace default, but "
            "release shop/hello has objects in shop: add the line `clusterScoped: true`"
        ),
        (
            f"[iter8-controller] resourceTypes.ksvc: is missing, but release shop/hello uses it: add the line "
            f"`{KSVC_ENTRY}`"
        ),
    ]
    assert not list(Path(app.outdir).glob("*"))


def test_auto_follows_from_the_releases_before_it(app: cdk8s.App) -> None:
    added_hello(app, strategy="none")
    emitted = objects(app, {"resourceTypes": "auto"})
    assert config_of(emitted)["resourceTypes"].keys() == {"ksvc"}
    app.synth()


def test_auto_cannot_follow_from_a_release_after_it(app: cdk8s.App) -> None:
    controller(app, {"resourceTypes": "auto"})
    added_hello(app, strategy="none")
    assert synth_error(app) == [
        (
            "[iter8-controller] resourceTypes.ksvc: is missing, but release default/hello uses it: add the controller "
            "to the app after the release"
        )
    ]


def test_several_controllers_share_the_releases(app: cdk8s.App) -> None:
    for namespace in ("red", "blue"):
        controller(app, {"namespace": namespace}, f"controller-{namespace}")
        added_hello(app, namespace=namespace, name=f"hello-{namespace}")
    app.synth()
    added_hello(app, namespace="green")
    assert [line.split(":")[0] for line in synth_error(app)] == [
        "[controller-red] clusterScoped",
        "[controller-blue] clusterScoped",
    ]
