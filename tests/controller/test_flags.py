import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from cdk8s_iter8.controller.flags import ControllerFlags, controller_flags
from cdk8s_iter8.release.check import load
from cdk8s_iter8.validation.problem import ValuesError
from tests.support.controller_releases import Pools, hello, pools

ROOT = Path(__file__).parents[2]

# ../shared/seed/extending-progressive-release.md, "Extend the controller"
SEED = """\
--set resourceTypes.ksvc.Group=serving.knative.dev \\
--set resourceTypes.ksvc.Version=v1 \\
--set resourceTypes.ksvc.Resource=services \\
--set "resourceTypes.ksvc.conditions[0]=Ready\""""


def test_the_seeds_release_needs_the_seeds_four_flags() -> None:
    assert controller_flags([load(ROOT / "releases" / "hello.yaml")]).command_line() == SEED


def test_those_are_the_flags_of_the_chapter() -> None:
    chapter = ROOT.parent / "shared" / "seed" / "extending-progressive-release.md"
    if not chapter.exists():
        pytest.skip("../shared/seed/extending-progressive-release.md is missing")
    assert SEED in chapter.read_text()


def test_the_values_file_says_the_same() -> None:
    flags = controller_flags([hello()])
    assert yaml.safe_load(flags.values_file()) == {
        "resourceTypes": {
            "ksvc": {
                "Group": "serving.knative.dev",
                "Version": "v1",
                "Resource": "services",
                "conditions": ["Ready"],
            }
        }
    }


def test_what_the_chart_has_needs_no_flag() -> None:
    shipped = type("Shipped", (Pools,), {"resource_types": {}, "router": None})()
    flags = controller_flags([replace(hello(), environment=shipped)])
    assert flags.values == {}
    assert flags.command_line() == ""
    assert flags.values_file() == ""


def test_what_the_chart_has_otherwise_needs_what_differs() -> None:
    route = replace(pools().environment.resource_types["pool"], group="apps", resource="deployments")
    environment = type("Newer", (Pools,), {"resource_types": {"deploy": route}, "router": None})()
    flags = controller_flags([replace(hello(strategy="none"), environment=environment)])
    assert flags.settings() == [
        "resourceTypes.deploy.conditions[0]=Ready",
        "resourceTypes.deploy.conditions[1]=Filled",
    ]


def test_several_releases_need_the_types_of_all_once() -> None:
    settings = controller_flags([hello(), hello(strategy="canary"), pools()]).settings()
    assert [setting.split("=")[0] for setting in settings] == [
        "resourceTypes.ksvc.Group",
        "resourceTypes.ksvc.Version",
        "resourceTypes.ksvc.Resource",
        "resourceTypes.ksvc.conditions[0]",
        "resourceTypes.pool.Group",
        "resourceTypes.pool.Version",
        "resourceTypes.pool.Resource",
        "resourceTypes.pool.conditions[0]",
        "resourceTypes.pool.conditions[1]",
        "resourceTypes.split.Group",
        "resourceTypes.split.Version",
        "resourceTypes.split.Resource",
    ]


def test_several_namespaces_need_a_controller_that_sees_all() -> None:
    assert controller_flags([hello("a"), hello("b")]).command_line().startswith("--set clusterScoped=true \\\n")
    assert controller_flags([hello("a"), hello("b")]).values["clusterScoped"] is True
    assert "clusterScoped" not in controller_flags([hello("a"), hello("a", name="other")]).values


def test_a_shell_reads_the_settings_as_they_are() -> None:
    flags = ControllerFlags({"a.b": {"c": ['$x `y` "z" \\', "1,2"]}, "plain": "v1"})
    printed = subprocess.run(
        ["sh", "-c", f"printf '%s\\n' {flags.command_line()}"], capture_output=True, text=True, check=True
    )
    assert printed.stdout.splitlines() == [
        "--set",
        'a\\.b.c[0]=$x `y` "z" \\\\',
        "--set",
        "a\\.b.c[1]=1\\,2",
        "--set",
        "plain=v1",
    ]


def test_releases_that_do_not_agree() -> None:
    old = replace(pools().environment.resource_types["pool"], version="v1beta1")
    environment = type("Old", (Pools,), {"resource_types": {"pool": old}})()
    with pytest.raises(ValuesError) as raised:
        controller_flags([pools(), replace(pools(), environment=environment)])
    assert raised.value.lines == (
        (
            "release default/pools uses pool as pools.pool.example.com/v1beta1, another release as "
            "pools.pool.example.com/v1"
        ),
    )
