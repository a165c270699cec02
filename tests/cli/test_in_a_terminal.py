"""The verbs in a terminal: nothing is cut, no line is longer than the terminal, no colour where none is wanted."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.support.object_store import object_store
from tests.support.released import text, values
from tests.support.terminal import in_terminal, plain

NARROW = 60
NAME = "recommendation"
CALLS = {
    "status": ["status"],
    "diff": ["diff", f"{NAME}.yaml", "--set", f"application.versions[{NAME}-v2].weight=55"],
    "apply": ["apply", f"{NAME}.yaml"],
    "live": ["weights", NAME, f"{NAME}-v2=90", "--live"],
    "weights": ["weights", f"{NAME}.yaml", f"{NAME}-v2=90", "--dry-run"],
    "candidate": ["candidate", f"{NAME}.yaml", "--image", "ghcr.io/knative/helloworld-go:v3", "--dry-run"],
    "promote": ["promote", f"{NAME}.yaml", f"{NAME}-v2", "--dry-run"],
    "preview": ["preview", f"{NAME}.yaml"],
    "canary": ["preview", "canary.yaml"],
    "delete": ["delete", NAME, "--dry-run"],
    "help": ["--help"],
    **{f"{verb} --help": [verb, "--help"] for verb in ("status", "diff", "apply", "weights", "delete", "preview")},
}
EACH = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)


def named(number: int, **more: object) -> dict[str, object]:
    return {"metadata": {"name": f"{NAME}-v{number}"}, **more}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A directory with two releases, one of which is applied; a version of it is not ready."""
    with pytest.MonkeyPatch.context() as patched, object_store() as store:
        directory = tmp_path_factory.mktemp("terminal")
        patched.chdir(directory)
        match = [{"headers": {"traffic": {"exact": "test"}}}, {"uri": {"prefix": "/recommendation/of/somebody/else"}}]
        released = values("knative-istio", "blue-green", named(1, weight=70), named(2, weight=30))
        Path(f"{NAME}.yaml").write_text(text(released))
        Path("canary.yaml").write_text(text(values("knative-istio", "canary", named(1), named(2, match=match))))
        found = {"KUBECONFIG": str(store.server.kubeconfig(directory / "kubeconfig"))}
        in_terminal(CALLS["apply"], 80, found)
        yield found


@EACH
def test_no_line_is_longer_than_the_terminal(call: Sequence[str], environment: dict[str, str]) -> None:
    written = in_terminal(call, NARROW, environment)
    assert "Traceback" not in written
    lines = plain(written).replace("\r", "\n").splitlines()
    # An example stands in one line, to be copied.
    assert [line for line in lines if len(line) > NARROW and not line.startswith("    cdk8s-iter8 ")] == []
    assert "..." not in plain(written).replace("...]", "").replace("]...", ""), "cut"


@pytest.mark.parametrize("call", [CALLS["status"], CALLS["diff"], CALLS["preview"], CALLS["weights"]])
def test_colours_are_there_unless_they_are_not_wanted(call: Sequence[str], environment: dict[str, str]) -> None:
    coloured = in_terminal(call, 80, environment)
    assert re.search("\x1b\\[[0-9;]*m", coloured)
    for unwanted in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        written = in_terminal(call, 80, environment | unwanted)
        assert "\x1b" not in written
        assert without_ages(written) == without_ages(plain(coloured))


def without_ages(written: str) -> list[str]:
    return [re.sub(r"\b[0-9]+s\b *", "", line).rstrip() for line in written.splitlines()]
