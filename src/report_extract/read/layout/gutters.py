"""Gutters: white channels between columns, told apart from the room between a bullet and its text or within a row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from report_extract.model.base import Box
from report_extract.read.layout.segments import Segment
from report_extract.read.layout.units import Unit

Interval = tuple[float, float]

FAR_LEFT, FAR_RIGHT = float("-inf"), float("inf")
NARROW, WIDE = 0.8, 1.3
"""Ems: a channel beside at least LONG lines on both sides may be narrow, a shorter one must be wide."""
LONG = 4
BOXED = 0.3
"""Ems beside a boxed area, whose own side already parts it."""
ROW_SHARE = 0.75
"""A side nearly all of whose lines share their baseline with the other side, in a word or two, is no column."""
FEW_WORDS = 1.6
"""Words a line, on average: bullets, numbers, page numbers of a contents list."""
NAME_CARD = 3
"""Lines of a name with its role."""
SAME_ROW = 2.0
"""Points between the bottoms of two pieces of one row."""


def gaps_of(boxes: Sequence[Box]) -> tuple[Interval, ...]:
    """The free x-intervals beside and between boxes."""
    if len(boxes) == 1:
        return (FAR_LEFT, boxes[0].x0), (boxes[0].x1, FAR_RIGHT)
    gaps: list[Interval] = []
    right = FAR_LEFT
    for x0, _, x1, _ in sorted(boxes):
        if x0 > right:
            gaps.append((right, x0))
        if x1 > right:
            right = x1
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
    size = _usual_size(units)
    slices, inner = _numbers_joined(between(units, inner), inner)
    gutters: list[Interval] = []
    left = slices[0]
    for gap, right in zip(inner, slices[1:], strict=True):
        if left and right and _parts(left, right, gap, size):
            gutters.append(gap)
            left = right
        else:
            left = [*left, *right]
    return gutters


def _numbers_joined(slices: Sequence[list[Unit]], gaps: Sequence[Interval]) -> tuple[list[list[Unit]], list[Interval]]:
    """The slices with the numbers of a counted list joined to the texts that follow them, not to those before."""
    joined = [slices[0]]
    kept: list[Interval] = []
    for i, (gap, part) in enumerate(zip(gaps, slices[1:], strict=True)):
        last = joined[-1]
        before = gaps[i - 1] if i else None
        nearer = before is not None and kept and gap[1] - gap[0] < before[1] - before[0]
        if nearer and part and last and len(joined) > 1 and joined[-2] and _same_rows(last, part):
            joined[-1] = [*last, *part]
        else:
            joined.append(part)
            kept.append(gap)
    return joined, kept


def between(units: Sequence[Unit], gaps: Sequence[Interval]) -> list[list[Unit]]:
    """The units left of, between and right of the gaps."""
    slices: list[list[Unit]] = [[] for _ in range(len(gaps) + 1)]
    ends = [right for _, right in gaps]
    for unit in units:
        x0, _, x1, _ = unit.box
        slices[bisect_left(ends, (x0 + x1) / 2)].append(unit)
    return slices


def lines_in(units: Sequence[Unit]) -> int:
    """Distinct lines of text; a boxed area counts those inside, a table or figure as many as a paragraph."""
    bottoms = sorted([u.box.bottom for u in units if u.segment is not None])
    own = sum([b - a > SAME_ROW for a, b in pairwise(bottoms)]) + bool(bottoms)
    if len(bottoms) == len(units):
        return own
    return own + sum(lines_in(u.area.units) if u.area else LONG for u in units if u.area or u.block)


def _usual_size(units: Sequence[Unit]) -> float:
    sizes = [u.segment.size for u in units if u.segment is not None]
    inner = [s.segment.size for u in units if u.area for s in u.area.units if s.segment]
    return median(sizes or inner or [10.0])


def _parts(left: Sequence[Unit], right: Sequence[Unit], gap: Interval, size: float) -> bool:
    width = gap[1] - gap[0]
    boxed = _boxed(left) or _boxed(right)
    if width < (BOXED if boxed else NARROW) * size:
        return False
    a, b = lines_in(left), lines_in(right)
    if boxed:
        return max(a, b) >= LONG
    if width < (NARROW if min(a, b) >= LONG else WIDE) * size:
        return False
    if _same_rows(left, right) or _same_rows(right, left):
        return False
    return min(a, b) >= 2


def _boxed(units: Sequence[Unit]) -> bool:
    return all(u.segment is None for u in units)


def _is_labels(side: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """Whether the side is bold labels beside text, or one of a few name cards (a bold name, a role below)."""
    if not all(w.bold for w in side[0].words) or not any(c.isalpha() for c in side[0].text):
        return False
    if all(w.bold for s in side for w in s.words):
        return not all(w.bold for s in other for w in s.words) and all(any(map(str.isalpha, s.text)) for s in side)
    return max(len(side), len(other)) <= NAME_CARD


def _same_rows(side: Sequence[Unit], other: Sequence[Unit]) -> bool:
    """Whether `side` only continues the lines of `other`: a word or two on the same baselines."""
    lines = [u.segment for u in side if u.segment]
    if len(lines) < len(side) or sum([len(s.words) for s in lines]) > FEW_WORDS * lines_in(side):
        return False
    beside = [u.segment for u in other if u.segment]
    if _is_labels(lines, beside):
        return False
    bottoms = sorted([s.box.bottom for s in beside])
    shared = 0
    for unit in side:
        at = bisect_right(bottoms, unit.box.bottom - SAME_ROW)
        shared += at < len(bottoms) and bottoms[at] - unit.box.bottom < SAME_ROW
    return shared >= ROW_SHARE * len(side)
