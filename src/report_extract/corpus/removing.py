"""Documents taken out of a store again: by their hash, their file or their name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from report_extract.corpus import filling
from report_extract.corpus.database import opened, transaction
from report_extract.errors import WrongUsage

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from report_extract.corpus.storing import Shelf

LEAST_DIGITS = 6  # of a hash; fewer could be a word


@dataclass(frozen=True, slots=True)
class Removed:
    """A document that was in the store; `file` is where it was found."""

    sha256: str
    document: str
    file: str


def remove_documents(named: Sequence[str], *, shelf: Shelf) -> tuple[Removed, ...]:
    """Takes out what is named: a hash or its first digits, the path that was added, or the document's name.

    Facts, rows and copies inside the store go; documents outside stay where they are. What is not there is passed over,
    so that doing it again changes nothing. Raises WrongUsage for a name that several documents have.
    """
    shelf.ready()
    with opened(shelf.database, write=True, patience=shelf.patience) as connection:
        there = _documents(connection)
        chosen = {found.sha256: found for name in named for found in _meant(name, there)}
        # The kept facts go first: rows left behind are found by the next try, facts left behind would come back.
        for sha256 in chosen:
            shelf.kept.forget(sha256)
        with transaction(connection):
            filling.remove(connection, list(chosen))
            _forget_failures(connection, named)
    for removed in chosen.values():
        _drop_copy(removed, shelf)
    return tuple(chosen.values())


def _documents(connection: DuckDBPyConnection) -> list[tuple[Removed, str]]:
    rows = connection.execute("SELECT sha256, document, file, given_as FROM documents").fetchall()
    return [(Removed(sha256, document, file), given_as) for sha256, document, file, given_as in rows]


def _meant(name: str, there: Iterable[tuple[Removed, str]]) -> list[Removed]:
    """By hash, else by path, else by name."""
    path = str(Path(name).resolve())
    documents = list(there)
    ways = (
        [d for d, _ in documents if len(name) >= LEAST_DIGITS and d.sha256.startswith(name.lower())],
        [d for d, given_as in documents if path in (d.file, given_as) or name == d.file],
        [d for d, _ in documents if d.document == name],
    )
    found = next((way for way in ways if way), [])
    if len(found) > 1:
        listed = ", ".join(f"{d.sha256[:12]} ({d.file})" for d in found)
        raise WrongUsage(f"{name}: {len(found)} documents of the corpus are meant by this; name one: {listed}")
    return found


def _forget_failures(connection: DuckDBPyConnection, named: Sequence[str]) -> None:
    files = [str(Path(name).resolve()) for name in named]
    connection.execute("DELETE FROM failures WHERE file IN (SELECT unnest(?::VARCHAR[]))", [files])


def _drop_copy(removed: Removed, shelf: Shelf) -> None:
    """Only a copy that the store made: its place is told relative to the store."""
    if Path(removed.file).is_absolute():
        return
    copy = shelf.path_of(removed.file)
    copy.unlink(missing_ok=True)
    for folder in (copy.parent, copy.parent.parent):
        if folder != shelf.folder and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
