"""Ticks of a table against the share that the same row states; Y and N, yes and no are ticks and crosses."""

from __future__ import annotations

from fractions import Fraction

from report_extract.check.figures.outcome import Outcome, together
from report_extract.check.figures.printed import Printed, printed
from report_extract.check.marks import Attended, attendance
from report_extract.model.checks import FigureFlag, Side
from report_extract.model.document import Document, Table
from report_extract.model.evidence import Severity

# Where more rows than this share fail, we have misread the table or its rule; a fault is the exception, not the rule.
_MOST_FAILURES = 0.34


def check_attendance(document: Document, *, side: Side) -> Outcome:
    """Each row with ticks or crosses and one percentage: ticks out of marks, or out of all meetings."""
    return together(_table(document, table, side) for table in document.tables)


def _table(document: Document, table: Table, side: Side) -> Outcome:
    every = list(attendance(table))
    stated = [(row, share) for row in every if row.share and (share := printed(row.share.text)) is not None]
    if not any(row.ticks for row in every):
        return Outcome()  # one kind of mark alone may stand for having come as well as for having been away
    wrong = [(row, share) for row, share in stated if not _fits(row, share)]
    if len(wrong) > max(1, _MOST_FAILURES * len(stated)):
        return Outcome()
    flags = tuple(_flag(document, table, row, share, side) for row, share in wrong)
    return Outcome(tested=len(stated), flags=flags)


def _fits(row: Attended, share: Printed) -> bool:
    """True if the share follows from the ticks, whether or not what is unmarked (blank, apologies, a deputy) counts as
    a meeting, or as a meeting attended."""
    marks = len(row.marks)
    return any(
        share.could_be(Fraction(100 * (row.ticks + came), marks + more))
        for more in range(row.unmarked + 1)
        for came in range(min(more, row.worded) + 1)
    )


def _flag(document: Document, table: Table, row: Attended, share: Printed, side: Side) -> FigureFlag:
    computed = f"{100 * row.ticks / len(row.marks):.1f}%"
    printed_share = share.text if "%" in share.text else f"{share.text}%"
    return FigureFlag(
        code="attendance_of_ticks",
        severity=Severity.error,
        message=f"{row.label.text}: {row.ticks} of {len(row.marks)} meetings are ticked ({computed}); the table says "
        f"{printed_share}",
        stated=share.text,
        computed=computed,
        document=side,
        evidence=document.evidence(row.start, row.end(table.cells), rule="figures/attendance_of_ticks"),
    )
