import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


def template(*arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from cdk8s_iter8.cli.main import main; main()", "template", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=False)


def content(directory: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in directory.iterdir()}


def test_it_is_what_synthesis_writes() -> None:
    done = template("releases/hello.yaml")
    assert (done.stderr, done.returncode) == (b"", 0)
    assert done.stdout == (ROOT / "dist" / "hello.k8s.yaml").read_bytes()


def test_into_a_directory_under_the_names_of_synthesis(tmp_path: Path) -> None:
    done = template("releases", "-o", tmp_path / "new")
    names = ["hello.k8s.yaml", "iter8-controller.k8s.yaml"]
    assert (done.returncode, done.stdout.decode().split()) == (0, [str(tmp_path / "new" / name) for name in names])
    assert content(tmp_path / "new") == content(ROOT / "dist")


def test_a_file_of_a_controller_is_what_synthesis_writes() -> None:
    assert template("controller.yaml", "releases").stdout == b"---\n".join(
        (ROOT / "dist" / f"{name}.k8s.yaml").read_bytes() for name in ("hello", "iter8-controller")
    )


def test_what_is_no_longer_is_removed_with_a_directory_only(tmp_path: Path) -> None:
    values, out, hello = tmp_path / "values", tmp_path / "out", (ROOT / "releases" / "hello.yaml").read_text()
    values.mkdir()
    for name in ("app", "old"):
        (values / f"{name}.yaml").write_text(hello)
    assert template(values, "-o", out).returncode == 0
    (out / "foreign.k8s.yaml").write_text("kind: ConfigMap\n")
    (values / "old.yaml").unlink()

    assert template(values / "app.yaml", "-o", out).stderr == b""
    assert content(out).keys() == {"app.k8s.yaml", "old.k8s.yaml", "foreign.k8s.yaml"}

    assert template(values, "-o", out).stderr.decode() == f"{out / 'old.k8s.yaml'}: removed\n"
    assert content(out).keys() == {"app.k8s.yaml", "foreign.k8s.yaml"}


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
