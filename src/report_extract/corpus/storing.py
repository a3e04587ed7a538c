"""A store's folder: the kept facts, the database made of them, and copies of documents where these are wanted.

<store>/extractions/<sha256>-<version>.json   the facts of each document, written first
<store>/corpus.duckdb                         the same as tables, which can always be made again
<store>/<partnership>/<year>/<name>           copies, with `--copy`
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report_extract.corpus import filling
from report_extract.corpus.database import PATIENCE, opened, transaction
from report_extract.corpus.kept import Kept, Name, content_hash
from report_extract.corpus.naming import absolute, safe_name
from report_extract.corpus.rows import Row
from report_extract.corpus.shelved import Shelved, lines_of, shelved
from report_extract.errors import InternalError, UnreadableDocument, WrongUsage
from report_extract.model.extraction import DocumentInfo
from report_extract.write.files import write_whole

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_UNKNOWN = "unknown"  # folder of copies whose partnership or year is not known
_CATCH_UP_AT_ONCE = 50  # documents whose facts are in memory together (0.5 MB each)


@dataclass(frozen=True, slots=True)
class Entry:
    """The facts of a document, the name under which they are kept, and the file that they were read from."""

    shelved: Shelved
    name: Name
    given_as: Path


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave nothing; `sha256` is None where it could not even be opened."""

    file: Path
    sha256: str | None
    failure: UnreadableDocument | InternalError | None


class Shelf:
    """The folder of a store; every method leaves it whole, whatever happens in the middle."""

    def __init__(self, folder: Path, *, patience: float = PATIENCE) -> None:
        self.folder, self.patience = folder, patience
        self.kept = Kept(folder / "extractions")
        self.database = folder / "corpus.duckdb"

    def prepare(self) -> None:
        """Makes the store, or brings it up to date and adds facts whose way to the database was cut off."""
        try:
            self.kept.folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise WrongUsage(f"{self.folder}: no store can be made here ({fault.strerror or fault})") from fault
        self.kept.sweep()
        with opened(self.database, write=True, patience=self.patience) as connection:
            remade = not filling.is_current(connection)
            if remade:
                filling.bring_up_to_date(connection)
            self._catch_up(connection, everything=remade)

    def ready(self) -> None:
        """Raises WrongUsage where no store is; brings an old one up to date."""
        if not self.database.is_file():
            raise WrongUsage(f"{self.folder}: no corpus here. Make one with: report-extract corpus add REPORTS")
        with opened(self.database, write=False, patience=self.patience) as connection:
            current = filling.is_current(connection)
        if not current:
            self.prepare()

    def put(self, entries: Sequence[Entry], failures: Sequence[Failure] = (), *, copy: bool = False) -> None:
        """Rows of documents in the place of their earlier rows, and of other contents of the same files."""
        now = datetime.now(UTC).replace(tzinfo=None)
        with opened(self.database, write=True, patience=self.patience) as connection:
            replaced = _contents_before(connection, entries)
            with transaction(connection):
                filling.remove(connection, [*replaced, *(entry.name.sha256 for entry in entries)])
                _forget_failures(connection, [*(e.given_as for e in entries), *(f.file for f in failures)])
                lines = {"failures": [lines_of([_failure_row(failure, now)]) for failure in failures]}
                for entry in entries:
                    document, given_as = entry.shelved.document, _absolute(entry.given_as)
                    where = self._copied(document, entry.given_as) if copy else given_as
                    _extend(lines, entry, file=where, given_as=given_as, added_at=now)
                filling.insert(connection, lines)
        for sha256 in replaced:
            self.kept.forget(sha256)

    def place(self, found: Mapping[str, Path], *, copy: bool) -> None:
        """Notes where documents that are known (file by hash) are now, if where they were they are no more."""
        with opened(self.database, write=True, patience=self.patience) as connection, transaction(connection):
            _forget_failures(connection, found.values())
            for sha256, where in _places(connection).items():
                file = found.get(sha256)
                if file is None or (self.path_of(where).is_file() and not (copy and Path(where).is_absolute())):
                    continue
                facts = (
                    next((self.kept.read(n) for n in self.kept.names() if n.sha256 == sha256), None) if copy else None
                )
                place = self._copied(facts.document, file) if facts else _absolute(file)
                given = [place, _absolute(file), sha256]
                connection.execute("UPDATE documents SET file = ?, given_as = ? WHERE sha256 = ?", given)

    def path_of(self, file: str) -> Path:
        """The place of a document from its column `file`: absolute, or a copy in the store."""
        return self.folder / file

    def _catch_up(self, connection: DuckDBPyConnection, *, everything: bool) -> None:
        """Rows for kept facts that the database does not have (all, when it was made anew)."""
        rows = connection.execute("SELECT sha256, version, file, given_as, added_at FROM documents").fetchall()
        there = {sha256: (version, *rest) for sha256, version, *rest in rows}
        missing = [n for n in self.kept.names() if everything or there.get(n.sha256, (None,))[0] != n.version]
        for first in range(0, len(missing), _CATCH_UP_AT_ONCE):
            self._reload(connection, missing[first : first + _CATCH_UP_AT_ONCE], there)

    def _reload(
        self, connection: DuckDBPyConnection, names: Iterable[Name], there: Mapping[str, Sequence[Any]]
    ) -> None:
        now = datetime.now(UTC).replace(tzinfo=None)
        lines: dict[str, list[bytes]] = {}
        read: list[str] = []
        with transaction(connection):
            for name in names:
                facts = self.kept.read(name)
                if facts is None:
                    continue
                own = _absolute(Path(facts.document.file))
                _, file, given_as, added_at = there.get(name.sha256, (None, own, own, now))
                entry = Entry(shelved(facts), name, Path(given_as))
                _extend(lines, entry, file=file, given_as=given_as, added_at=added_at)
                read.append(name.sha256)
            filling.remove(connection, read)
            filling.insert(connection, lines)

    def _copied(self, document: DocumentInfo, file: Path) -> str:
        """Copies a document into the store and says where, relative to it; the original's place if it has changed."""
        partnership = safe_name(document.partnership.key) if document.partnership else _UNKNOWN
        year = safe_name((document.reporting_year or _UNKNOWN).replace("/", "-"))
        folder = Path(partnership) / year
        try:
            content = file.read_bytes()
            for stem in (file.stem, f"{file.stem}-{document.sha256[:8]}"):
                place = folder / f"{safe_name(stem)}{file.suffix.lower()}"
                target = self.folder / place
                if not target.exists() or content_hash(target) == document.sha256:
                    break
            write_whole(target, content)
            if content_hash(target) == document.sha256:
                return place.as_posix()
            target.unlink()
        except (OSError, UnreadableDocument):
            return _absolute(file)
        return _absolute(file)


