"""Areas read row by row although white channels run through them: side headings, label columns, grids of cards."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from report_extract.read.layout.gutters import Interval, between, lines_in
from report_extract.read.layout.units import Unit

SPARSE = 0.5
"""A side column has at most this share of the lines of the text beside it."""
NARROW = 0.6
"""And at most this share of its width."""
CELL_GAP = 0.6
"""Sizes between the last line of one entry and the first of the next."""
ALIGNED = 0.6
"""Sizes that the top of an entry may differ from the top of a line beside it."""
LEAST_ROWS = 2
CARD_LINES = 3
"""Lines of a cell in a grid without boxes; longer ones are columns of running text."""
CARD_GAP = 0.5
"""Sizes of white between rows of a grid; running text has less between its lines."""


def rows_of_grid(rows: Sequence[Sequence[Unit]], gutters: Sequence[Interval]) -> bool:
    """Whether the bands are the rows of a grid: cells level with each other, short or boxed, room between rows."""
    if len(rows) < LEAST_ROWS:
        return False
    for above, below in pairwise(rows):
        size = min(_size(u) for u in (*above, *below))
        if min(u.box.top for u in below) - max(u.box.bottom for u in above) < CARD_GAP * size:
            return False
    return all(_is_row(row, gutters) for row in rows)


def _is_row(row: Sequence[Unit], gutters: Sequence[Interval]) -> bool:
    cells = [c for c in between(row, gutters) if c]
    if len(cells) < 2:
        return len(cells) == 1 and _is_cell(cells[0])
    tops = [min(u.box.top for u in cell) for cell in cells]
    middles = [(min(u.box.top for u in c) + max(u.box.bottom for u in c)) / 2 for c in cells]
    near = ALIGNED * min(_size(u) for u in row)
    level = max(tops) - min(tops) <= near or max(middles) - min(middles) <= near
    return level and all(_is_cell(cell) for cell in cells)


def _is_cell(cell: Sequence[Unit]) -> bool:
    """Boxes that stand level, or a few lines."""
    boxed = all(u.segment is None and u.box.overlap_y(cell[0].box) >= 0.5 * u.box.height for u in cell)
    return boxed or lines_in(cell) <= CARD_LINES


def rows_beside(units: Sequence[Unit], gutters: Sequence[Interval]) -> list[list[Unit]] | None:
    """The units as rows (an entry and the text beside it), None where the left side is a column of its own."""
    left, *others = between(units, gutters)
    right = [u for part in others for u in part]
    if len(gutters) != 1 or not left or not right or any(u.block is not None for u in left):
        return None
    entries = _entries(left)
    extent = max(u.box.x1 for u in left) - min(u.box.x0 for u in left)
    beside = max(u.box.x1 for u in right) - min(u.box.x0 for u in right)
    if len(entries) < LEAST_ROWS or extent > NARROW * beside or lines_in(left) > SPARSE * lines_in(right):
        return None
    if not all(_opens(entry, right) for entry in entries):
        return None
    starts = [_start(entry, right) for entry in entries]
    rows = [[u for u in units if low <= u.box.top < high] for low, high in pairwise([*starts, float("inf")])]
    before = [u for u in units if u.box.top < starts[0]]
    return [r for r in (before, *rows) if r]


def _entries(left: Sequence[Unit]) -> list[list[Unit]]:
    entries: list[list[Unit]] = []
    for unit in left:
        if entries and unit.box.top - max(u.box.bottom for u in entries[-1]) <= CELL_GAP * _size(unit):
            entries[-1].append(unit)
        else:
            entries.append([unit])
    return entries


def _opens(entry: Sequence[Unit], right: Sequence[Unit]) -> bool:
    """Whether text beside starts level with the entry: with its first line, or with its middle where it is a box."""
    return _beside(entry[0], right) is not None


def _start(entry: Sequence[Unit], right: Sequence[Unit]) -> float:
    beside = _beside(entry[0], right)
    top = entry[0].box.top if beside is None else min(entry[0].box.top, beside.box.top)
    return top - 1.0


def _beside(unit: Unit, right: Sequence[Unit]) -> Unit | None:
    near = ALIGNED * _size(unit)
    for other in right:
        if abs(other.box.top - unit.box.top) <= near:
            return other
    return None


def _size(unit: Unit) -> float:
    return unit.segment.size if unit.segment else min(unit.box.height, 12.0)
