"""`main.py --changed`: what is as it was is left alone, and only that."""

from pathlib import Path

import pytest

from cdk8s_iter8.app import changed, synth
from cdk8s_iter8.app.changed import Record
from cdk8s_iter8.app.choice import Choice
from cdk8s_iter8.app.synth import main

ROOT = Path(__file__).parents[2]
HELLO = (ROOT / "releases" / "hello.yaml").read_text()


@pytest.fixture
def releases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three releases in the current directory; the record is outside."""
    (tmp_path / "project" / "releases").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("CDK8S_OUTDIR", str(tmp_path / "project" / "dist"))  # Node may be elsewhere
    for name in ("a", "b", "c"):
        (Path("releases") / f"{name}.yaml").write_text(HELLO)
    return Path("releases")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The files that each synthesis reads."""
    noted: list[list[str]] = []
    write = synth._write

    def noting(files: list[Path], *args: object, **kwargs: object) -> object:
        noted.append([file.stem for file in files])
        return write(files, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(synth, "_write", noting)
    return noted


def run() -> int:
    return main(Choice(changed=True))


def content() -> dict[str, str]:
    return {path.name: path.read_text() for path in Path("dist").iterdir()}


def everything() -> dict[str, str]:
    """What a synthesis of everything writes."""
    assert main(Choice()) == 0
    return content()


def test_only_what_has_changed_is_read(releases: Path, read: list[list[str]]) -> None:
    assert run() == run() == 0
    (releases / "b.yaml").write_text(HELLO.replace("weight: 30", "weight: 31"))
    (releases / "d.yaml").write_text(HELLO)
    (releases / "c.yaml").unlink()
    assert run() == 0
    assert read == [["a", "b", "c"], ["b", "d"]]
    assert content() == everything()


def test_the_record_is_outside_the_project(releases: Path, tmp_path: Path) -> None:
    assert run() == 0
    assert {path.name for path in Path().iterdir()} == {"releases", "dist"}
    assert len(list((tmp_path / "cache" / "cdk8s-iter8").iterdir())) == 1


@pytest.mark.parametrize("what", ["changed", "removed"])
def test_a_file_of_dist_that_is_not_what_was_written_is_made_again(
    releases: Path, read: list[list[str]], what: str
) -> None:
    assert run() == 0
    before, file = content(), Path("dist") / "b.k8s.yaml"
    file.write_text("edited") if what == "changed" else file.unlink()
    assert run() == 0
    assert (content(), read[1:]) == (before, [["b"]])


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"key": 1}', '{"made": {}}', '{"key": "KEY", "made": {"a.yaml": 1}}', "\0"]
)
def test_a_record_that_is_none_is_not_believed(releases: Path, read: list[list[str]], text: str) -> None:
    assert run() == 0
    record = Record.read(releases, Path("dist"), [])
    record.place.write_text(text.replace("KEY", record.key))
    assert run() == 0
    assert read[1:] == [["a", "b", "c"]]


def test_another_project_or_package_makes_everything(
    releases: Path, read: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run() == 0
    monkeypatch.setattr(changed, "project_parts", lambda: [b"another"])
    assert run() == run() == 0
    assert read[1:] == [["a", "b", "c"]]


def test_a_name_that_a_file_left_alone_has_too_is_an_error(
    releases: Path, read: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run() == 0
    before = content()
    (releases / "a.yaml").write_text(HELLO.replace("versions:", "metadata: {name: c}\n  versions:"))
    assert run() == 1
    assert "'c' in namespace default is the application of releases/a.yaml too" in capsys.readouterr().err
    assert (content(), read[1:]) == (before, [["a"], ["a", "b", "c"]])


def test_errors_leave_dist_and_the_record(releases: Path, read: list[list[str]]) -> None:
    assert run() == 0
    before = content()
    (releases / "a.yaml").write_text("wrong")
    assert run() == 1
    (releases / "a.yaml").write_text(HELLO)
    assert run() == 0
    assert (content(), read[1:]) == (before, [["a"]])


class TestController:
    def test_its_own_file_follows_it(self, releases: Path, read: list[list[str]]) -> None:
        Path("controller.yaml").write_text("name: one\n")
        assert run() == 0
        (releases / "a.yaml").write_text(HELLO.replace("weight: 30", "weight: 31"))
        assert run() == 0
        Path("controller.yaml").write_text("name: two\n")
        assert run() == 0
        Path("controller.yaml").unlink()
        assert run() == 0
        everyone = ["controller", "a", "b", "c"]
        assert read == [everyone, ["controller", "a"], everyone, everyone[1:]]
        assert content() == everything()

    @pytest.mark.usefixtures("releases")
    def test_its_file_is_made_again_where_it_is_not_what_was_written(self) -> None:
        Path("controller.yaml").touch()
        assert run() == 0
        before = content()
        (Path("dist") / "iter8-controller.k8s.yaml").write_text("edited")
        assert run() == 0
        assert content() == before

    def test_with_auto_it_follows_the_releases(self, releases: Path, read: list[list[str]]) -> None:
        Path("controller.yaml").write_text("resourceTypes: auto\n")
        assert run() == run() == 0
        (releases / "a.yaml").write_text("environment: deployment\napplication: {versions: [{image: a}]}\n")
        assert run() == 0
        (releases / "a.yaml").unlink()
        assert run() == 0
        assert read == [["controller", "a", "b", "c"], ["controller", "a", "b", "c"], ["controller", "b", "c"]]
        assert content() == everything()

    def test_what_has_changed_is_checked_against_it(self, releases: Path, capsys: pytest.CaptureFixture[str]) -> None:
        Path("controller.yaml").write_text("resourceTypes: {deploy: null}\n")
        assert run() == 0
        before = content()
        (releases / "a.yaml").write_text("environment: deployment\napplication: {versions: [{image: a}]}\n")
        assert run() == 1
        assert "resourceTypes.deploy: is missing" in capsys.readouterr().err
        assert content() == before
