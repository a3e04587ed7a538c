"""Ticks of a table against the share that the same row states."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from report_extract.check.figures.outcome import Outcome, together
from report_extract.check.figures.printed import Printed, printed
from report_extract.model.checks import FigureFlag, Side
from report_extract.model.document import Cell, Document, Table
from report_extract.model.evidence import Severity

# A row of fewer marks states no attendance.
_FEWEST_MARKS = 2
# Where more rows than this share fail, we have misread the table or its rule; a fault is the exception, not the rule.
_MOST_FAILURES = 0.34


def check_attendance(document: Document, *, side: Side) -> Outcome:
    """Each row with ticks or crosses and one percentage: ticks out of marks, or out of all meetings."""
    return together(_table(document, table, side) for table in document.tables)


def _table(document: Document, table: Table, side: Side) -> Outcome:
    rows = list(_rows(table))
    wrong = [(marks, blanks, share) for marks, blanks, share in rows if not _fits(marks, blanks, share[1])]
    if not rows or len(wrong) > max(1, _MOST_FAILURES * len(rows)):
        return Outcome()
    flags = tuple(_flag(document, marks, blanks, share[0], side) for marks, blanks, share in wrong)
    return Outcome(tested=len(rows), flags=flags)


def _rows(table: Table) -> Iterator[tuple[list[Cell], int, tuple[Cell, Printed]]]:
    """Of each row: its marked cells, how many cells between them are blank, and the cell with the percentage."""
    for row in table.grid()[table.header_rows :]:
        cells = [c for c in row if c is not None]
        marks = [c for c in cells if c.value is not None]
        shares = [(c, p) for c in cells if "%" in c.text and (p := printed(c.text)) is not None]
        if len(marks) >= _FEWEST_MARKS and len(shares) == 1:
            columns = {c.column for c in marks}
            blanks = sum(1 for c in cells if not c.text.strip() and min(columns) - 1 <= c.column < shares[0][0].column)
            yield marks, blanks, shares[0]


def _fits(marks: list[Cell], blanks: int, share: Printed) -> bool:
    """True if the share follows from the ticks whether or not blank meetings are counted."""
    ticks = sum(1 for c in marks if c.value)
    return any(share.could_be(Fraction(100 * ticks, len(marks) + more)) for more in range(blanks + 1))


def _flag(document: Document, marks: list[Cell], blanks: int, share: Cell, side: Side) -> FigureFlag:
    ticks = sum(1 for c in marks if c.value)
    label = next((c for c in _row_of(document, share) if c.text.strip() and c.value is None), share)
    computed = f"{100 * ticks / len(marks):.1f}%"
    return FigureFlag(
        code="attendance_of_ticks",
        severity=Severity.error,
        message=f"{label.text}: {ticks} of {len(marks)} meetings are ticked ({computed}); the table says {share.text}",
        stated=share.text,
        computed=computed,
        document=side,
        evidence=document.evidence(label.start, share.end, rule="figures/attendance_of_ticks"),
    )


def _row_of(document: Document, cell: Cell) -> list[Cell]:
    table = next(t for t in document.tables if any(c is cell for c in t.cells))
    return [c for c in table.cells if c.row == cell.row]
