from pathlib import Path

import pytest

from cdk8s_iter8.app.files import read_files, read_releases
from cdk8s_iter8.app.listing import app_files, empty_directories, unread_directories, values_files
from cdk8s_iter8.validation.problem import ValuesError
from tests.support.released import blue_green


def test_a_directory_stands_for_its_files_in_alphabetical_order(tmp_path: Path) -> None:
    for name in ("shop.yml", "hello.yaml", "notes.txt"):
        (tmp_path / name).touch()
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "other.yaml").touch()
    other = tmp_path / "deep" / "other.yaml"
    assert list(values_files([other, tmp_path])) == [other, tmp_path / "hello.yaml", tmp_path / "shop.yml"]


def test_a_directory_without_values_and_one_whose_values_are_not_read_are_told(tmp_path: Path) -> None:
    assert list(values_files([tmp_path])) == []
    assert list(empty_directories([tmp_path])) == [f"{tmp_path}: holds no values file (NAME.yaml)"]
    for name in ("staging", ".git", "notes"):
        (tmp_path / name).mkdir()
        (tmp_path / name / ("hello.yaml" if name != "notes" else "notes.txt")).touch()
    assert list(unread_directories([tmp_path])) == [
        f"{tmp_path / 'staging'}: the values files in this directory are not read; to read them, name it"
    ]
    assert list(unread_directories([tmp_path / "staging"])) == []


def test_an_app_has_the_controller_beside_its_directory_once(tmp_path: Path) -> None:
    releases, controller = tmp_path / "releases", tmp_path / "controller.yaml"
    releases.mkdir()
    hello = releases / "hello.yaml"
    hello.touch()
    assert list(app_files([releases])) == [hello]
    controller.touch()
    assert list(app_files([releases])) == [controller, hello]
    assert list(app_files([controller, releases, hello])) == [controller, hello]
    assert list(app_files([hello])) == [hello]


def test_a_second_controller_and_a_release_of_its_name_are_problems(tmp_path: Path) -> None:
    first, second = tmp_path / "controller.yaml", tmp_path / "controller.yml"
    named_so = tmp_path / "iter8-controller.yaml"
    for file in (first, second):
        file.write_text("clusterScoped: true\n")
    named_so.write_text(blue_green(1))
    assert [str(problem) for problem in read_files([first, second, named_so]).problems] == [
        f"{second}: is a second controller: there is {first}; remove one",
        f"{named_so}: the controller has this name in dist/; rename the release",
    ]


def test_every_file_is_read_and_the_errors_of_all_are_told(tmp_path: Path) -> None:
    good, bad, absent = (tmp_path / f"{name}.yaml" for name in ("good", "bad", "absent"))
    good.write_text(blue_green(1, 1))
    bad.write_text(blue_green(1, -1))
    with pytest.raises(ValuesError) as caught:
        read_releases([bad, good, absent])
    assert [line.partition(":")[0] for line in caught.value.lines] == [str(bad), str(absent)]
    assert list(read_releases([good])) == [good]


def test_a_controller_is_checked_together_with_the_releases_whatever_the_order(tmp_path: Path) -> None:
    hello, controller = tmp_path / "hello.yaml", tmp_path / "controller.yaml"
    hello.write_text(blue_green(1, 1))
    controller.write_text("clusterScoped: true\n")
    files = read_files([controller, hello])
    assert (list(files.releases), list(files.controllers), files.problems) == ([hello], [controller], ())
    controller.write_text("resourceTypes:\n  ksvc: null\n")
    files = read_files([hello, controller])
    assert (list(files.releases), list(files.controllers)) == ([hello], [])
    [line] = files.problems
    assert str(line).startswith(f"{controller}:2: resourceTypes.ksvc: is missing, but release default/hello uses it")


def test_releases_alone_leave_a_controller_out(tmp_path: Path) -> None:
    hello, controller = tmp_path / "hello.yaml", tmp_path / "controller.yaml"
    hello.write_text(blue_green(1, 1))
    controller.write_text("what: ever\n")
    assert list(read_releases([controller, hello])) == [hello]