def _extend(lines: dict[str, list[bytes]], entry: Entry, **stored: object) -> None:
    """The lines of a document, its own one with how it came to the store."""
    for name, of_table in entry.shelved.lines.items():
        if name == "documents":
            made = {"made_by": entry.shelved.made_by, "version": entry.name.version}
            of_table = lines_of([{**json.loads(of_table), **made, **stored}])
        lines.setdefault(name, []).append(of_table)


def _failure_row(failed: Failure, now: datetime) -> Row:
    reason = failed.failure.reason if isinstance(failed.failure, UnreadableDocument) else "defect"
    file = _absolute(failed.file)
    return {"file": file, "sha256": failed.sha256, "reason": reason, "message": str(failed.failure), "failed_at": now}


def _absolute(file: Path) -> str:
    """As text that is valid Unicode, which the name of a file need not be."""
    return str(absolute(file)).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _contents_before(connection: DuckDBPyConnection, entries: Sequence[Entry]) -> list[str]:
    """Documents that were read from these files when they held something else."""
    names = [_absolute(entry.given_as) for entry in entries]
    new = [entry.name.sha256 for entry in entries]
    found = connection.execute(
        "SELECT DISTINCT sha256 FROM documents WHERE given_as IN (SELECT unnest(?::VARCHAR[])) "
        "AND sha256 NOT IN (SELECT unnest(?::VARCHAR[]))",
        [names, new],
    ).fetchall()
    return [sha256 for (sha256,) in found]


def _forget_failures(connection: DuckDBPyConnection, files: Iterable[Path]) -> None:
    names = [_absolute(file) for file in files]
    connection.execute("DELETE FROM failures WHERE file IN (SELECT unnest(?::VARCHAR[]))", [names])


def _places(connection: DuckDBPyConnection) -> dict[str, str]:
    return dict(connection.execute("SELECT sha256, file FROM documents").fetchall())
