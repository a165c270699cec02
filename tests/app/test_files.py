from pathlib import Path

import pytest

from cdk8s_iter8.app.files import read_files, read_releases, values_files
from cdk8s_iter8.validation.problem import ValuesError
from tests.support.released import blue_green


def test_a_directory_stands_for_its_files_in_alphabetical_order(tmp_path: Path) -> None:
    for name in ("shop.yml", "hello.yaml", "notes.txt"):
        (tmp_path / name).touch()
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "other.yaml").touch()
    other = tmp_path / "deep" / "other.yaml"
    assert list(values_files([other, tmp_path])) == [other, tmp_path / "hello.yaml", tmp_path / "shop.yml"]


def test_a_directory_without_values_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValuesError) as caught:
        list(values_files([tmp_path]))
    assert caught.value.lines == (f"{tmp_path}: holds no values file (NAME.yaml)",)


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
    found = read_files([controller, hello])
    assert (list(found.releases), list(found.controllers), found.problems) == ([hello], [controller], ())
    controller.write_text("resourceTypes:\n  ksvc: null\n")
    found = read_files([hello, controller])
    assert (list(found.releases), list(found.controllers)) == ([hello], [])
    [line] = found.problems
    assert line.startswith(f"{controller}:2: resourceTypes.ksvc: is missing, but release default/hello uses it")


def test_releases_alone_leave_a_controller_out(tmp_path: Path) -> None:
    hello, controller = tmp_path / "hello.yaml", tmp_path / "controller.yaml"
    hello.write_text(blue_green(1, 1))
    controller.write_text("what: ever\n")
    assert list(read_releases([controller, hello])) == [hello]
