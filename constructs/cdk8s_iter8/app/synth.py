"""Synthesizes a directory of values files: a file for each release, and one for the controller."""

import os
import pathlib
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from cdk8s_iter8.app.choice import Choice
from cdk8s_iter8.app.listing import (
    app_files,
    controller_beside,
    empty_directories,
    is_controller,
    unread_directories,
)
from cdk8s_iter8.app.node_start import node_starting
from cdk8s_iter8.app.output import adding, replacing
from cdk8s_iter8.validation.problem import ValuesError

if TYPE_CHECKING:  # imported where they are used: some while Node starts
    from cdk8s_iter8.app.changed import Record
    from cdk8s_iter8.app.files import ValuesFiles

# Up to this number of files, one process is faster than starting several.
_FEW = 25


def run(arguments: Sequence[str]) -> int:
    """Runs ``main.py``.

    Args:
        arguments: The command's arguments; none: every release of ``releases``, which may be absent where there is no
            release.

    Returns:
        The exit code.

    Raises:
        SystemExit: The arguments are wrong (2), or help was asked for (0).
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else every installed package is asked for one
    if not arguments:
        return main(Choice(jobs=_cores()))
    from cdk8s_iter8.app.arguments import parsed

    choice = parsed(arguments, _cores())
    if not choice.directory.is_dir():
        return _failed([f"{choice.directory}: is not a directory"])
    return main(choice)


def main(choice: Choice) -> int:
    """Synthesizes values files, and a controller.yaml beside their directory.

    Args:
        choice: Which files, and how.

    Returns:
        The exit code: 0, or 1 if values are wrong or the controller cannot serve the releases; 130 after Ctrl-C, 143
        after SIGTERM. With any but 0, the output directory is as it was.
    """
    output = pathlib.Path(os.environ.get("CDK8S_OUTDIR") or "dist")
    try:
        with _ended_by_sigterm():
            _synthesize(choice, output)
    except ValuesError as error:
        return _failed(error.lines)
    except OSError as error:
        return _failed([f"{output}: cannot be written: {error.strerror or error}"])
    except KeyboardInterrupt:
        return 130
    return 0


def _synthesize(choice: Choice, output: pathlib.Path) -> None:
    """Synthesizes what is chosen.

    Raises:
        ValuesError: What is wrong with values.
        OSError: The output directory cannot be written.
    """
    directory = choice.directory
    files = list(app_files([directory]) if directory.exists() else controller_beside(directory))
    _say([*empty_directories([directory]), *unread_directories([directory])])
    if choice.only:
        from cdk8s_iter8.app.only import named_files

        some = named_files(files, choice.only, directory)
        with adding(output) as unfinished:
            _write(some, choice.jobs, unfinished, controllers=False)
        return
    record = _record(files, choice.directory, output) if choice.changed else None
    if record and _update(files, choice.jobs, output, record):
        return
    with replacing(output) as unfinished:
        read = _write(files, choice.jobs, unfinished)
    if record:
        record.forgotten().write(_releases(files), read)


def _update(files: Sequence[pathlib.Path], jobs: int, output: pathlib.Path, record: "Record") -> bool:
    """Synthesizes only what has changed since the record was written; returns false if nobody can tell what has."""
    stay = set(record.unchanged(_releases(files)))
    changed = [file for file in files if file not in stay]
    if not stay:
        return False
    kept = {f"{file.stem}.k8s.yaml" for file in stay} | record.controllers.keys()
    if not _releases(changed):
        with replacing(output, kept):
            return True
    try:
        with replacing(output, kept) as unfinished:
            read = _write(changed, jobs, unfinished, controllers=False)
            if record.takes(stay, read.releases.values()):
                raise _InDoubtError
    except _InDoubtError:
        return False
    record.write(_releases(files), read)
    return True


class _InDoubtError(Exception):
    """A name stands in a file that was read and in one that was left alone, so all must be read."""


def _record(files: Iterable[pathlib.Path], directory: pathlib.Path, output: pathlib.Path) -> "Record":
    from cdk8s_iter8.app.changed import Record

    return Record.read(directory, output, filter(is_controller, files))


def _releases(files: Iterable[pathlib.Path]) -> list[pathlib.Path]:
    return [file for file in files if not is_controller(file)]


def _write(
    files: Sequence[pathlib.Path], jobs: int, unfinished: pathlib.Path, *, controllers: bool = True
) -> "ValuesFiles":
    """Reads files and writes their charts, a few in this process and many in others.

    Args:
        files: The values files.
        jobs: How many other processes.
        unfinished: Where to write.
        controllers: Whether the controllers' charts are written, too.

    Returns:
        The files, read.

    Raises:
        ValuesError: What is wrong with any of them.
    """
    write = _write_few if len(files) <= _FEW else partial(_write_many, jobs=jobs)
    return write(files, unfinished, controllers=controllers)


def _write_few(files: Sequence[pathlib.Path], unfinished: pathlib.Path, *, controllers: bool) -> "ValuesFiles":
    with node_starting():  # cdk8s waits for Node, so the values are checked meanwhile
        from cdk8s_iter8.app.files import read_files
        from cdk8s_iter8.app.synthesis import synthesize

        read = read_files(files)
    if read.problems:
        raise ValuesError(read.problems)
    charts = [(file.stem, list(release.manifests())) for file, release in read.releases.items()]
    synthesize([*charts, *(read.controller_charts.values() if controllers else ())], unfinished)
    return read


def _write_many(
    files: Sequence[pathlib.Path], unfinished: pathlib.Path, *, controllers: bool, jobs: int
) -> "ValuesFiles":
    from cdk8s_iter8.app.progress import Progress
    from cdk8s_iter8.app.workers import Workers

    progress = Progress(len(files))
    try:
        with Workers(unfinished, jobs, progress.add) as workers:
            from cdk8s_iter8.app.files import read_files  # while the workers start Node

            read = read_files(files, seen=lambda file, release: workers.add(file.stem, list(release.manifests())))
            if read.problems:
                raise ValuesError(read.problems)
            for name, manifests in read.controller_charts.values() if controllers else ():
                workers.add(name, manifests)
            workers.finish()
            return read
    finally:
        progress.end()


@contextmanager
def _ended_by_sigterm() -> Iterator[None]:
    """Makes SIGTERM end the block as Ctrl-C does, so that what is unfinished is taken away."""

    def end(*_: object) -> NoReturn:
        raise SystemExit(128 + signal.SIGTERM)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _failed(problems: Iterable[str]) -> int:
    _say(problems)
    return 1


def _say(lines: Iterable[str]) -> None:
    sys.stderr.write("".join(f"{line}\n" for line in lines))
