"""Two columns read in turns: side headings, label columns, and timelines whose entries stand left and right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from report_extract.read.layout.bands import Strip
from report_extract.read.layout.grids import ALIGNED, LEAST_ROWS, Row, size_of
from report_extract.read.layout.gutters import between, lines_in
from report_extract.read.layout.units import Unit

SPARSE = 0.5
"""A side column has at most this share of the lines of the text beside it."""
NARROW = 0.6
"""And at most this share of its width."""
CELL_GAP = 0.6
"""Sizes between the last line of one entry and the first of the next."""
FAR = 2.5
"""Sizes of white between the entries on one side of a timeline: more than between any paragraphs."""
IN_TURN = 2
"""Entries on either side of a timeline at least."""
LATER = 0.3
"""Share of an entry's height by which the next one, on the other side, begins later."""


def rows_beside(strip: Strip) -> list[Row] | None:
    """An entry and the text beside it as a row, None where the left side is a column of its own."""
    units, gutters = strip.units, strip.gutters
    left, *others = between(units, gutters)
    right = [u for part in others for u in part]
    if len(gutters) != 1 or not left or not right or any(u.block is not None for u in left):
        return None
    top = min(u.box.top for u in right)
    entries = _entries([u for u in left if u.box.bottom > top], CELL_GAP)
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


def rows_in_turn(strip: Strip) -> list[Row] | None:
    """The entries of a timeline whose line runs down the middle: left, right, left, each beginning below the last."""
    sides = between(strip.units, strip.gutters)
    if len(sides) != 2 or not all(sides):
        return None
    entries = [(side, entry) for side, units in enumerate(sides) for entry in _entries(units, FAR)]
    entries.sort(key=lambda e: e[1][0].box.top)
    if min(sum(side == s for side, _ in entries) for s in (0, 1)) < IN_TURN:
        return None
    for (side, above), (other, below) in pairwise(entries):
        top, bottom = above[0].box.top, max(u.box.bottom for u in above)
        if side == other or below[0].box.top - top < LATER * (bottom - top):
            return None
    return [entry for _, entry in entries]


def _entries(units: Sequence[Unit], gap: float) -> list[Row]:
    """Units from top to bottom, parted where there are more than `gap` sizes of white."""
    entries: list[Row] = []
    for unit in units:
        if entries and unit.box.top - max(u.box.bottom for u in entries[-1]) <= gap * size_of(unit):
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
    near = ALIGNED * size_of(unit)
    for other in right:
        if abs(other.box.top - unit.box.top) <= near:
            return other
    return None
