"""Tables that list findings, recommendations or priorities: which column holds the text, number, owner, status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from report_extract.extract.statements import first_hit
from report_extract.model.document import Cell, Document, Table
from report_extract.rules.kinds.statements import Says
from report_extract.rules.load import RuleBook

# Sorts of which a table may have several columns: strengths beside areas for improvement.
REPEATED = frozenset({"strength"})


class Row(NamedTuple):
    """A body row: its cells by what their columns are, and the table."""

    table: Table
    cells: Mapping[str, Cell]

    @property
    def start(self) -> int:
        return min(c.start for c in self.cells.values())

    @property
    def end(self) -> int:
        return max(c.end for c in self.cells.values())


def rows_with(document: Document, column: str, *, book: RuleBook) -> Iterator[Row]:
    """Body rows of all tables whose cell in a column of that sort, e.g. "recommendation", is not empty."""
    for table in document.tables:
        columns = columns_of(table, book=book)
        if column in columns.values() and table.kind != "form":
            for line in table.grid()[max(1, table.header_rows) :]:
                cells = {columns[i]: c for i, c in enumerate(line) if c and c.text.strip() and i in columns}
                if column in cells:
                    yield Row(table, cells)


def cells_with(document: Document, column: str, *, book: RuleBook) -> Iterator[tuple[Table, Cell]]:
    """Every body cell that is not empty below all headers of that sort, row by row."""
    for table in document.tables:
        columns = columns_of(table, book=book)
        if column in columns.values() and table.kind != "form":
            for line in table.grid()[max(1, table.header_rows) :]:
                for index, cell in enumerate(line):
                    if cell and cell.text.strip() and columns.get(index) == column:
                        yield table, cell


def columns_of(table: Table, *, book: RuleBook) -> dict[int, str]:
    """Column index → what it holds, read off the last header row; most sorts are given to one column only."""
    found: dict[int, str] = {}
    header = table.grid()[max(0, table.header_rows - 1)] if table.n_rows else []
    for index, cell in enumerate(header):
        hit = first_hit(cell.text.strip(), Says.column, book=book) if cell else None
        if hit and hit.rule.value and (hit.rule.value in REPEATED or hit.rule.value not in found.values()):
            found[index] = hit.rule.value
    return found
