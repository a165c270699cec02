"""Replaces a values file on disk, as a whole or not at all."""

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cdk8s_iter8.validation.problem import ValuesError, printable


def replace_file(file: Path, before: str, after: str) -> None:
    """Replaces the text of a file. Other programs read the old text or the new text, also after a crash.

    The new text is written beside the file, as ``.NAME.edit``, and renamed. A symbolic link stays, and its target is
    replaced. The file keeps its permissions, and if possible its owner and group.

    Args:
        file: The file.
        before: The text that the file must still have.
        after: The new text.

    Raises:
        ValuesError: The file has another text by now, is not a file, or its directory cannot be written.
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
    """Locks a directory, so that a second command waits until the first command has written."""
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # without locks in the file system, only the comparison of the text protects the file
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
    """Makes the rename durable, if the file system can."""
    with suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
