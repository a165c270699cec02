"""What a version of a routemap is called, and which of its objects say so."""

import pytest

from cdk8s_iter8.cluster.keys import GVR, ObjectKey
from cdk8s_iter8.engine.routemap import RoutedVersion, VersionResource
from tests.support.engine_objects import config

TYPES = config().types


def resource(short: str, name: str) -> VersionResource:
    return VersionResource(ObjectKey(GVR.of(TYPES[short]), "default", name), TYPES[short])


def version(*resources: tuple[str, str]) -> RoutedVersion:
    """A version of objects by the short name of their type, and their name."""
    return RoutedVersion(tuple(resource(*named) for named in resources), 1)


@pytest.mark.parametrize(
    ("resources", "name", "main", "config"),
    [
        ([("cm", "a-weight-config"), ("ksvc", "a")], "a", "a", "a-weight-config"),
        ([("cm", "a-weight-config")], "a", "a-weight-config", "a-weight-config"),
        ([("ksvc", "a")], "a", "a", None),
        ([("cm", "settings"), ("ksvc", "a")], "settings", "settings", None),
        # Only the first object's annotation is a weight.
        ([("ksvc", "a"), ("cm", "a-weight-config")], "a", "a", None),
        ([("svc", "a-weight-config"), ("deploy", "b")], "a-weight-config", "a-weight-config", None),
        ([], "", None, None),
    ],
)
def test_names(resources: list[tuple[str, str]], name: str, main: str | None, config: str | None) -> None:
    named = version(*resources)
    assert named.name == name
    assert (named.main and named.main.name) == main
    assert (named.weight_config and named.weight_config.name) == config
