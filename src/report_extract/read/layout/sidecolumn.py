"""Side headings and labels: a sparse left column whose entries each open a row of the text beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from report_extract.read.layout.gutters import Interval
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


def rows_beside(units: Sequence[Unit], gutters: Sequence[Interval]) -> list[list[Unit]] | None:
    """The units as rows (an entry and the text beside it), None where the left side is a column of its own."""
    if len(gutters) != 1:
        return None
    left_end, right_start = gutters[0]
    left = [u for u in units if u.box.x1 <= left_end + 1]
    right = [u for u in units if u.box.x0 >= right_start - 1]
    if not left or not right or any(u.segment is None for u in left):
        return None
    entries = _entries(left)
    extent = max(u.box.x1 for u in left) - min(u.box.x0 for u in left)
    beside = max(u.box.x1 for u in right) - min(u.box.x0 for u in right)
    if len(entries) < LEAST_ROWS or extent > NARROW * beside or len(left) > SPARSE * len(right):
        return None
    if not all(_opens(entry[0], right) for entry in entries):
        return None
    starts = [min(u.box.top for u in entry) for entry in entries]
    rows = [
        [u for u in units if low - ALIGNED * u.box.height <= u.box.top < high - ALIGNED * u.box.height]
        for low, high in pairwise([*starts, float("inf")])
    ]
    before = [u for u in units if u.box.top < starts[0] - ALIGNED * u.box.height]
    return [r for r in (before, *rows) if r]


def _entries(left: Sequence[Unit]) -> list[list[Unit]]:
    entries: list[list[Unit]] = []
    for unit in left:
        size = unit.segment.size if unit.segment else unit.box.height
        if entries and unit.box.top - max(u.box.bottom for u in entries[-1]) <= CELL_GAP * size:
            entries[-1].append(unit)
        else:
            entries.append([unit])
    return entries


def _opens(unit: Unit, right: Sequence[Unit]) -> bool:
    """Whether a line beside starts level with this one and something ends above it."""
    return any(abs(u.box.top - unit.box.top) <= ALIGNED * max(u.box.height, unit.box.height) for u in right)
