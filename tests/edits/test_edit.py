"""What is judged before anything is written."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from cdk8s_iter8.edits.document import Document, Splice
from cdk8s_iter8.edits.edit import edited
from cdk8s_iter8.edits.weights import Weights
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.problem import ValuesError
from tests.support.edited import blue_green, done, refused


@dataclass(frozen=True)
class Clumsy:
    """An edit whose text does not say what it is to say."""

    text: str

    def applied(self, document: Document, _release: ResolvedRelease) -> tuple[Document, str]:
        end = len(document.text)
        return document.edited(Splice(end, end, self.text), document.data), ""


def test_our_reader_reads_the_new_text_and_says_whether_it_is_what_is_wanted(tmp_path: Path) -> None:
    text = blue_green(1)
    assert refused(text, Clumsy("    port: 8080\n"), tmp_path) == (
        "hello.yaml:5: application.versions[0].port: cannot be edited as it is written; write it on lines of its own "
        "first"
    )
    assert refused(text, Clumsy("  ]"), tmp_path) == (
        "hello.yaml:1: cannot be edited as it is written: what came out would not be YAML"
    )
    assert done(text, Clumsy("# fine\n"), tmp_path).after == f"{text}# fine\n"


def test_a_file_that_is_wrong_before(tmp_path: Path) -> None:
    assert refused(blue_green(1, -1), Weights({"hello-1": 1}), tmp_path).startswith(
        "hello.yaml:8: application.versions[1].weight: -1 is not a relative weight"
    )


def test_text_with_an_end_that_a_line_behind_it_would_change(tmp_path: Path) -> None:
    """A text of several lines that ends with the file has no end of line; with a line behind it, it has one."""
    text = f"{blue_green(1)}    metadata:\n      annotations:\n        a: |\n          text".replace(
        "    weight: 1\n", ""
    )
    assert "cannot be edited as it is written" in refused(text, Weights({"hello-0": 3}), tmp_path)
    assert "weight: 3" in done(f"{text}\n", Weights({"hello-0": 3}), tmp_path).after


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (
            "controller.yaml",
            "controller.yaml:1: holds the controller's values, which have no versions; name a release's",
        ),
        ("absent.yaml", "absent.yaml: cannot be read: No such file or directory"),
        (".", "is not a file; name one values file"),
    ],
)
def test_what_is_no_values_file(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "controller.yaml").write_text("clusterScoped: true\n")
    with pytest.raises(ValuesError) as error:
        edited(tmp_path / name, Weights({"hello-1": 1}))
    assert why in str(error.value)
