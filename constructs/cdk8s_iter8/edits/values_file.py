"""A values file on disk, replaced as a whole or not at all."""

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cdk8s_iter8.validation.problem import ValuesError, printable


def replace_file(file: Path, before: str, after: str) -> None:
    """Replaces a file's text; whoever reads it meanwhile, or after a crash, finds the old text or the new one.

    The new text is written beside the file, as ``.NAME.edit``, and takes its place by a rename. A symbolic link stays
    one, and what it leads to is replaced. Permissions stay, and where that is allowed owner and group.

    Args:
        file: The file.
        before: The text that it must still have.
        after: The text that it is to have.

    Raises:
        ValuesError: It has another text by now, is no file, or its directory cannot be written.
    """
    name = printable(str(file))
    try:
        place = file.resolve(strict=True)
        with _locked(place.parent):
            with place.open("r+b") as stream:  # a rename alone would not mind that a file is read-only
                content, status = stream.read(), os.fstat(stream.fileno())
            if content != before.encode():
                raise ValuesError([f"{name}: has changed meanwhile; nothing was written, run the command again"])
            beside = place.with_name(f".{place.name}.edit")
            try:
                _write(beside, after.encode(), status)
                beside.replace(place)
            except BaseException:
                beside.unlink(missing_ok=True)
                raise
            _sync(place.parent)
    except OSError as error:
        reason = error.strerror or error
        raise ValuesError([f"{name}: cannot be written: {reason}; the file is as it was"]) from error


@contextmanager
def _locked(directory: Path) -> Iterator[None]:
    """Two commands at once: the second one sees what the first one wrote."""
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # a file system without locks: the comparison alone has to do
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _write(file: Path, content: bytes, like: os.stat_result) -> None:
    file.unlink(missing_ok=True)  # left by a command that was killed
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        with suppress(OSError):
            os.fchown(descriptor, like.st_uid, like.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(like.st_mode))
        stream.flush()
        os.fsync(descriptor)


def _sync(directory: Path) -> None:
    """Makes the rename last; a file system that cannot do so has renamed all the same."""
    with suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
