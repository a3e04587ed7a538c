"""Check boxes in table cells → fields over the cells, which stay cells; the label beside the box or with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from report_extract.model.base import union
from report_extract.model.document import Cell, FormField, Table
from report_extract.read.forms.marks import Choice, Piece, choices, has_ticked_box, pieces

MATRIX_COLUMNS = 3  # so many boxes in a row without words between them are a table of yes and no, not a form
_WORD = re.compile(r"\S+")


def cell_fields(tables: Iterable[Table]) -> Iterator[FormField]:
    """The check boxes of all tables, row by row; ids are left to who numbers the fields of the document."""
    for table in tables:
        bullets_too = has_ticked_box(c.text for c in table.cells)
        header = {c.column: c.text for c in table.cells if c.row == table.header_rows - 1}
        for row in range(table.header_rows, table.n_rows):
            cells = sorted((c for c in table.cells if c.row == row and c.text.strip()), key=lambda c: c.column)
            yield from _row_fields(cells, header, bullets_too)


def _row_fields(cells: Sequence[Cell], header: dict[int, str], bullets_too: bool) -> Iterator[FormField]:
    rows = [_pieces_of(c, bullets_too) for c in cells]
    lone = [bool(row) and all(p.checked is not None for p in row) for row in rows]
    if _longest_run(lone) >= MATRIX_COLUMNS:
        return
    labels_right = bool(lone) and (lone[0] or not lone[-1])
    for i, (cell, row) in enumerate(zip(cells, rows, strict=True)):
        if not lone[i]:
            yield from (_inside(cell, choice) for choice in choices(row)[1] if choice.label)
            continue
        beside = _label_cell(cells, lone, i, labels_right)
        if beside is not None:
            yield _beside(cell, beside, row, header)


def _label_cell(cells: Sequence[Cell], lone: Sequence[bool], i: int, labels_right: bool) -> Cell | None:
    """The cell with the words for a lone box; of two boxes after one text (yes and no), that text is both's."""
    if labels_right:
        return cells[i + 1] if i + 1 < len(cells) and not lone[i + 1] else None
    return next((cells[j] for j in range(i - 1, -1, -1) if not lone[j]), None)


def _longest_run(lone: Sequence[bool]) -> int:
    longest = run = 0
    for is_lone in lone:
        run = run + 1 if is_lone else 0
        longest = max(longest, run)
    return longest


def _pieces_of(cell: Cell, bullets_too: bool) -> tuple[Piece, ...]:
    return pieces([w[0] for w in _WORD.finditer(cell.text)], bullets_too=bullets_too)


def _inside(cell: Cell, choice: Choice) -> FormField:
    """Box and label in one cell."""
    words = list(_WORD.finditer(cell.text))
    part = sorted(choice.mark + choice.label, key=lambda p: p.source)
    first, last = words[part[0].source], words[part[-1].source]
    start = first.start() + first[0].find(part[0].text)
    end = last.start() + last[0].rfind(part[-1].text) + len(part[-1].text)
    return FormField(
        id="",
        label=_joined(choice.label),
        page=cell.page,
        bbox=cell.bbox,
        start=cell.start + start,
        end=cell.start + end,
        checked=choice.checked,
        printed=_joined(choice.mark),
    )


def _beside(cell: Cell, label: Cell, row: Sequence[Piece], header: dict[int, str]) -> FormField:
    """Box in one cell, label in another; where a header names the box's column, its words are the answer."""
    answer = header.get(cell.column, "") if label.column < cell.column else ""
    return FormField(
        id="",
        label=" ".join(f"{label.text} {answer}".split()),
        page=cell.page,
        bbox=union([cell.bbox, label.bbox]),
        start=min(cell.start, label.start),
        end=max(cell.end, label.end),
        checked=any(p.checked for p in row),
        printed=_joined(row),
    )


def _joined(part: Iterable[Piece]) -> str:
    return " ".join(p.text for p in part)
