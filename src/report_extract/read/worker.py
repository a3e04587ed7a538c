"""Reading in a process of its own that has a time and a memory limit and can be killed.

A native parser that spins or eats memory cannot be stopped from inside, and one that crashes takes its process along.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import psutil

from report_extract.errors import InternalError
from report_extract.model.document import Document
from report_extract.read import faults, wire
from report_extract.read.child_command import child_command

TIMEOUT = 120.0  # seconds; a 160-page report takes 2, a scanned page some 3
MEMORY = 2048  # MiB; a 160-page report takes 300, text recognition 900
START_LIMIT = 60.0  # seconds for the interpreter to come up, on the slowest laptop with a virus scanner
LOOK_EVERY = 0.05  # seconds between two looks at the memory: a parser fills some 100 MiB in that time
RECYCLE_AFTER = 100  # files; native parsers leak a little

# numpy's linear algebra would start a thread for each processor, and nothing here uses it: the threads cost 30 ms and
# memory in each process. Who sets these otherwise has reasons.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def read_isolated(
    path: str | Path, *, timeout: float = TIMEOUT, memory: int = MEMORY, password: str | None = None, ocr: bool = True
) -> Document:
    """`read` in a child process, at most `timeout` seconds and `memory` MiB.

    Raises `UnreadableDocument`, with reason time_limit, memory_limit or crashed (and the page reached) where the child
    had to be killed or died. Several files: use `Isolated`, which keeps the child.
    """
    with Isolated(timeout=timeout, memory=memory) as worker:
        return worker.read(path, password=password, ocr=ocr)


class Isolated:
    """One reading process for several files, started when first needed and replaced when it had to be killed."""

    def __init__(self, *, timeout: float = TIMEOUT, memory: int = MEMORY, recycle_after: int = RECYCLE_AFTER) -> None:
        self.timeout, self.memory, self.recycle_after = timeout, memory, recycle_after
        self._child: _Child | None = None

    def __enter__(self) -> Isolated:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the child, whatever it is doing."""
        if self._child is not None:
            self._child.kill()
            self._child = None

    def read(self, path: str | Path, *, password: str | None = None, ocr: bool = True) -> Document:
        """`read` in the child; raises as `read_isolated`."""
        document = self.call("report_extract.read:read", path, password=password, ocr=ocr)
        assert isinstance(document, Document)
        return document

    def call(self, function: str, file: str | Path, **arguments: object) -> Any:
        """`function` ("module:name") of `file` and plain keyword arguments, run in the child.

        What it returns must be made of the model's types and plain ones. Raises as `read_isolated`.
        """
        path = Path(file)
        child = self._ready_child()
        child.jobs_done += 1
        child.tell(b"j", (function, str(path), arguments))
        page: int | None = None
        deadline = time.monotonic() + self.timeout
        while True:
            kind, content = child.message(LOOK_EVERY) or (None, None)
            if kind == b"d":
                return content
            if kind == b"p":
                page = content
            elif kind is not None:
                raise self._failure(kind, content, path, page)
            if time.monotonic() > deadline:
                self.close()
                raise faults.time_limit(path, seconds=self.timeout, page=page)
            if child.memory_used() > self.memory * 2**20:
                self.close()
                raise faults.memory_limit(path, mebibytes=self.memory, page=page)

    def _ready_child(self) -> _Child:
        if self._child is not None and (self._child.jobs_done >= self.recycle_after or not self._child.is_alive()):
            self.close()
        if self._child is None:
            self._child = _Child(memory=self.memory)
        return self._child

    def _failure(self, kind: bytes, content: Any, path: Path, page: int | None) -> Exception:
        if kind == b"e":
            assert isinstance(content, Exception)
            return content
        child, self._child = self._child, None
        assert child is not None
        if kind == b"m":
            child.kill()
            return faults.memory_limit(path, mebibytes=self.memory, page=page)
        if kind == b"x":
            child.kill()
            name, trace = content
            if name in _NOT_INSTALLED:
                return InternalError(f"{path.name}: report-extract is not installed whole ({name})", trace)
            error = faults.crashed(path, how=name, page=page)
            error.add_note(trace)
            return error
        return faults.crashed(path, how=child.cause_of_death(), page=page)


# No file can cause these: a part of this package, or a library, is not there.
_NOT_INSTALLED = frozenset({"ImportError", "ModuleNotFoundError"})


class _Child:
    """The process, and a thread that collects what it says."""

    def __init__(self, *, memory: int) -> None:
        self.jobs_done = 0
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (lives as long as the child)
        self._process = subprocess.Popen(
            child_command(memory),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env={**ONE_THREAD, **os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._watched = psutil.Process(self._process.pid)
        self._messages: queue.SimpleQueue[tuple[bytes, Any]] = queue.SimpleQueue()
        threading.Thread(target=self._collect, daemon=True).start()
        message = self.message(START_LIMIT)
        if message is None or message[0] != b"r":
            reason = self._last_words()
            self.kill()
            raise InternalError(f"The reading process did not start: {reason}")

    def tell(self, kind: bytes, value: object) -> None:
        """Sends a message; that nobody is left to hear it, the next `message` says."""
        assert self._process.stdin is not None
        with suppress(OSError):
            wire.send(self._process.stdin, kind, value)

    def _collect(self) -> None:
        assert self._process.stdout is not None
        try:
            while (message := wire.receive(self._process.stdout)) is not None:
                self._messages.put(message)
        except Exception as error:  # a message that is no message: the child is not itself any more
            self._messages.put((b"x", (type(error).__name__, str(error))))
            return
        self._messages.put((b"", None))

    def message(self, seconds: float) -> tuple[bytes, Any] | None:
        """What the child says next, None if it says nothing for so long; (b"", None) when it has died."""
        try:
            return self._messages.get(timeout=seconds)
        except queue.Empty:
            return None

    def memory_used(self) -> int:
        """Resident bytes."""
        try:
            return int(self._watched.memory_info().rss)
        except psutil.Error:
            return 0

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def cause_of_death(self) -> str:
        code = self._process.wait()
        self._release()
        return f"signal {-code}" if code < 0 else f"exit code {code}"

    def kill(self) -> None:
        """The process and whatever it started."""
        try:
            family = [*self._watched.children(recursive=True), self._watched]
        except psutil.Error:
            family = [self._watched]
        for process in family:
            with suppress(psutil.Error):
                process.kill()
        self._process.wait()
        self._release()

    def _last_words(self) -> str:
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else "no reason given"

    def _release(self) -> None:
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
