"""The DuckDB file of a store: opened for a moment at a time, so that several processes can share it.

DuckDB lets one process write, or several read. Nobody here keeps it open, and whoever finds it taken tries again.
"""

from __future__ import annotations

import random
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report_extract.errors import WrongUsage

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PATIENCE = 60.0  # seconds to wait for another process; ours hold the file for less than one
_WAITS = (0.02, 0.25)  # seconds between two tries, drawn at random so that two writers do not stay in step

# What DuckDB says when the file is held by another process (on Windows the system's own words) or, in this process, by
# a connection of another kind.
_TAKEN = ("Could not set lock", "being used by another process", "different configuration", "already attached")

# Within a process, connections to one file would have to agree on their settings: one at a time.
_here: defaultdict[Path, threading.RLock] = defaultdict(threading.RLock)


@contextmanager
def opened(file: Path, *, write: bool, patience: float = PATIENCE) -> Iterator[DuckDBPyConnection]:
    """A connection, for as short as possible. It never loads an extension, so it never asks the network.

    Raises WrongUsage where DuckDB is not installed, the file is none of its own, or stays taken for `patience` seconds.
    """
    with _here[file.resolve()]:
        connection = _connect(file, write=write, until=time.monotonic() + patience)
        try:
            if write:  # rows of a few documents: threads would only take time from the reading processes
                connection.execute("SET threads = 1")
            for setting in ("autoinstall_known_extensions", "autoload_known_extensions", "python_enable_replacements"):
                connection.execute(f"SET {setting} = false")
            yield connection
        finally:
            connection.close()


@contextmanager
def sealed(file: Path, *, patience: float = PATIENCE) -> Iterator[DuckDBPyConnection]:
    """A connection for statements of others: it reads this file, and no other."""
    with opened(file, write=False, patience=patience) as connection:
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield connection


@contextmanager
def transaction(connection: DuckDBPyConnection) -> Iterator[None]:
    """All or nothing."""
    connection.execute("BEGIN")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _connect(file: Path, *, write: bool, until: float) -> DuckDBPyConnection:
    duckdb = _duckdb()
    while True:
        try:
            connection: DuckDBPyConnection = duckdb.connect(str(file), read_only=not write)
        except duckdb.Error as fault:
            if not any(words in str(fault) for words in _TAKEN):
                raise _unusable(file, fault) from fault
            if time.monotonic() > until:
                what = "another program has it open; close it there (a notebook, a DuckDB window) and try again"
                raise WrongUsage(f"{file}: {what}") from fault
            time.sleep(random.uniform(*_WAITS))
        else:
            return connection


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError as fault:
        raise WrongUsage('The corpus needs DuckDB: pip install "report-extract[corpus]"') from fault
    return duckdb


def _unusable(file: Path, fault: Exception) -> WrongUsage:
    words = " ".join(str(fault).split())
    return WrongUsage(f"{file}: {words}. Moved away, the next `corpus add` makes it again from the kept facts")
