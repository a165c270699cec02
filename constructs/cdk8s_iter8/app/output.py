"""Writes the output directory of an app: all files, or none."""

import pathlib
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

SYNTHESIZED = "*.k8s.yaml"


@contextmanager
def replacing(directory: pathlib.Path) -> Iterator[pathlib.Path]:
    """Yields a new directory, whose files replace those of an output directory after the `with` block.

    If the block raises, nothing changes. Every file is replaced in one step; files that the block did not write again
    are removed last. So if the program is killed, every object is old or new, and the next run does the rest. Only
    files named as `SYNTHESIZED` are removed.

    Args:
        directory: The output directory; it is made if it is absent.

    Raises:
        OSError: The directory cannot be written.

    Example:
        >>> with replacing(pathlib.Path("out")) as unfinished:
        ...     _ = (unfinished / "hello.k8s.yaml").write_text("kind: Service")
        >>> (pathlib.Path("out") / "hello.k8s.yaml").read_text()
        'kind: Service'
    """
    directory.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".synth.", dir=directory) as inside:
        unfinished = pathlib.Path(inside)
        yield unfinished
        written = {file.name for file in unfinished.iterdir()}
        for name in sorted(written):
            (unfinished / name).replace(directory / name)
        for old in directory.glob(SYNTHESIZED):
            if old.name not in written and old.is_file():
                old.unlink()
