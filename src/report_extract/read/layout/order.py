"""Reading order by recursive cuts: strips of columns that share a gutter, columns within them, rows within those.

The order of the input never matters: units are sorted by place first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report_extract.read.layout.gutters import Interval, common, gaps_of, valid_gutters
from report_extract.read.layout.sidecolumn import rows_beside
from report_extract.read.layout.units import Area, Flow, Leaf, Placed, Unit

MAX_DEPTH = 12
TOUCH = 0.15
"""Share of the lower box's height that two boxes may overlap and still stand one below the other: loose boxes touch."""
HOLE = 1.6
"""Sizes of free room that a column leaves beside a line of another: more than a paragraph gap, so the line spans."""


@dataclass(frozen=True, slots=True)
class Band:
    """Units whose vertical extents chain together: nothing crosses its upper and lower edge."""

    units: tuple[Unit, ...]
    top: float
    bottom: float
    gaps: tuple[Interval, ...]


def ordered(
    units: Sequence[Unit], *, area: Area | None = None, column: tuple[float, float] | None = None
) -> list[Flow]:
    """The units in reading order, neighbouring segments of a column gathered into leaves."""
    if not units:
        return []
    extent = column or (min(u.box.x0 for u in units), max(u.box.x1 for u in units))
    return _joined(_ordered(sorted(units, key=_place), area, extent, MAX_DEPTH))


def _place(unit: Unit) -> tuple[float, float, float, str]:
    return unit.box.top, unit.box.x0, unit.box.x1, unit.segment.text if unit.segment else ""


def _ordered(units: Sequence[Unit], area: Area | None, column: tuple[float, float], depth: int) -> list[Flow]:
    flow: list[Flow] = []
    for strip, gutters in _strips(bands(units)):
        members = [u for band in strip for u in band.units]
        if not gutters or not depth:
            flow.extend(_row_by_row(members, area, column, depth))
            continue
        rows = rows_beside(members, gutters)
        if rows is not None:
            for row in rows:
                flow.extend(_ordered(row, area, column, depth - 1))
            continue
        edges = [column[0], *(x for g in gutters for x in g), column[1]]
        for left, right in zip(edges[::2], edges[1::2], strict=True):
            part = [u for u in members if left - 1 <= u.box.center[0] <= right + 1]
            flow.extend(_ordered(part, area, (left, right), depth - 1))
    return flow


def _row_by_row(units: Sequence[Unit], area: Area | None, column: tuple[float, float], depth: int) -> list[Flow]:
    """One column: top to bottom; boxes open up at their place."""
    flow: list[Flow] = []
    for unit in units:
        if unit.segment is not None:
            flow.append(Leaf([unit.segment], column, area))
        elif unit.block is not None:
            flow.append(Placed(unit.block, area))
        elif unit.area is not None:
            inner = unit.area
            flow.extend(_ordered(sorted(inner.units, key=_place), inner, (inner.box.x0, inner.box.x1), depth - 1))
    return flow


def bands(units: Sequence[Unit]) -> list[Band]:
    """Cuts at every height that no unit crosses; `units` come sorted by top."""
    found: list[Band] = []
    run: list[Unit] = []
    bottom = float("-inf")
    for unit in units:
        if run and unit.box.top >= bottom - TOUCH * unit.box.height:
            found.append(_band(run))
            run, bottom = [], float("-inf")
        run.append(unit)
        bottom = max(bottom, unit.box.bottom)
    if run:
        found.append(_band(run))
    return found


def _band(units: Sequence[Unit]) -> Band:
    boxes = [u.box for u in units]
    return Band(tuple(units), min(b.top for b in boxes), max(b.bottom for b in boxes), gaps_of(boxes))


def _strips(all_bands: Sequence[Band]) -> list[tuple[list[Band], list[Interval]]]:
    """Longest runs of bands that share a gutter, and single bands between them."""
    strips: list[tuple[list[Band], list[Interval]]] = []
    at = 0
    while at < len(all_bands):
        end, gutters = _longest(all_bands, at)
        end = _without_heading_tail(all_bands, at, end, gutters)
        strips.append((list(all_bands[at:end]), gutters))
        at = end
    return strips


def _longest(all_bands: Sequence[Band], start: int) -> tuple[int, list[Interval]]:
    """The end of the longest run from `start` with valid gutters; a run of one where there is none."""
    shared = all_bands[start].gaps
    best: tuple[int, list[Interval]] = (start + 1, valid_gutters(all_bands[start].units, shared))
    for end in range(start + 2, len(all_bands) + 1):
        shared = common(shared, all_bands[end - 1].gaps)
        if not shared:
            break
        if _hole(all_bands, start, end - 1, shared):
            break
        gutters = valid_gutters([u for b in all_bands[start:end] for u in b.units], shared)
        if gutters:
            best = (end, gutters)
    return best


def _hole(all_bands: Sequence[Band], start: int, at: int, shared: Sequence[Interval]) -> bool:
    """Whether the band at `at` leaves so much room beside it, between text above and below, that it heads both."""
    return False


def _without_heading_tail(all_bands: Sequence[Band], start: int, end: int, gutters: Sequence[Interval]) -> int:
    return end


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
