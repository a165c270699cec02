"""Synthesizes in several processes, each with a Node of its own."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from types import TracebackType
from typing import TextIO, cast

from cdk8s_iter8.app.synthesis import MOST_CHARTS, ChartOf
from cdk8s_iter8.manifests.manifest import Manifest

# Node keeps all that it has synthesized, about 0.1 MB for a release; a new process starts with nothing.
_MOST_OF_ONE_PROCESS = 40 * MOST_CHARTS
# Slices that wait for a worker, for each: enough that none waits for a slice, and few in memory.
_WAITING = 2
_LONGEST_END_MS = 5000


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
        self._threads = ThreadPoolExecutor(jobs)
        for _ in range(jobs):
            self._idle.put(self._new_worker())

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ended = True
        for each in self._all:
            each.end()
        self._threads.shutdown(cancel_futures=True)
        for each in self._all:
            each.end()  # one that was started meanwhile
        for each in self._all:
            each.close()

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
            self._idle.put(worker)  # also one that has ended: else the next slice would wait for ever
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
            start_new_session=True,  # Ctrl-C is this program's, which ends it
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
        os.killpg(self._process.pid, signal.SIGKILL)  # the process leads a session, and Node is in it
        with suppress(ProcessLookupError):
            # Node is no child of this program, so its end is seen only in that the group is gone.
            for _ in range(_LONGEST_END_MS):
                os.killpg(self._process.pid, 0)
                time.sleep(0.001)
                self._process.poll()
        self._process.wait()

    def close(self) -> None:
        """Closes the pipes of the process, which has ended, and which no thread reads any more."""
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what it did not read any more
                cast("TextIO", pipe).close()
