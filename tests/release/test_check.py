"""What is wrong with values: each file of tests/bad_values breaks one rule and says on top what must be said of it."""

from pathlib import Path
from typing import Any

import cdk8s
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cdk8s_iter8 import Release, ValuesError
from cdk8s_iter8.environments import environment_names
from cdk8s_iter8.environments.knative_istio import KnativeIstio
from cdk8s_iter8.release.check import load, resolve_release
from tests.support.generators.odd_values import odd_text, odd_values
from tests.support.object_schema import validate_object

BAD = sorted((Path(__file__).parents[1] / "bad_values").glob("*.yaml"))
KNOWN = ", ".join(environment_names())


def expected(file: Path) -> tuple[str, ...]:
    """The lines that a bad file asks for: its comments on top, with FILE for its name."""
    text = file.read_text(encoding="utf-8")
    asked = [line.removeprefix("# ") for line in text.splitlines() if line.startswith("# FILE:")]
    return tuple(line.replace("FILE", str(file), 1).replace("ENVIRONMENTS", KNOWN) for line in asked)


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_a_bad_file(file: Path) -> None:
    if file.stem == "file-empty":  # nothing can be written on top of it
        asked: tuple[str, ...] = (
            f"{file}:1: application: is missing",
            f"{file}:1: environment: is missing (known: {KNOWN})",
        )
    else:
        asked = expected(file)
    with pytest.raises(ValuesError) as error:
        load(file)
    assert error.value.lines == asked


@settings(max_examples=300, deadline=None)
@given(odd_values() | odd_text())
def test_odd_files_are_refused_in_words_or_taken(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "odd.yaml"
    file.write_text(text, encoding="utf-8")
    try:
        load(file)
    except ValuesError as error:
        wrong = [line for line in error.lines if not line.startswith(f"{file}:") or not line.isprintable()]
        assert wrong == []


@settings(max_examples=40, deadline=None)
@given(odd_values())
def test_what_is_taken_becomes_right_objects(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "odd.yaml"
    file.write_text(text, encoding="utf-8")
    app = cdk8s.App(outdir=str(tmp_path_factory.getbasetemp() / "dist"))
    try:
        release = Release(app, "odd", values=file)
    except ValuesError:
        return
    assert [line for manifest in release.to_json() for line in validate_object(manifest)] == []


def values(**more: Any) -> Any:
    application = {"versions": [{"image": "example/hello"}], "strategy": "blue-green"}
    return KnativeIstio.values()(environment="knative-istio", application=application | more)


def test_values_that_a_program_made() -> None:
    plan = resolve_release(values(), "hello", "shop")

    assert (plan.application.name, plan.application.namespace) == ("hello", "shop")
    assert [version.name for version in plan.application.versions] == ["hello-0"]


def test_what_is_wrong_with_values_that_a_program_made() -> None:
    with pytest.raises(ValuesError) as error:
        resolve_release(values(strategy="bluegreen"), "hello")
    assert error.value.lines == (
        (
            "hello: application.strategy: 'bluegreen' is not a strategy of knative-istio"
            "; did you mean 'blue-green'? (known: none, blue-green, "
            "canary, mirror)"
        ),
    )


@pytest.mark.parametrize("name", ["Hello World", "", "a" * 64, "a\nb"])
def test_a_name_that_kubernetes_refuses(name: str) -> None:
    with pytest.raises(ValuesError, match=r": the release's name '.*' is not a name for a Service \("):
        resolve_release(values(), name)

    assert resolve_release(values(metadata={"name": "hello"}), name).application.name == "hello"


def test_a_namespace_that_kubernetes_refuses(tmp_path: Path) -> None:
    with pytest.raises(ValuesError, match=r"^release 'hello': namespace: 'a.b' is not a namespace \("):
        resolve_release(values(), "hello", "a.b")
    with pytest.raises(ValuesError, match=r"^release 'hello': namespace: 'a.b' is not a namespace \("):
        load(tmp_path / "hello.yaml", "a.b")


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_words(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "bytes.yaml"
    file.write_bytes(content)

    with pytest.raises(ValuesError):
        load(file)


def test_misspelt_first_keys_hide_nothing(tmp_path: Path) -> None:
    file = tmp_path / "hello.yaml"
    file.write_text(
        "enviroment: knative-isto\naplication:\n  strategi: blue-green\n  versions:\n  - imag: a\n    wieght: -1\n"
    )
    with pytest.raises(ValuesError) as error:
        load(file)
    assert [line.removeprefix(f"{file}:").split(" (known")[0] for line in error.value.lines] == [
        "1: enviroment: 'knative-isto' is not an environment; did you mean 'knative-istio'?",
        "1: enviroment: is not a known key; did you mean 'environment'?",
        "2: aplication: is not a known key; did you mean 'application'?",
        "3: aplication.strategi: is not a known key; did you mean 'strategy'?",
        "5: aplication.versions[0].imag: is not a known key; did you mean 'image'?",
        "6: aplication.versions[0].wieght: is not a known key; did you mean 'weight'?",
    ]


def test_a_misspelt_strategy(tmp_path: Path) -> None:
    file = tmp_path / "hello.yaml"
    file.write_text("environment: knative-istio\napplication:\n  strategy: bluegreen\n  versions: [{image: aa}]\n")
    with pytest.raises(
        ValuesError, match=r"'bluegreen' is not a strategy of knative-istio; did you mean 'blue-green'\?"
    ):
        load(file)
