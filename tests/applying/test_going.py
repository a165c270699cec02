import pytest

from cdk8s_iter8.applying.going import hanging
from cdk8s_iter8.cluster.keys import CONFIG_MAPS, ObjectKey

KEY = ObjectKey(CONFIG_MAPS, "default", "a")


@pytest.mark.parametrize(
    ("finalizers", "said"),
    [
        (
            ["iter8.tools/finalizer", "x/y"],
            "configmap default/a is still there: no controller takes its finalizer iter8.tools/finalizer off; start",
        ),
        (["x/y"], "configmap default/a is still there: its finalizer x/y waits for whoever has put it on"),
        (["x/y", "z"], "configmap default/a is still there: its finalizers x/y, z wait for whoever has put them on"),
        (
            [],
            "configmap default/a is still there, and nothing holds it: see `kubectl get --raw /api/v1/namespaces/def",
        ),
    ],
)
def test_what_hangs_is_named_with_the_way_out(finalizers: list[str], said: str) -> None:
    assert hanging(KEY, {"metadata": {"finalizers": finalizers}}).startswith(said)
