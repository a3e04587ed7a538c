"""`Store`: a corpus from Python, for notebooks.

from report_extract.corpus import Store
store = Store("corpus")
store.add("reports/")
store.query("SELECT partnership, value FROM metrics WHERE metric = 'lado_contacts'").to_frame()
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from report_extract.corpus.adding import Status, Step, add_documents
from report_extract.corpus.database import PATIENCE, opened, sealed
from report_extract.corpus.discovery import find_documents
from report_extract.corpus.machine import default_jobs
from report_extract.corpus.removing import Removed, remove_documents
from report_extract.corpus.run import Options
from report_extract.corpus.storing import Shelf
from report_extract.errors import WrongUsage
from report_extract.model.extraction import Extraction
from report_extract.read.worker import MEMORY, TIMEOUT


class Rows(list[dict[str, Any]]):
    """What a query gave: a list of rows, each a mapping by column; `columns` also of no rows."""

    def __init__(self, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        self.columns = tuple(columns)
        super().__init__(dict(zip(self.columns, row, strict=True)) for row in rows)

    def to_frame(self) -> Any:
        """A pandas DataFrame, or a polars one where only that is installed. Raises WrongUsage without either."""
        columns = {name: [row[name] for row in self] for name in self.columns}
        for library in ("pandas", "polars"):
            try:
                module = __import__(library)
            except ImportError:
                continue
            return module.DataFrame(columns)
        raise WrongUsage("A data frame needs pandas or polars: pip install pandas")


@dataclass(frozen=True, slots=True)
class Added:
    """What `Store.add` did: a step for each file."""

    steps: tuple[Step, ...]

    def files(self, status: str) -> tuple[Path, ...]:
        """Of the files given, those that were "added", were "known" before, or "failed"."""
        return tuple(step.file for step in self.steps if step.status == status)

    @property
    def failures(self) -> dict[str, str]:
        """Why each file that gave nothing gave nothing."""
        return {str(step.file): str(step.failure) for step in self.steps if step.failure}

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(self.files(status))} {status.value}" for status in Status)
        return f"<Added: {counts}>"


class Store:
    """A corpus in a folder, made when something is first added. It can be used by several programs at once."""

    def __init__(self, folder: str | Path = "corpus", *, patience: float = PATIENCE) -> None:
        self.shelf = Shelf(Path(folder), patience=patience)

    def __repr__(self) -> str:
        return f"Store({str(self.shelf.folder)!r})"

    def add(
        self,
        *paths: str | Path,
        copy: bool = False,
        again: bool = False,
        jobs: int | None = None,
        timeout: float = TIMEOUT,
        memory: int = MEMORY,
        password: str | None = None,
        ocr: bool = True,
        rules: Sequence[str | Path] = (),
        watch: Callable[[Step], None] = lambda _: None,
    ) -> Added:
        """Reads files, folders and patterns that are not known yet; `watch` is called as each ends.

        `copy` keeps copies of the documents in the store, `again` reads known ones too; `jobs` processes work at once
        (default: as many as the machine carries). A document that cannot be read is a failed step, never an exception.
        Raises WrongUsage for paths without documents, and BadRule.
        """
        files = find_documents([str(path) for path in paths], leave_out=self.shelf.folder)
        options = Options(
            timeout=timeout,
            memory=memory,
            password=password,
            ocr=ocr,
            rules=tuple(Path(folder) for folder in rules),
            jobs=jobs or default_jobs(len(files)),
        )
        steps = []
        for step in add_documents(files, shelf=self.shelf, options=options, copy=copy, again=again):
            watch(step)
            steps.append(step)
        return Added(tuple(steps))

    def remove(self, *documents: str | Path) -> tuple[Removed, ...]:
        """Takes documents out, each named by its sha256 (or the beginning of it), its path or its name.

        The files themselves stay, but for copies that the store made. What is not in the store is passed over. Raises
        WrongUsage for a name that several documents have.
        """
        return remove_documents([str(name) for name in documents], shelf=self.shelf)

    def query(self, sql: str, parameters: Sequence[object] = ()) -> Rows:
        """The rows of a SQL statement (DuckDB's dialect). It can read the store's tables, and nothing else.

        Raises WrongUsage for a faulty statement, with DuckDB's words.
        """
        self.shelf.ready()
        import duckdb

        with sealed(self.shelf.database, patience=self.shelf.patience) as connection:
            try:
                found = connection.execute(sql, list(parameters))
                return Rows([column[0] for column in found.description or ()], found.fetchall())
            except duckdb.Error as fault:
                raise WrongUsage(f"The query does not work: {fault}") from fault

    def documents(self) -> Rows:
        """One row for each document: partnership, year, kind, and where it is."""
        return self.query(
            "SELECT partnership, reporting_year, kind, document, title, pages, file, sha256 FROM documents ORDER BY ALL"
        )

    def failures(self) -> Rows:
        """One row for each file that gave nothing when it was last tried."""
        return self.query("SELECT file, reason, message, failed_at FROM failures ORDER BY file")

    def facts(self, document: str) -> Extraction:
        """Everything that was found in a document, given by its sha256 or the beginning of that."""
        names = [name for name in self.shelf.kept.names() if name.sha256.startswith(document)]
        facts = self.shelf.kept.read(names[0]) if len(names) == 1 else None
        if facts is None:
            raise WrongUsage(f"{document}: {len(names)} documents of the store have such a sha256")
        return facts

    def coding_sheet(self, *, rules: Sequence[str | Path] = ()) -> Rows:
        """The table that researchers fill by hand, for every annual report: see `corpus.coding_sheet`."""
        from report_extract.corpus.coding_sheet import COLUMNS, coding_sheet
        from report_extract.rules.load import load_rules

        order = [row["sha256"] for row in self.documents()]
        kept = {name.sha256: name for name in self.shelf.kept.names()}
        reports = (facts for sha256 in order if (facts := self.shelf.kept.read(kept[sha256])))
        book = load_rules(tuple(Path(folder) for folder in rules))
        return Rows(COLUMNS, ([row[name] for name in COLUMNS] for row in coding_sheet(reports, book=book)))

    def export(self, folder: str | Path, *, form: str = "parquet") -> tuple[Path, ...]:
        """Every table as a file ("parquet", "csv") or all as sheets of one workbook ("xlsx"); the files written."""
        from report_extract.corpus.exporting import export

        self.shelf.ready()
        with opened(self.shelf.database, write=False, patience=self.shelf.patience) as connection:
            return export(connection, Path(folder), form=form)
