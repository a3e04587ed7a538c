"""Totals of tables against their lines: columns against total rows, rows against total columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report_extract.check.figures.footing import Gap, foot
from report_extract.check.figures.outcome import Outcome, together
from report_extract.check.figures.printed import printed
from report_extract.model.checks import FigureFlag, Side
from report_extract.model.document import Cell, Document, Table
from report_extract.model.evidence import Severity

TOTAL = re.compile(r"(?i)^\s*(?:grand[\s-]+|overall[\s-]+|sub[\s-]?)?totals?\b|^\s*(?:overall|all)\s*$|\btotal\s*$")
_SUBTOTAL = re.compile(r"(?i)^\s*sub[\s-]?total")
_EVERYWHERE = re.compile(r"(?i)^\s*(?:all(?:\s\w+)?|both(?:\s\w+)?|total|overall|combined|together|whole\s\w+)\s*$")
# Totals of shares, averages and rates are no sums.
_NO_SUM = re.compile(r"(?i)\b(?:average|mean|median|rate|ratio|per 1|attendance|balance|variance|difference|change)\b")
_NO_LINE = re.compile(r"(?i)^\s*(?:average|mean|median|balance|variance|difference|surplus|deficit|change|of which)\b")


@dataclass(frozen=True, slots=True)
class _Sum:
    """Lines (label and number cells) and the total that they should make."""

    lines: tuple[tuple[Cell, Cell], ...]
    total: tuple[Cell, Cell]


def check_totals(document: Document, *, side: Side) -> Outcome:
    """Every sum that a table of the document states; a table without a total row or column states none."""
    return together(
        _one_a_total([_tested(document, table, s, side) for s in _sums(table)]) for table in document.tables
    )


def _one_a_total(outcomes: Sequence[Outcome]) -> Outcome:
    """A grand total that fits neither its column nor its row is one fault."""
    whole = together(outcomes)
    first = {(f.stated, f.computed, f.evidence[0].end): f for f in reversed(whole.flags)}
    return Outcome(tested=whole.tested, flags=tuple(f for f in whole.flags if f in first.values()))


def _sums(table: Table) -> Iterator[_Sum]:
    grid = table.grid()
    body = grid[table.header_rows :]
    header = [_header(grid, table.header_rows, c) for c in range(table.n_columns)]
    for column in range(1, table.n_columns):
        if not _NO_SUM.search(header[column]):
            yield from _column_sums(body, column)
    for parts, total in _groups(grid, table.header_rows):
        yield from _group_sums(body, parts, total)
    totals = [c for c in range(2, table.n_columns) if TOTAL.search(header[c])]
    if len(totals) == 1:
        yield from _row_sums(body, totals[0])


def _header(grid: Sequence[Sequence[Cell | None]], rows: int, column: int) -> str:
    return " ".join(cell.text for row in grid[:rows] if (cell := row[column]) is not None)


def _column_sums(body: Sequence[Sequence[Cell | None]], column: int) -> Iterator[_Sum]:
    """Lines since the last total make the next; a grand total takes the subtotals where there are any."""
    lines: list[tuple[Cell, Cell]] = []
    subtotals: list[tuple[Cell, Cell]] = []
    for row in body:
        label, cell = row[0], row[column]
        if label is None or cell is None or not label.text.strip():
            continue
        if TOTAL.search(label.text):
            if len(lines) >= 2:
                yield _Sum(tuple(lines), (label, cell))
            elif len(subtotals) >= 2 and not lines:
                yield _Sum(tuple(subtotals), (label, cell))
            if _SUBTOTAL.search(label.text):
                subtotals.append((label, cell))
            lines = []
        elif not _NO_LINE.search(label.text):
            lines.append((label, cell))


def _row_sums(body: Sequence[Sequence[Cell | None]], total: int) -> Iterator[_Sum]:
    for row in body:
        label, cell = row[0], row[total]
        parts = [(c, c) for c in row[1:total] if c is not None]
        if label is not None and cell is not None and len(parts) >= 2 and not _NO_SUM.search(label.text):
            yield _Sum(tuple(parts), (label, cell))


def _groups(grid: Sequence[Sequence[Cell | None]], rows: int) -> Iterator[tuple[list[int], int]]:
    """Columns of one year under several places, and the column of that year under "All three" or "Both"."""
    if rows < 2:
        return
    place, places = "", {}
    for column, cell in enumerate(grid[rows - 2]):
        place = cell.text.strip() if cell is not None and cell.text.strip() else place
        places[column] = place
    below: dict[str, list[int]] = {}
    for column, cell in enumerate(grid[rows - 1]):
        if column and cell is not None and cell.text.strip():
            below.setdefault(cell.text.strip(), []).append(column)
    for columns in below.values():
        *parts, last = columns
        if len(parts) >= 2 and _EVERYWHERE.search(places[last]) and len({places[c] for c in columns}) == len(columns):
            yield parts, last


def _group_sums(body: Sequence[Sequence[Cell | None]], parts: Sequence[int], total: int) -> Iterator[_Sum]:
    for row in body:
        label, cell = row[0], row[total]
        lines = [(c, c) for p in parts if (c := row[p]) is not None]
        shares = any("%" in c.text or "." in c.text for c, _ in lines)
        if label is None or cell is None or len(lines) < len(parts) or shares:
            continue
        if not _NO_SUM.search(label.text):
            yield _Sum(tuple(lines), (label, cell))


def _tested(document: Document, table: Table, stated: _Sum, side: Side) -> Outcome:
    total = printed(stated.total[1].text)
    filled = [cell for _, cell in stated.lines if not _is_blank(cell)]
    numbers = [n for cell in filled if (n := printed(cell.text)) is not None]
    if total is None or len(numbers) < 2 or len(numbers) < len(filled):
        return Outcome()
    gap = foot(numbers, total=total, rounded="%" in total.text or total.decimals > 0)
    return Outcome(tested=1, flags=(_flag(document, table, stated, gap, side),) if gap else ())


def _is_blank(cell: Cell) -> bool:
    text = cell.text.strip().lower()
    return text in ("", "-", "–", "—", "nil", "n/a", "none")


def _flag(document: Document, table: Table, stated: _Sum, gap: Gap, side: Side) -> FigureFlag:
    label, cell = stated.total
    name = f"“{label.text}”" + (f" of “{table.title}”" if table.title else "")
    spans = [(label.start, cell.end) if label.start < cell.end else (cell.start, cell.end)]
    spans += [(first.start, last.end) for first, last in stated.lines]
    return FigureFlag(
        code="total_of_lines",
        severity=Severity.error,
        message=f"{name} is printed as {cell.text}; the {len(stated.lines)} lines as we read them "
        f"sum to {gap.computed:,f}, a difference of {abs(gap.amount):,f}",
        stated=cell.text,
        computed=f"{gap.computed:,f}",
        document=side,
        hypotheses=gap.hypotheses,
        evidence=tuple(e for start, end in spans for e in document.evidence(start, end, rule="figures/total_of_lines")),
    )
