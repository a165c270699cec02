import pytest

from cdk8s_iter8.template import Guard


def test_a_guard_names_a_version() -> None:
    with pytest.raises(ValueError, match="a guard names at least one version"):
        Guard((), "a")
