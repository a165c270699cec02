import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


def template(*arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from cdk8s_iter8.cli.main import main; main()", "template", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False)


def test_it_is_what_synthesis_writes() -> None:
    done = template("releases/hello.yaml")
    assert (done.stderr, done.returncode) == (b"", 0)
    assert done.stdout == (ROOT / "dist" / "hello.k8s.yaml").read_bytes()


def test_into_a_directory_under_the_names_of_synthesis(tmp_path: Path) -> None:
    done = template("releases", "-o", tmp_path / "new")
    assert (done.returncode, done.stdout.decode().split()) == (0, [str(tmp_path / "new" / "hello.k8s.yaml")])
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["hello.k8s.yaml"]
    assert (tmp_path / "new" / "hello.k8s.yaml").read_bytes() == (ROOT / "dist" / "hello.k8s.yaml").read_bytes()


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_example_is_what_cdk8s_writes(tmp_path: Path, file: Path) -> None:
    import cdk8s

    from cdk8s_iter8 import Release

    app = cdk8s.App(outdir=str(tmp_path))
    Release(app, file.stem, values=file)
    app.synth()
    assert template(file).stdout == (tmp_path / f"{file.stem}.k8s.yaml").read_bytes()


def test_nothing_is_written_when_one_file_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text((ROOT / "releases" / "hello.yaml").read_text())
    (tmp_path / "wrong.yaml").write_text("environment: knative-istio\n")
    done = template(tmp_path, "-o", tmp_path / "out")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"wrong.yaml:" in done.stderr
    assert not (tmp_path / "out").exists()


def test_it_starts_no_node() -> None:
    code = (
        "import sys; from cdk8s_iter8.cli.main import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "template", "releases"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"jsii", "cdk8s", "constructs"} & set(done.stderr.split())


@pytest.mark.parametrize("given", ["releases", "releases/hello.yaml"])
def test_the_controller_beside_says_of_which_version_an_httproute_is(tmp_path: Path, given: str) -> None:
    (tmp_path / "controller.yaml").write_text(
        "resourceTypes: {httproute: {Group: gateway.networking.k8s.io, Version: v1, Resource: httproutes}}\n"
    )
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "hello.yaml").write_text(
        "environment: deployment-gtw\napplication: {strategy: blue-green, versions: [{image: a}, {image: b}]}\n"
    )
    done = template(tmp_path / given)
    assert (done.stderr, done.returncode) == (b"", 0)
    assert b"apiVersion: gateway.networking.k8s.io/v1\n" in done.stdout
