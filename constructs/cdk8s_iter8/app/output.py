"""The directory that an app writes: all of it, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

SYNTHESIZED = "*.k8s.yaml"


@contextmanager
def replacing(directory: Path) -> Iterator[Path]:
    """Gives a directory to write into, whose files then replace those of an output directory.

    Nothing changes when the `with` block raises. Each file is replaced in one step, and those that the block no longer
    writes are removed last, so a program that is killed leaves every object old or new, and the next run does the rest.
    Files of other names than `SYNTHESIZED` stay.

    Args:
        directory: The output directory; made if it is absent.

    Raises:
        OSError: The directory cannot be written.

    Example:
        >>> with replacing(Path("out")) as unfinished:
        ...     _ = (unfinished / "hello.k8s.yaml").write_text("kind: Service")
        >>> (Path("out") / "hello.k8s.yaml").read_text()
        'kind: Service'
    """
    directory.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".synth.", dir=directory) as inside:
        unfinished = Path(inside)
        yield unfinished
        written = {file.name for file in unfinished.iterdir()}
        for name in sorted(written):
            (unfinished / name).replace(directory / name)
        for old in directory.glob(SYNTHESIZED):
            if old.name not in written and old.is_file():
                old.unlink()
