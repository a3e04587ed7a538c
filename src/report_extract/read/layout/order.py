"""Reading order by recursive cuts: strips of columns that share a gutter, columns within them, rows within those.

The order of the input never matters: units are sorted by place first.
"""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.read.layout.asides import goes_on, under_columns
from report_extract.read.layout.bands import bands
from report_extract.read.layout.beside import rows_beside, rows_in_turn
from report_extract.read.layout.grids import beside_figures, rows_of_cards, rows_of_grid
from report_extract.read.layout.gutters import Interval, between
from report_extract.read.layout.insets import around_insets
from report_extract.read.layout.strips import strips
from report_extract.read.layout.units import Area, Flow, Leaf, Placed, Unit

MAX_DEPTH = 12
ROW_FORMS = (rows_of_grid, rows_of_cards, rows_beside, rows_in_turn)
"""What is read in rows; anything else between gutters is read column by column."""


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
    if max([u.box.x0 for u in units], default=0.0) < min([u.box.x1 for u in units], default=0.0):
        return _row_by_row(units, area, column, depth)  # all share some x: no gutter can be
    for strip, inset in around_insets(strips(bands(units))):
        if not strip.gutters or not depth:
            flow.extend(_row_by_row(strip.units, area, column, depth))
        else:
            rows = next((rows for form in ROW_FORMS if (rows := form(strip)) is not None), None)
            gutters = strip.gutters if rows else beside_figures(strip)
            for row in rows or [strip.units]:
                flow.extend(_side_by_side(row, gutters, area, column, depth))
        flow.extend(_row_by_row(inset, area, column, depth))
    return flow


def _side_by_side(
    units: Sequence[Unit], gutters: Sequence[Interval], area: Area | None, column: tuple[float, float], depth: int
) -> list[Flow]:
    """Column by column, from left to right; what stands across the feet of some waits for the end of their text."""
    edges = [column[0], *(x for g in gutters for x in g), column[1]]
    parts = between(units, gutters)
    flow: list[Flow] = []
    waiting: list[Flow] = []
    for k, (part, left, right) in enumerate(zip(parts, edges[::2], edges[1::2], strict=True)):
        beside = parts[k + 1] if k + 1 < len(parts) else []
        own, late = under_columns(part, beside)
        flow.extend(_ordered(own, area, (left, right), depth - 1))
        waiting.extend(_ordered(late, area, (left, right), depth - 1))
        if waiting and not late and not goes_on(part, beside):
            flow.extend(waiting)
            waiting = []
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
    """Units from top to bottom sorted into rows: one joins the row if it shares half of its height with the first."""
    if len(units) < 2:
        return list(units)
    rows: list[list[Unit]] = []
    for unit in units:
        first = rows[-1][0] if rows else None
        if first and first.box.overlap_y(unit.box) >= 0.5 * min(first.box.height, unit.box.height):
            rows[-1].append(unit)
        else:
            rows.append([unit])
    return [u for row in rows for u in sorted(row, key=lambda u: (u.box.x0, u.box.top))]


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
