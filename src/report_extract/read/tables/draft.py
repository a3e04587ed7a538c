"""Rough table → `FoundTable`: header, units, ticks and title understood, words made into lines."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from report_extract.read.draft import DraftCell, DraftLine, DraftTable, DraftWord
from report_extract.read.rawpage import RawPage, Word
from report_extract.read.tables.found import FoundTable
from report_extract.read.tables.headers import header_rows, is_form
from report_extract.read.tables.lines import draft_lines
from report_extract.read.tables.rough import RoughCell, RoughTable, cell_text
from report_extract.read.tables.titles import title_above
from report_extract.read.tables.units import header_unit
from report_extract.read.ticks import Mark, judge, mark_of

# A column is one of ticks if most of what stands in it are marks; "Apologies" and "n/a" happen among them.
MOSTLY = 0.6


def found(page: RawPage, table: RoughTable, taken: Collection[int]) -> FoundTable:
    """Understands one table; `taken` are words of all tables of the page."""
    head = header_rows(page.words, table)
    values = _tick_values(page.words, table, head)
    cells = tuple(_draft_cell(page, cell, values.get(id(cell))) for cell in table.cells if cell.filled)
    return FoundTable(
        box=table.box,
        table=DraftTable(
            cells=cells,
            n_rows=table.n_rows,
            n_columns=table.n_columns,
            header_rows=head,
            title=title_above(page.words, table.box, taken) or _title_inside(page.words, table, head),
            units=_units(page.words, table, head),
            kind="form" if is_form(page.words, table) else table.kind,
        ),
        owned=frozenset(i for cell in table.cells for i in cell.words),
    )


def _title_inside(words: Sequence[Word], table: RoughTable, head: int) -> str | None:
    """A header row with one filled cell names the table ("Expenditure", and nothing over the amounts)."""
    first = [c for c in table.row(0) if c.words] if head else []
    return cell_text(words, first[0]) if len(first) == 1 and first[0].column == 0 else None


def _draft_cell(page: RawPage, cell: RoughCell, value: bool | None) -> DraftCell:
    lines = draft_lines(page, cell.words)
    if cell.drawn is not None:
        printed = DraftWord("✓" if cell.drawn else "✗", cell.box.x0, cell.box.x1)
        lines = (DraftLine(words=(printed,), box=cell.box),)
    return DraftCell(
        row=cell.row,
        column=cell.column,
        lines=lines,
        box=cell.box,
        row_span=cell.row_span,
        column_span=cell.column_span,
        value=value,
        bold=bool(cell.words) and all(page.words[i].bold for i in cell.words),
    )


def _units(words: Sequence[Word], table: RoughTable, head: int) -> tuple[str | None, ...]:
    """The unit of each column from its lowest header cell that states one; a spanning cell speaks for all below it."""
    units: list[str | None] = [None] * table.n_columns
    for row in range(head):
        for cell in table.row(row):
            unit = header_unit(cell_text(words, cell)) if cell.words else None
            if unit:
                for column in range(cell.column, cell.column + cell.column_span):
                    units[column] = unit
    return tuple(units)


def _tick_values(words: Sequence[Word], table: RoughTable, head: int) -> dict[int, bool | None]:
    """id of cell → value, for the cells of those columns that hold ticks and crosses."""
    marked: list[tuple[RoughCell, Mark | None]] = []
    drawn: dict[int, bool | None] = {}
    for column in range(table.n_columns):
        body = [c for c in table.column(column) if c.row >= head and c.filled]
        marks = [(c, _mark(words, c)) for c in body]
        hits = sum(m is not None or c.drawn is not None for c, m in marks)
        if hits and hits >= MOSTLY * len(body):
            marked += [(c, m) for c, m in marks if m is not None]
            drawn |= {id(c): c.drawn for c in body if c.drawn is not None}
    judged = judge([m for _, m in marked])
    return drawn | {id(c): value for (c, _), value in zip(marked, judged, strict=True)}


def _mark(words: Sequence[Word], cell: RoughCell) -> Mark | None:
    return mark_of(words[cell.words[0]].text, words[cell.words[0]].font) if len(cell.words) == 1 else None
