"""The app as a command: `python main.py [DIR]`."""

import shutil
from pathlib import Path

import pytest

from tests.support.main_program import DIST, HELLO, run, synthesized

BAD = Path(__file__).parents[1] / "bad_values"


def releases(directory: Path, name: str = "releases", **files: str) -> Path:
    """A directory of values files, and a dist/ beside it in which something stands already."""
    made = directory / name
    made.mkdir()
    for stem, text in files.items():
        (made / f"{stem}.yaml").write_text(text, encoding="utf-8")
    (directory / "dist").mkdir()
    (directory / "dist" / "before.yaml").write_text("kept\n")
    return made


def files(directory: Path) -> set[str]:
    """The names of what is in dist/."""
    return {path.name for path in (directory / "dist").iterdir()}


def untouched(directory: Path) -> bool:
    return {path.name: path.read_text() for path in (directory / "dist").iterdir()} == {"before.yaml": "kept\n"}


def test_every_file_of_releases(tmp_path: Path) -> None:
    releases(tmp_path, hello=HELLO, shop=HELLO)

    done = run(tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert {path.name for path in (tmp_path / "dist").iterdir()} == {"before.yaml", "hello.k8s.yaml", "shop.k8s.yaml"}
    assert (tmp_path / "dist" / "hello.k8s.yaml").read_text() == DIST
    assert (tmp_path / "dist" / "shop.k8s.yaml").read_text() == synthesized("shop")


def test_another_directory(tmp_path: Path) -> None:
    releases(tmp_path, "other", hello=HELLO)

    done = run(tmp_path, "other")

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "dist" / "hello.k8s.yaml").read_text() == DIST


def test_a_wrong_weight_is_told_in_exactly_these_words(tmp_path: Path) -> None:
    short = """\
environment: knative-istio
application:
  strategy: blue-green
  metadata:
    labels:
      team: greeters
  versions:
  - image: ghcr.io/knative/helloworld-go:latest
    port: 8080
    weight: 30
  - image: ghcr.io/knative/helloworld-go:latest
    port: 8080
    # not yet
    weight: -3
"""
    releases(tmp_path, hello=short)

    done = run(tmp_path)

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "releases/hello.yaml:14: application.versions[1].weight: -3 is not a relative weight "
        "(an integer from 0 to 1000000)\n"
    )
    assert untouched(tmp_path)


SAMPLE = ["everything-at-once", "specification-unknown-field", "key-duplicate", "file-alias-cycle", "match-shadowed"]


@pytest.mark.parametrize("name", SAMPLE)
def test_a_bad_file(name: str, tmp_path: Path) -> None:
    made = releases(tmp_path)
    shutil.copy(BAD / f"{name}.yaml", made)

    done = run(tmp_path, "releases")

    lines = (BAD / f"{name}.yaml").read_text().splitlines()
    asked = [f"releases/{name}.yaml{line.removeprefix('# FILE')}\n" for line in lines if line.startswith("# FILE:")]
    assert done.returncode == 1
    assert done.stderr == "".join(asked)
    assert asked
    assert untouched(tmp_path)


def test_the_errors_of_all_files_at_once(tmp_path: Path) -> None:
    releases(tmp_path, hello=HELLO.replace("weight: 30", "weight: x"), shop="", zoo=HELLO)
    (tmp_path / "releases" / "zoo.yml").write_text(HELLO)

    done = run(tmp_path)

    assert done.returncode == 1
    assert [line.partition(": ")[0] for line in done.stderr.splitlines()] == [
        "releases/hello.yaml:16",
        "releases/shop.yaml:1",
        "releases/shop.yaml:1",
        "releases/zoo.yml:1",
    ]
    assert untouched(tmp_path)


def test_two_files_for_one_application(tmp_path: Path) -> None:
    releases(tmp_path, hello=HELLO, shop=HELLO.replace("versions:", "metadata: {name: hello}\n  versions:"))

    done = run(tmp_path)

    assert done.returncode == 1
    assert done.stderr == (
        "releases/shop.yaml:4: application.metadata.name: 'hello' in namespace default is the application of "
        "releases/hello.yaml too; an application has one file\n"
    )
    assert untouched(tmp_path)


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    made = releases(tmp_path, hello=HELLO)
    (made / ".hello.yaml").write_text("[")
    (made / "notes.txt").write_text("[")

    assert run(tmp_path).returncode == 0


def test_a_directory_that_is_not_there(tmp_path: Path) -> None:
    releases(tmp_path)

    done = run(tmp_path, "absent")

    assert (done.returncode, done.stderr) == (1, "absent: is not a directory\n")
    assert untouched(tmp_path)


def test_the_last_release_can_be_removed(tmp_path: Path) -> None:
    made = releases(tmp_path, hello=HELLO)
    assert run(tmp_path).returncode == 0
    assert files(tmp_path) == {"before.yaml", "hello.k8s.yaml"}

    (made / "hello.yaml").unlink()
    done = run(tmp_path)
    assert (done.returncode, done.stderr) == (0, "releases: holds no values file (NAME.yaml)\n")
    assert files(tmp_path) == {"before.yaml"}


def test_git_keeps_no_empty_directory_so_it_may_be_absent(tmp_path: Path) -> None:
    releases(tmp_path).rmdir()
    (tmp_path / "dist" / "hello.k8s.yaml").touch()
    (tmp_path / "controller.yaml").touch()

    done = run(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert files(tmp_path) == {"before.yaml", "iter8-controller.k8s.yaml"}

    (tmp_path / "controller.yaml").unlink()
    assert run(tmp_path).returncode == 0
    assert files(tmp_path) == {"before.yaml"}


def test_what_another_directory_left_in_dist_is_removed(tmp_path: Path) -> None:
    releases(tmp_path, hello=HELLO)
    assert run(tmp_path).returncode == 0
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "shop.yaml").write_text(HELLO)

    assert run(tmp_path, "other").returncode == 0
    assert files(tmp_path) == {"before.yaml", "shop.k8s.yaml"}


def test_a_directory_inside_is_told(tmp_path: Path) -> None:
    (releases(tmp_path, hello=HELLO) / "staging").mkdir()
    (tmp_path / "releases" / "staging" / "shop.yaml").write_text(HELLO)

    done = run(tmp_path)

    assert done.returncode == 0
    text = "releases/staging: the values files in this directory are not read; to read them, name it\n"
    assert done.stderr == text
    assert files(tmp_path) == {"before.yaml", "hello.k8s.yaml"}


def test_an_output_directory_that_cannot_be_written(tmp_path: Path) -> None:
    releases(tmp_path, hello=HELLO)
    shutil.rmtree(tmp_path / "dist")
    (tmp_path / "dist").touch()

    done = run(tmp_path)

    assert (done.returncode, done.stderr) == (1, f"{tmp_path / 'dist'}: cannot be written: File exists\n")


def test_help_and_arguments_that_are_wrong(tmp_path: Path) -> None:
    helped, many = run(tmp_path, "--help"), run(tmp_path, "a", "b")

    assert (helped.returncode, helped.stderr) == (0, "")
    assert helped.stdout.startswith("usage: main.py [-h] [--jobs N] [--only NAME [NAME ...] | --changed] [DIR]\n")
    assert many.returncode == 2
    assert many.stderr.endswith("main.py: error: unrecognized arguments: b\n")
