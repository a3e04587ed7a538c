"""Rows of attendance: who came to which meetings, by ticks and crosses or by the letters Y and N."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from report_extract.model.document import Cell, Document, Table

_YES, _NO = frozenset({"y", "yes", "✓", "✔"}), frozenset({"n", "no", "x", "✗", "✘"})
# A row of fewer marks states no attendance.
FEWEST_MARKS = 2
_SHARE = re.compile(r"\d+(?:\.\d+)?\s?%?")
_PERCENT = re.compile(r"%|(?i:per\s?cent|percentage|attendance)")


@dataclass(frozen=True, slots=True)
class Attended:
    """A row: whose it is, its marks, how many cells among them are blank or hold something else, its percentage;
    `worded` of the unmarked cells hold words or letters."""

    label: Cell
    marks: tuple[bool, ...]
    unmarked: int
    share: Cell | None
    worded: int = 0

    @property
    def ticks(self) -> int:
        return sum(self.marks)

    @property
    def start(self) -> int:
        return self.label.start

    def end(self, cells: tuple[Cell, ...]) -> int:
        """Where the row ends, among the cells of its table."""
        return max(c.end for c in cells if c.row == self.label.row)


def attendance(table: Table) -> Iterator[Attended]:
    """The rows of a table with two marks or more behind a label."""
    percent = {c.column for c in table.cells if c.row < table.header_rows and _PERCENT.search(c.text)}
    for row in table.grid()[table.header_rows :]:
        cells = [c for c in row if c is not None]
        marked = {c.column: mark for c in cells if (mark := mark_of(c)) is not None}
        label = next((c for c in cells if c.text.strip() and c.column not in marked), None)
        if len(marked) < FEWEST_MARKS or label is None or label.column > min(marked):
            continue
        shares = [
            c for c in cells if c.column > max(marked) and _SHARE.fullmatch(c.text.strip()) and _is_share(c, percent)
        ]
        share = shares[0] if len(shares) == 1 else None
        stop = share.column if share else max(marked) + 1
        between = [c for c in cells if label.column < c.column < stop and c.column not in marked]
        worded = sum(1 for c in between if c.text.strip(" -–—"))
        yield Attended(label, tuple(marked.values()), len(between), share, worded)


def _is_share(cell: Cell, percent: set[int]) -> bool:
    return "%" in cell.text or cell.column in percent


def mark_of(cell: Cell) -> bool | None:
    """True for a tick or a Y, False for a cross or an N, None for anything else."""
    if cell.value is not None:
        return cell.value
    text = cell.text.strip().lower()
    return True if text in _YES else False if text in _NO else None


def attendance_of(document: Document) -> Iterator[tuple[Table, Attended]]:
    """All rows of attendance of a document."""
    for table in document.tables:
        for row in attendance(table):
            yield table, row
