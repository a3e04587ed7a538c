"""Tables as plain grids, for assertions."""

from __future__ import annotations

from report_extract.read.draft import DraftTable
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.find import find_tables
from tests.read.written_page import said


def grid(table: DraftTable) -> list[list[object]]:
    """Rows of cell texts, ticks as true and false, "" where nothing stands."""
    rows: list[list[object]] = [[""] * table.n_columns for _ in range(table.n_rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.value if cell.value is not None else said(cell.lines)
    return rows


def only(page: RawPage) -> DraftTable:
    (found,) = find_tables(page)
    return found.table
