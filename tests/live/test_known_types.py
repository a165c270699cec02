"""Types of environments of other packages."""

import importlib.metadata

import pytest

from cdk8s_iter8.environments import GROUP as THEIRS
from cdk8s_iter8.live import known_types as module
from cdk8s_iter8.live.controllers import Controllers

ROUTING = Controllers().serving({"metadata": {"namespace": "default"}})


def test_the_group_is_that_of_the_environments() -> None:
    assert module.GROUP == THEIRS


def test_environments_are_imported_only_if_another_package_has_some(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then its types are known too."""
    point = importlib.metadata.EntryPoint("broken", "elsewhere.broken:Broken", THEIRS)
    module._has_others.cache_clear()
    monkeypatch.setattr(module, "entry_points", lambda **_: [point])
    try:
        assert module._has_others()
    finally:
        module._has_others.cache_clear()
    assert set(module.known_types("", ROUTING).types) >= {"ksvc", "vs", "cm"}
