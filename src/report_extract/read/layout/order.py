"""Reading order by recursive cuts: strips of columns that share a gutter, columns within them, rows within those.

The order of the input never matters: units are sorted by place first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from report_extract.read.layout.grids import rows_beside, rows_of_grid
from report_extract.read.layout.gutters import Interval, between, common, gaps_of, valid_gutters
from report_extract.read.layout.units import Area, Flow, Leaf, Placed, Unit

MAX_DEPTH = 12
TOUCH = 0.15
"""Share of a unit's height by which it may reach into the one above: loose boxes of close lines touch."""
HOLE = 2.2
"""Sizes of free height, beside a line and between text above and below: more than a paragraph's gap and a line, so
the line spans the columns."""
TAIL_GAP = 0.5
"""Sizes of white that part a spanning tail below columns from the column above it."""


class Band(NamedTuple):
    """Units whose vertical extents chain together: nothing crosses its upper and lower edge."""

    units: tuple[Unit, ...]
    top: float
    bottom: float
    gaps: tuple[Interval, ...]


class Strip(NamedTuple):
    """Bands that share gutters (none: a single band of one column)."""

    bands: tuple[Band, ...]
    gutters: tuple[Interval, ...]

    @property
    def units(self) -> list[Unit]:
        return [u for band in self.bands for u in band.units]


def ordered(units: Sequence[Unit]) -> list[Flow]:
    """The units in reading order, neighbouring segments of a column gathered into leaves."""
    if not units:
        return []
    extent = (min(u.box.x0 for u in units), max(u.box.x1 for u in units))
    return _joined(_ordered(sorted(units, key=_place), None, extent, MAX_DEPTH))


def _place(unit: Unit) -> tuple[float, float, float, str]:
    return unit.box.top, unit.box.x0, unit.box.x1, unit.segment.words[0].text if unit.segment else ""


def _ordered(units: Sequence[Unit], area: Area | None, column: tuple[float, float], depth: int) -> list[Flow]:
    flow: list[Flow] = []
    if len(units) == 1:
        return _row_by_row(units, area, column, depth)
    for strip in _strips(bands(units)):
        if not strip.gutters or not depth:
            flow.extend(_row_by_row(strip.units, area, column, depth))
        elif rows_of_grid([b.units for b in strip.bands], strip.gutters):
            for band in strip.bands:
                flow.extend(_side_by_side(band.units, strip.gutters, area, column, depth))
        elif (rows := rows_beside(strip.units, strip.gutters)) is not None:
            for row in rows:
                flow.extend(_side_by_side(row, strip.gutters, area, column, depth))
        else:
            flow.extend(_side_by_side(strip.units, strip.gutters, area, column, depth))
    return flow


def _side_by_side(
    units: Sequence[Unit], gutters: Sequence[Interval], area: Area | None, column: tuple[float, float], depth: int
) -> list[Flow]:
    """Column by column, from left to right."""
    edges = [column[0], *(x for g in gutters for x in g), column[1]]
    flow: list[Flow] = []
    for part, left, right in zip(between(units, gutters), edges[::2], edges[1::2], strict=True):
        flow.extend(_ordered(part, area, (left, right), depth - 1))
    return flow


def _row_by_row(units: Sequence[Unit], area: Area | None, column: tuple[float, float], depth: int) -> list[Flow]:
    """One column: top to bottom, left to right what stands level; boxes open up at their place."""
    flow: list[Flow] = []
    for unit in _in_rows(units):
        last = flow[-1] if flow else None
        if unit.segment is not None and isinstance(last, Leaf) and last.area is area and last.column == column:
            last.segments.append(unit.segment)
        elif unit.segment is not None:
            flow.append(Leaf([unit.segment], column, area))
        elif unit.block is not None:
            flow.append(Placed(unit.block, area))
        elif unit.area is not None and depth:
            inner = unit.area
            flow.extend(_ordered(sorted(inner.units, key=_place), inner, (inner.box.x0, inner.box.x1), depth - 1))
    return flow


def _in_rows(units: Sequence[Unit]) -> list[Unit]:
    """Sorted into rows: a unit joins the row if it shares half of its height with the row's first."""
    if len(units) < 2:
        return list(units)
    rows: list[list[Unit]] = []
    for unit in sorted(units, key=_place):
        first = rows[-1][0] if rows else None
        if first and first.box.overlap_y(unit.box) >= 0.5 * min(first.box.height, unit.box.height):
            rows[-1].append(unit)
        else:
            rows.append([unit])
    return [u for row in rows for u in sorted(row, key=lambda u: (u.box.x0, u.box.top))]


def bands(units: Sequence[Unit]) -> list[Band]:
    """Cuts at every height that no unit crosses; `units` come sorted by top."""
    found: list[Band] = []
    run: list[Unit] = []
    bottom = float("-inf")
    for unit in units:
        box = unit.box
        if run and (box.top >= bottom or box.top >= bottom - TOUCH * _height(unit)):
            found.append(_band(run))
            run, bottom = [], box.bottom
        run.append(unit)
        if box.bottom > bottom:
            bottom = box.bottom
    if run:
        found.append(_band(run))
    return found


def _height(unit: Unit) -> float:
    return unit.segment.size if unit.segment else min(unit.box.height, 10.0)


def _band(units: Sequence[Unit]) -> Band:
    boxes = [u.box for u in units]
    if len(boxes) == 1:
        return Band(tuple(units), boxes[0].top, boxes[0].bottom, gaps_of(boxes))
    _, tops, _, bottoms = zip(*boxes, strict=True)
    return Band(tuple(units), min(tops), max(bottoms), gaps_of(boxes))


