import sys
from pathlib import Path

import pytest

from cdk8s_iter8.app.project import app_directory, new_conflicts, synthesize
from cdk8s_iter8.release.check import load
from tests.support.edited import blue_green

TAKES = "    metadata: {name: shop}\n"


@pytest.fixture
def hello(tmp_path: Path) -> Path:
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "shop.yaml").write_text(blue_green(1))
    (tmp_path / "releases" / "wrong.yaml").write_text("environment: none\n")
    (tmp_path / "releases" / "controller.yaml").write_text("clusterScoped: true\n")
    file = tmp_path / "releases" / "hello.yaml"
    file.write_text(blue_green(1))
    return file


def test_a_name_that_another_file_has(hello: Path) -> None:
    before = load(hello)
    assert new_conflicts(hello, before, before) == []
    hello.write_text(blue_green(1) + TAKES)
    after = load(hello)
    place = f"{hello}:7: application.versions[0].metadata.name"
    shop = hello.parent / "shop.yaml"
    wanted = [f"{place}: 'shop' in namespace default is taken: {shop} has a svc named so"]
    assert new_conflicts(hello, before, after) == wanted
    assert new_conflicts(hello, None, after) == wanted


def test_an_edit_that_takes_no_name_does_not_read_the_others(hello: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hello.write_text(blue_green(1, 1))
    before = load(hello)
    hello.write_text(blue_green(1))
    monkeypatch.delattr("cdk8s_iter8.app.project.load")
    assert new_conflicts(hello, before, load(hello)) == []


def test_a_conflict_that_was_there_before_is_not_the_edits(hello: Path) -> None:
    (hello.parent / "other.yaml").write_text(blue_green(1) + TAKES)
    hello.write_text(blue_green(1) + TAKES)
    before = load(hello)
    hello.write_text(blue_green(1, 1) + TAKES.replace("shop", "new"))
    assert new_conflicts(hello, before, load(hello)) == []


def test_the_app_is_the_nearest_above(hello: Path, tmp_path: Path) -> None:
    assert app_directory(hello) is None
    (tmp_path / "main.py").touch()
    assert app_directory(hello) == tmp_path
    (hello.parent / "main.py").touch()
    assert app_directory(hello) == hello.parent


def test_what_an_app_says(tmp_path: Path) -> None:
    app = tmp_path / "main.py"
    app.write_text("from pathlib import Path\nPath('made').touch()\nprint('fine')\n")
    assert synthesize(tmp_path) == []
    assert (tmp_path / "made").exists()
    app.write_text("import sys\nsys.exit('releases/hello.yaml:1: wrong')\n")
    assert synthesize(tmp_path) == ["releases/hello.yaml:1: wrong"]
    app.write_text("import sys\nsys.exit(3)\n")
    assert synthesize(tmp_path) == [f"{app}: exit code 3"]
    app.write_text(
        "import os\nprint(os.environ['PATH'].split(os.pathsep)[0], file=__import__('sys').stderr)\nexit(1)\n"
    )
    assert synthesize(tmp_path) == [str(Path(sys.executable).parent)]
