"""The document's tables as rows of plain cells."""

from __future__ import annotations

from typing import Any

from report_extract.extract.statements import first_hit
from report_extract.model.document import Cell, Document, Table
from report_extract.model.extraction import TableInfo
from report_extract.rules.kinds.statements import Says
from report_extract.rules.load import RuleBook

_LABELS = (Says.finding_number, Says.recommendation_number)  # "Finding 3" names a finding, not the table below it


def find_tables(document: Document, *, book: RuleBook) -> tuple[TableInfo, ...]:
    """Every table that is no form; ticks and crosses as {"value": bool, "printed": "✓"}, empty cells as None."""
    return tuple(
        _table(table, document, book) for table in document.tables if table.kind != "form" and table.end > table.start
    )


def _table(table: Table, document: Document, book: RuleBook) -> TableInfo:
    grid = [tuple(_cell(cell) for cell in row) for row in table.grid()]
    header = tuple(_lowest(column) for column in zip(*grid[: table.header_rows], strict=True))
    return TableInfo(
        id=table.id,
        title=table.title or _heading(table, document, book),
        page=table.page,
        page_end=table.page_end,
        header=header,
        rows=tuple(grid[table.header_rows :]),
        units=table.units,
        evidence=document.evidence(table.start, table.end),
    )


def _lowest(column: tuple[Any, ...]) -> Any:
    """The lowest of a column's header cells: one that stands over an empty one belongs to the column too."""
    return next((cell for cell in reversed(column) if cell is not None), None)


def _cell(cell: Cell | None) -> Any:
    if cell is None:
        return None
    if cell.value is not None:
        return {"value": cell.value, "printed": cell.text}
    return cell.text or None


def _heading(table: Table, document: Document, book: RuleBook) -> str | None:
    """A table without a title of its own goes by the nearest heading that is no label of a numbered item."""
    path = reversed(document.section_path(table.start))
    return next((s.title for s in path if not any(first_hit(s.title, says, book=book) for says in _LABELS)), None)
