"""Writes the output directory of an app: all files, or none."""

import pathlib
import signal
import threading
from collections.abc import Container, Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

SYNTHESIZED = "*.k8s.yaml"


@contextmanager
def replacing(directory: pathlib.Path, kept: Container[str] = ()) -> Iterator[pathlib.Path]:
    """Yields a new directory, whose files replace those of an output directory after the `with` block.

    If the block raises, nothing changes. Every file is replaced in one step; files that the block did not write again
    are removed last. So if the program is killed, every object is old or new, and the next run does the rest. Only
    files named as `SYNTHESIZED` are removed.

    Args:
        directory: The output directory; it is made if it is absent.
        kept: Names of files that stay although the block does not write them.

    Raises:
        OSError: The directory cannot be written.

    Example:
        >>> with replacing(pathlib.Path("out")) as unfinished:
        ...     _ = (unfinished / "hello.k8s.yaml").write_text("kind: Service")
        >>> (pathlib.Path("out") / "hello.k8s.yaml").read_text()
        'kind: Service'
    """
    with _unfinished(directory) as unfinished:
        yield unfinished
        with _undisturbed():
            written = _moved(unfinished, directory)
            for old in directory.glob(SYNTHESIZED):
                if old.name not in written and old.name not in kept and old.is_file():
                    old.unlink()


@contextmanager
def adding(directory: pathlib.Path) -> Iterator[pathlib.Path]:
    """Yields a new directory, whose files are put into an output directory after the `with` block; others stay.

    Args:
        directory: The output directory; it is made if it is absent.

    Raises:
        OSError: The directory cannot be written.
    """
    with _unfinished(directory) as unfinished:
        yield unfinished
        with _undisturbed():
            _moved(unfinished, directory)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Lets Ctrl-C and SIGTERM wait for the end of the block, so that they leave no directory half replaced."""
    if threading.current_thread() is not threading.main_thread():  # where signals do not arrive
        yield
        return
    came: list[int] = []
    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(stopper, lambda number, _: came.append(number)) for stopper in signals]
    try:
        yield
    finally:
        for stopper, handler in zip(signals, before, strict=True):
            signal.signal(stopper, handler)
    for number in came:
        signal.raise_signal(number)


@contextmanager
def _unfinished(directory: pathlib.Path) -> Iterator[pathlib.Path]:
    absent = not directory.exists()
    directory.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(prefix=".synth.", dir=directory) as inside:
            yield pathlib.Path(inside)
    finally:
        if absent and not any(directory.iterdir()):
            directory.rmdir()


def _moved(unfinished: pathlib.Path, directory: pathlib.Path) -> set[str]:
    written = {file.name for file in unfinished.iterdir()}
    for name in sorted(written):
        new, old = unfinished / name, directory / name
        if not _are_equal(new, old):  # a file with the same bytes keeps its time, and costs nothing
            new.replace(old)
    return written


def _are_equal(new: pathlib.Path, old: pathlib.Path) -> bool:
    try:
        return old.stat().st_size == new.stat().st_size and old.read_bytes() == new.read_bytes()
    except FileNotFoundError:
        return False
