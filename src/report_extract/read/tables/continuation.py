"""Tables that run over a page break: is the table that begins a page the next part of the one that ended the last?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from report_extract.read.draft import DraftCell, DraftTable
from report_extract.read.tables.values import is_value

# Left and right pages of a spread have different margins, so breadths count, not places (points). Columns without
# rules are as broad as their words and differ more.
SAME_BREADTH = 6.0
SAME_BREADTH_UNRULED = 30.0
TOTALS = ("total", "totals", "grand total", "overall total")


def continued(last: DraftTable, first: DraftTable) -> DraftTable | None:
    """`first`, marked as continuing `last`, None where it is a table of its own.

    Both must have the same columns, and the second the same header or none: a repeated header row is dropped when the
    parts are joined. After a row of totals a table without a header does not go on.
    """
    if not _same_columns(last, first):
        return None
    if last.header_rows and _head(last, last.header_rows) == _head(first, last.header_rows):
        return replace(first, header_rows=last.header_rows, continues=True, title=None)
    top = [c for c in first.cells if c.row < first.header_rows]
    if (first.header_rows and not _is_body(top)) or _ends_in_total(last):
        return None
    return replace(first, header_rows=0, continues=True, title=None)


def _same_columns(last: DraftTable, first: DraftTable) -> bool:
    if last.n_columns != first.n_columns or (last.kind == "form") != (first.kind == "form"):
        return False
    tolerance = SAME_BREADTH_UNRULED if "unruled" in (last.kind, first.kind) else SAME_BREADTH
    before, after = _starts(last), _starts(first)
    shared = sorted(before.keys() & after.keys())
    if len(shared) < min(2, last.n_columns):
        return False
    shifts = [after[k] - before[k] for k in shared]
    return max(shifts) - min(shifts) <= tolerance


def _starts(table: DraftTable) -> dict[int, float]:
    """Column → its left edge; one past the last → the right edge."""
    starts: dict[int, float] = {}
    for cell in table.cells:
        starts[cell.column] = min(starts.get(cell.column, cell.box.x0), cell.box.x0)
    starts[table.n_columns] = max((c.box.x1 for c in table.cells), default=0.0)
    return starts


def _ends_in_total(table: DraftTable) -> bool:
    label = next((c for c in table.cells if c.row == table.n_rows - 1 and c.column == 0), None)
    return label is not None and _text(label).casefold().startswith(TOTALS)


def _is_body(row: Iterable[DraftCell]) -> bool:
    """A first row taken for a header by its weight, though it holds values: a subtotal on top of the page."""
    texts = [_text(c) for c in row if c.column > 0]
    return bool(texts) and all(is_value(t) for t in texts)


def _head(table: DraftTable, count: int) -> list[tuple[int, int, str]]:
    return sorted((c.row, c.column, _text(c).casefold()) for c in table.cells if c.row < count)


def _text(cell: DraftCell) -> str:
    return " ".join(w.text for line in cell.lines for w in line.words)
