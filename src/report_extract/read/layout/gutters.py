"""Gutters: white channels between columns, told apart from the room between a bullet and its text or within a row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from report_extract.model.base import Box
from report_extract.read.layout.units import Unit

Interval = tuple[float, float]

FAR_LEFT, FAR_RIGHT = float("-inf"), float("inf")
NARROW, WIDE = 0.8, 1.6
"""Ems: a channel beside at least LONG lines on both sides may be narrow, a shorter one must be wide."""
LONG = 4
LEAST = 2.0
"""Points between boxed areas, whose own sides already part them."""
ROW_SHARE = 0.75
"""A side nearly all of whose lines share their baseline with the other side, in a word or two, is no column."""
FEW_WORDS = 1.6
"""Words a line, on average: bullets, numbers, page numbers of a contents list."""


def gaps_of(boxes: Sequence[Box]) -> tuple[Interval, ...]:
    """The free x-intervals beside and between boxes."""
    gaps: list[Interval] = []
    right = FAR_LEFT
    for box in sorted(boxes, key=lambda b: b.x0):
        if box.x0 > right:
            gaps.append((right, box.x0))
        right = max(right, box.x1)
    return (*gaps, (right, FAR_RIGHT))


def common(a: Sequence[Interval], b: Sequence[Interval]) -> tuple[Interval, ...]:
    """Intervals free in both."""
    shared = []
    i = j = 0
    while i < len(a) and j < len(b):
        left, right = max(a[i][0], b[j][0]), min(a[i][1], b[j][1])
        if right > left:
            shared.append((left, right))
        if a[i][1] < b[j][1]:
            i += 1
        else:
            j += 1
    return tuple(shared)


def valid_gutters(units: Sequence[Unit], free: Sequence[Interval]) -> list[Interval]:
    """Those of the free intervals that part columns; narrow channels between words are not among them."""
    inner = [(a, b) for a, b in free if a != FAR_LEFT and b != FAR_RIGHT]
    if not inner:
        return []
    gutters: list[Interval] = []
    left_edge = FAR_LEFT
    for gap in inner:
        left = [u for u in units if left_edge < u.box.center[0] < gap[0]]
        right = [u for u in units if u.box.center[0] > gap[1]]
        if left and right and _parts(left, right, gap):
            gutters.append(gap)
            left_edge = gap[1]
    return gutters


def _parts(left: Sequence[Unit], right: Sequence[Unit], gap: Interval) -> bool:
    near = [u for u in right if u.box.x0 < gap[1] + 1] or right
    width = gap[1] - gap[0]
    if _boxed(left) and _boxed(near):
        return width >= LEAST
    a, b = _lines(left), _lines(right)
    size = median(u.segment.size for u in (*left, *right) if u.segment is not None)
    enough = NARROW if min(a, b) >= LONG else WIDE
    if width < enough * size:
        return False
    if _same_rows(left, right) or _same_rows(right, left):
        return False
    return min(a, b) >= 2 or any(u.segment is None for u in (*left, *right))


def _boxed(units: Sequence[Unit]) -> bool:
    return all(u.segment is None for u in units)


def _lines(units: Sequence[Unit]) -> int:
    """Distinct lines of text; a box counts as many."""
    tops = sorted(u.box.bottom for u in units if u.segment is not None)
    return LONG * sum(u.segment is None for u in units) + sum(b - a > 2 for a, b in pairwise(tops)) + bool(tops)


def _same_rows(side: Sequence[Unit], other: Sequence[Unit]) -> bool:
    """Whether `side` only continues the lines of `other`: a word or two on the same baselines."""
    if any(u.segment is None for u in side):
        return False
    words = sum(len(u.segment.words) for u in side if u.segment)
    lines = _lines(side)
    if words > FEW_WORDS * lines:
        return False
    bottoms = [u.box.bottom for u in other if u.segment is not None]
    shared = sum(any(abs(u.box.bottom - b) < 2 for b in bottoms) for u in side)
    return shared >= ROW_SHARE * len(side)
