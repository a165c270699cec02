"""Edits of values that a test writes down."""

from pathlib import Path

import pytest

from cdk8s_iter8.edits.edit import Edit, Edited, edited
from cdk8s_iter8.validation.problem import ValuesError


def written(text: str, directory: Path) -> Path:
    """A release named hello."""
    file = directory / "hello.yaml"
    file.write_bytes(text.encode())
    return file


def done(text: str, edit: Edit, directory: Path) -> Edited:
    """An edit of a release named hello."""
    return edited(written(text, directory), edit)


def refused(text: str, edit: Edit, directory: Path) -> str:
    """Why an edit is not possible: one line, without the directory."""
    with pytest.raises(ValuesError) as error:
        done(text, edit, directory)
    (line,) = error.value.lines
    return line.removeprefix(f"{directory}/")


def named(*versions: str, strategy: str = "blue-green") -> str:
    """Values of a release whose versions have names of their own; what else they have is written as JSON."""
    lines = "".join(
        f"  - metadata: {{name: hello-v{index}}}\n    image: example/hello:{index}\n{each}"
        for index, each in enumerate(versions, 1)
    )
    return f"environment: knative-istio\napplication:\n  strategy: {strategy}\n  versions:\n{lines}"