def _strips(all_bands: Sequence[Band]) -> list[Strip]:
    """Longest runs of bands that share a gutter, and single bands between them."""
    if _one_column(all_bands):
        return [Strip((band,), ()) for band in all_bands]
    strips: list[Strip] = []
    at = 0
    while at < len(all_bands):
        strip = _longest(all_bands, at)
        end = at + len(strip.bands)
        if strip.gutters and end < len(all_bands):
            strip = _without_tail(strip, all_bands[end])
        strips.append(strip)
        at += len(strip.bands)
    return strips


def _one_column(all_bands: Sequence[Band]) -> bool:
    """Whether no gutter can be: no band has a gap inside, and all share some x."""
    if not all_bands:
        return True
    if any(len(b.gaps) > 2 for b in all_bands):
        return False
    return max(b.gaps[0][1] for b in all_bands) < min(b.gaps[-1][0] for b in all_bands)


def _longest(all_bands: Sequence[Band], start: int) -> Strip:
    """The longest run from `start` with valid gutters; a single band where there is none."""
    runs = _shared_gaps(all_bands, start)
    for end in range(start + len(runs), start, -1):
        run = tuple(all_bands[start:end])
        gutters = valid_gutters([u for b in run for u in b.units], runs[end - start - 1])
        if gutters:
            return _before_heading(Strip(run, tuple(gutters)))
    return Strip((all_bands[start],), ())


def _shared_gaps(all_bands: Sequence[Band], start: int) -> list[tuple[Interval, ...]]:
    """The gaps common to the bands from `start` to each later one, as far as any lies within the text."""
    left = min(b.gaps[0][1] for b in all_bands) + 1
    right = max(b.gaps[-1][0] for b in all_bands) - 1
    shared = all_bands[start].gaps
    runs = [shared]
    for band in all_bands[start + 1 :]:
        shared = common(shared, band.gaps)
        if not any(a < right and b > left for a, b in shared):
            break
        runs.append(shared)
    return runs


def _before_heading(strip: Strip) -> Strip:
    """The strip as far as a short heading that spans its columns."""
    for last in range(2, len(strip.bands)):
        run = strip.bands[: last + 1]
        heading = _spanning(run, strip.gutters)
        if heading is not None:
            above = run[:heading]
            return Strip(above, tuple(valid_gutters([u for b in above for u in b.units], _shared(above))))
    return strip


def _shared(run: Sequence[Band]) -> tuple[Interval, ...]:
    shared = run[0].gaps
    for band in run[1:]:
        shared = common(shared, band.gaps)
    return shared


def _spanning(run: Sequence[Band], gutters: Sequence[Interval]) -> int | None:
    """The index of a heading that spans the columns although it is short, once the run's last band shows it.

    It stands alone between bands that fill two columns, parted from what is above, in a hole of the other columns
    that is higher than any gap of a text column, and it looks like a heading.
    """
    last = len(run) - 1
    if not _sided(run[last], gutters) or _sided(run[last - 1], gutters):
        return None
    above = max((i for i in range(last) if _sided(run[i], gutters)), default=None)
    if above is None or last - above < 2:
        return None
    for i in range(above + 1, last):
        size = max(_height(u) for u in run[i].units)
        parted = run[i].top - run[i - 1].bottom > TAIL_GAP * size or i == above + 1
        if parted and _strong(run[i], run[last]) and _hole(run, above, i, last, gutters) > HOLE * size:
            return i
    return None


def _hole(run: Sequence[Band], above: int, at: int, last: int, gutters: Sequence[Interval]) -> float:
    """The least free height between the bands `above` and `last` in the columns that the band `at` leaves empty."""
    here = between(run[at].units, gutters)
    before = between([u for b in run[: above + 1] for u in b.units], gutters)
    after = between(run[last].units, gutters)
    free = [
        min(u.box.top for u in below) - max(u.box.bottom for u in over)
        for mine, over, below in zip(here, before, after, strict=True)
        if not mine and over and below
    ]
    return min(free, default=0.0)


def _strong(band: Band, text: Band) -> bool:
    """Larger or bolder than the text below it."""
    words = [w for u in band.units if u.segment for w in u.segment.words]
    below = [w for u in text.units if u.segment for w in u.segment.words]
    if not words or not below or len(words) != sum(len(u.segment.words) if u.segment else 99 for u in band.units):
        return False
    larger = min(w.size for w in words) > 1.1 * max(w.size for w in below)
    return larger or (all(w.bold for w in words) and not any(w.bold for w in below))


def _sided(band: Band, gutters: Sequence[Interval]) -> bool:
    """Whether the band has something on two sides of a gutter."""
    return sum(bool(part) for part in between(band.units, gutters)) > 1


def _without_tail(strip: Strip, crossing: Band) -> Strip:
    """The strip without its last one-sided bands where these go with the spanning text that follows.

    Of the bands below the last that fills two columns, those after the first white line stand below the columns.
    """
    if not any(u.segment for u in crossing.units):
        return strip
    last = max((i for i, b in enumerate(strip.bands) if _sided(b, strip.gutters)), default=0)
    for i in range(last + 1, len(strip.bands)):
        size = min(_height(u) for u in strip.bands[i].units)
        if strip.bands[i].top - strip.bands[i - 1].bottom > TAIL_GAP * size:
            return Strip(strip.bands[:i], strip.gutters)
    return strip


def _joined(flow: Sequence[Flow]) -> list[Flow]:
    """Neighbouring leaves of one column as one."""
    joined: list[Flow] = []
    for item in flow:
        last = joined[-1] if joined else None
        if isinstance(item, Leaf) and isinstance(last, Leaf) and last.area is item.area and last.column == item.column:
            last.segments.extend(item.segments)
        else:
            joined.append(item)
    return joined
