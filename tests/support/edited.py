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
        f"  - metadata: {{name: hello-v{index}}}\n    image: example/hello:{index}\n{text}"
        for index, text in enumerate(versions, 1)
    )
    return f"environment: knative-istio\napplication:\n  strategy: {strategy}\n  versions:\n{lines}"


def blue_green(*weights: int) -> str:
    """Values of a release with these weights, every version with an image of its own."""
    versions = "".join(
        f"  - image: example/hello:{index}\n    weight: {weight}\n" for index, weight in enumerate(weights)
    )
    return f"environment: knative-istio\napplication:\n  strategy: blue-green\n  versions:\n{versions}"


def canary(match: str) -> str:
    """Values of a release with a primary and a candidate that has one clause, written as JSON."""
    return (
        "environment: knative-istio\napplication:\n  strategy: canary\n  versions:\n"
        f"  - image: example/hello:0\n  - image: example/hello:1\n    match:\n    - {match}\n"
    )
