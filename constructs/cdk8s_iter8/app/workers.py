"""Synthesizes in several processes, each with a Node of its own."""

import json
import pathlib
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from types import TracebackType
from typing import TextIO, cast

from cdk8s_iter8.app.process_group import adopt_orphans, kill_group
from cdk8s_iter8.app.synthesis import MOST_CHARTS, ChartOf
from cdk8s_iter8.manifests.manifest import Manifest

# Node keeps all that it has synthesized, about 0.1 MB for a release; a new process starts with nothing.
_MOST_OF_ONE_PROCESS = 40 * MOST_CHARTS
# Slices that wait, for each worker: enough that no worker waits for a slice, and few in memory.
_WAITING = 2


class WorkerError(RuntimeError):
    """A worker ended before it had written its slice; what it says is on standard error."""


class Workers:
    """Processes that synthesize slices of charts. They end with the `with` block, and with this program.

    Example:
        >>> with Workers(pathlib.Path("out"), 2) as workers:
        ...     workers.add("hello", [{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "hello"}}])
        ...     workers.finish()
        >>> pathlib.Path("out/hello.k8s.yaml").is_file()
        True
    """

    def __init__(self, directory: pathlib.Path, jobs: int, written: Callable[[int], None] = lambda _: None) -> None:
        """Starts the processes.

        Args:
            directory: Where the files are written.
            jobs: How many processes.
            written: Is called with a number of charts when these are written.
        """
        self._directory, self._written = directory, written
        self._slice: list[ChartOf] = []
        self._ended = False
        self._pending: deque[Future[int]] = deque()
        self._most_pending = jobs * _WAITING
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._all: list[_Worker] = []
        adopt_orphans()
        self._threads = ThreadPoolExecutor(jobs)
        for _ in range(jobs):
            self._idle.put(self._new_worker())

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ended = True
        for worker in self._all:
            worker.end()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._all:
            worker.end()  # one that was started meanwhile
        for worker in self._all:
            worker.close()

    def add(self, id: str, manifests: Sequence[Manifest]) -> None:
        """Takes a chart; waits if many are waiting already.

        Args:
            id: The chart's id.
            manifests: Its objects.

        Raises:
            WorkerError: A slice before could not be written.
        """
        self._slice.append((id, manifests))
        if len(self._slice) == MOST_CHARTS:
            self._send()

    def finish(self) -> None:
        """Waits until all charts are written.

        Raises:
            WorkerError: A slice could not be written.
        """
        if self._slice:
            self._send()
        while self._pending:
            self._written(self._pending.popleft().result())

    def _send(self) -> None:
        if len(self._pending) >= self._most_pending:
            self._written(self._pending.popleft().result())
        self._pending.append(self._threads.submit(self._synthesize, len(self._slice), json.dumps(self._slice)))
        self._slice = []

    def _synthesize(self, count: int, charts: str) -> int:
        worker = self._idle.get()
        try:
            worker.synthesize(charts)
            worker.charts += count
            if worker.charts >= _MOST_OF_ONE_PROCESS and not self._ended:
                worker.end()
                worker = self._new_worker()
        finally:
            self._idle.put(worker)  # also a worker that has ended: else the next slice would wait for ever
        return count

    def _new_worker(self) -> "_Worker":
        worker = _Worker(self._directory)
        self._all.append(worker)
        return worker


class _Worker:
    """One process."""

    def __init__(self, directory: pathlib.Path) -> None:
        self.charts = 0
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-O", "-m", "cdk8s_iter8.app.worker", str(directory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # Ctrl-C goes to this program, which ends the worker
        )

    def synthesize(self, charts: str) -> None:
        questions, answers = cast("TextIO", self._process.stdin), cast("TextIO", self._process.stdout)
        try:
            questions.write(f"{charts}\n")
            questions.flush()
            answer = answers.readline()
        except (OSError, ValueError) as error:  # its end is broken, or closed
            raise WorkerError(str(error)) from error
        if not answer:
            raise WorkerError("it ended before it had written all")

    def end(self) -> None:
        """Ends the process and its Node, and waits until neither can write any more."""
        if self._process.returncode is not None:
            return
        kill_group(self._process.pid)  # the process leads a session, and Node is in it
        self._process.wait()

    def close(self) -> None:
        """Closes the pipes of the process, which has ended, and which no thread reads any more."""
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what it did not read any more
                cast("TextIO", pipe).close()
