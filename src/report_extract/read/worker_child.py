"""The process that reads for another: takes jobs on standard input, answers on standard output.

Started as `python -m report_extract.read.worker_child` and not by multiprocessing, which would import the caller's main
module again. Messages to it: b"j" a job. From it: b"r" ready, b"p" page reached, b"d" done, b"e" an error of ours,
b"m" out of memory, b"x" any other exception.
"""

from __future__ import annotations

import importlib
import os
import queue
import signal
import sys
import threading
import traceback
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from report_extract.errors import ReportExtractError
from report_extract.read import faults, progress, wire

# Address space is no measure of memory (threads and libraries reserve much and use little): the limit on it only stops
# a single huge allocation before the watcher's next look.
ADDRESS_SPACE_FACTOR = 3
ADDRESS_SPACE_EXTRA = 3 * 2**30


class Job(NamedTuple):
    """A call of `function` ("module:name") with a file and keyword arguments."""

    function: str
    file: str
    arguments: dict[str, Any]


def main() -> None:
    """Works until standard input closes; then the process that started it is gone, and so is the reason to work on."""
    answers = _private_output()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    _limit_address_space(int(sys.argv[1]))
    progress.listen(lambda page: wire.send(answers, b"p", page))
    jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
    threading.Thread(target=_take_jobs, args=(jobs,), daemon=True).start()
    wire.send(answers, b"r", None)
    while True:
        wire.send(answers, *_answer(jobs.get()))


def _private_output() -> BinaryIO:
    """Standard output for our messages alone; whatever a library prints goes where errors go."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return output


def _take_jobs(jobs: queue.SimpleQueue[Job]) -> None:
    while (message := wire.receive(sys.stdin.buffer)) is not None:
        jobs.put(Job(*message[1]))
    os._exit(0)


def _answer(job: Job) -> tuple[bytes, object]:
    try:
        module, name = job.function.split(":")
        return b"d", getattr(importlib.import_module(module), name)(Path(job.file), **job.arguments)
    except ReportExtractError as error:
        return b"e", error
    except MemoryError:
        return b"m", None
    except RecursionError:
        return b"e", faults.damaged(Path(job.file), what="the file nests its parts deeper than any document does")
    except Exception as error:
        return b"x", (type(error).__name__, traceback.format_exc())


def _limit_address_space(mebibytes: int) -> None:
    """Where the system knows such a limit (Linux); elsewhere watching from outside has to do."""
    try:
        import resource
    except ImportError:
        return
    limit = mebibytes * 2**20 * ADDRESS_SPACE_FACTOR + ADDRESS_SPACE_EXTRA
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, resource.getrlimit(resource.RLIMIT_AS)[1]))
    except (ValueError, OSError, OverflowError):
        return


if __name__ == "__main__":
    main()
