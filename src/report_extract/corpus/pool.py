"""One plain function over many files, in several killable processes; what a distributed engine would replace.

Each process belongs to a thread that feeds and watches it, so nothing of a document is computed in this process.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report_extract.read.worker import Isolated

LISTEN_EVERY = 0.2  # seconds; Windows hears Ctrl-C only between two waits
LEAVE_WITHIN = 5.0  # seconds that a thread gets to end after its process was killed


@dataclass(frozen=True, slots=True)
class Task:
    """A call of `function` ("module:name") with each file and the same plain keyword arguments."""

    function: str
    arguments: Mapping[str, object]
    timeout: float
    memory: int


@dataclass(frozen=True, slots=True)
class Done:
    """What became of the file at `index`: `result`, or the exception that its call raised."""

    index: int
    file: Path
    result: Any = None
    failure: Exception | None = None


def run_pool(files: Iterable[Path], *, task: Task, jobs: int) -> Iterator[Done]:
    """Each file's outcome as soon as it is there, in no order. `files` is drawn from as processes become free.

    Closing the generator (Ctrl-C) kills the processes; whatever was not yet handed out is then not done.
    """
    pool = _Pool(files, task)
    threads = [threading.Thread(target=pool.work, daemon=True) for _ in range(jobs)]
    for thread in threads:
        thread.start()
    try:
        yield from pool.outcomes(of=jobs)
    finally:
        pool.stop()
        for thread in threads:
            thread.join(LEAVE_WITHIN)


class _Pool:
    def __init__(self, files: Iterable[Path], task: Task) -> None:
        self._files, self._task = iter(enumerate(files)), task
        self._drawing, self._stopped = threading.Lock(), threading.Event()
        self._workers: list[Isolated] = []
        self._done: queue.SimpleQueue[Done | Exception | None] = queue.SimpleQueue()

    def work(self) -> None:
        """One thread: a file, its call, the next file; None at the end."""
        try:
            with Isolated(timeout=self._task.timeout, memory=self._task.memory) as worker:
                self._workers.append(worker)
                while (drawn := self._draw()) is not None:
                    outcome = self._call(worker, *drawn)
                    if not self._stopped.is_set():
                        self._done.put(outcome)
        finally:
            self._done.put(None)

    def _draw(self) -> tuple[int, Path] | None:
        with self._drawing:
            if self._stopped.is_set():
                return None
            try:
                return next(self._files, None)
            except Exception as fault:  # the caller's iterable failed: the caller shall hear it
                self._stopped.set()
                self._done.put(fault)
                return None

    def _call(self, worker: Isolated, index: int, file: Path) -> Done:
        try:
            return Done(index, file, result=worker.call(self._task.function, file, **self._task.arguments))
        except Exception as failure:
            return Done(index, file, failure=failure)

    def outcomes(self, *, of: int) -> Iterator[Done]:
        """Everything that comes from so many threads until all have ended."""
        while of:
            try:
                outcome = self._done.get(timeout=LISTEN_EVERY)
            except queue.Empty:
                continue
            if outcome is None:
                of -= 1
            elif isinstance(outcome, Exception):
                raise outcome
            else:
                yield outcome

    def stop(self) -> None:
        self._stopped.set()
        for worker in self._workers:
            with suppress(Exception):  # a process that ends at this very moment is what is wanted
                worker.close()
