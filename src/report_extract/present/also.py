"""What `extract` writes beside its JSON: tables of all documents, and a brief of each."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from report_extract.corpus.run import Outcome
from report_extract.present.brief import brief
from report_extract.rules.load import RuleBook, load_rules
from report_extract.write.csv_tables import KINDS, Row, header_of, rows_of
from report_extract.write.files import write_whole
from report_extract.write.tidy import write_csv


class Also(Protocol):
    """Takes outcomes as they come; `close` comes once at the end, also of a run that was stopped."""

    def take(self, outcome: Outcome) -> None: ...

    def close(self) -> None: ...


class CsvFolder:
    """One table a kind, with the rows of all documents of the run; a kind that no document has is a header alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rows: dict[str, list[Row]] = {}

    def take(self, outcome: Outcome) -> None:
        if outcome.facts is not None:
            for kind in KINDS:
                self._rows.setdefault(kind, []).extend(rows_of(kind, outcome.facts))

    def close(self) -> None:
        for kind, rows in self._rows.items():
            write_csv(self._folder / f"{kind}.csv", header_of(kind), rows)


class BriefFolder:
    """One Markdown file a document: name.brief.md, so that no document's own Markdown is overwritten."""

    def __init__(self, folder: Path, *, book: RuleBook) -> None:
        self._folder, self._book = folder, book

    def take(self, outcome: Outcome) -> None:
        if outcome.facts is not None:
            write_whole(self._folder / f"{outcome.name}.brief.md", brief(outcome.facts, book=self._book))

    def close(self) -> None:
        pass


def beside(out: Path, *, csv: bool, markdown: bool, rules: tuple[Path, ...] = ()) -> tuple[Also, ...]:
    """Takers for what was asked for: tables in `out`/csv, briefs in `out`."""
    takers: list[Also] = []
    if csv:
        takers.append(CsvFolder(out / "csv"))
    if markdown:
        takers.append(BriefFolder(out, book=load_rules(rules)))
    return tuple(takers)
