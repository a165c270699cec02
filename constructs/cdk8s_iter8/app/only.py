"""The files of some releases."""

import pathlib
from collections.abc import Iterable, Sequence

from cdk8s_iter8.app.listing import is_controller
from cdk8s_iter8.validation.problem import ValuesError, as_text


def named_files(files: Iterable[pathlib.Path], names: Sequence[str], directory: pathlib.Path) -> list[pathlib.Path]:
    """Returns the files of some releases, and the controller's file, against which they are checked.

    Args:
        files: All files.
        names: The releases.
        directory: Where their files are, to name it in errors.

    Raises:
        ValuesError: A release has no file.
    """
    files, chosen = list(files), set(names)
    releases = {file.stem for file in files if not is_controller(file)}
    if absent := [name for name in names if name not in releases]:
        raise ValuesError([f"{directory}: has no file for a release {as_text(name)}" for name in absent])
    return [file for file in files if is_controller(file) or file.stem in chosen]
