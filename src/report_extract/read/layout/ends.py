"""Where a strip of columns ends: before a heading that spans them, and before text that only stands below them."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.read.layout.bands import Band, Strip, height_of, is_sided, is_strong
from report_extract.read.layout.gutters import Interval, between, common, valid_gutters
from report_extract.read.layout.units import Unit

HOLE = 2.2
"""Sizes of free height, beside a line and between text above and below: more than a paragraph's gap and a line, so
the line spans the columns."""
LEVEL = 0.75
"""Sizes by which the tops of columns beneath a spanning heading may differ."""
TAIL_GAP = 0.5
"""Sizes of white that part a spanning tail below columns from the column above it."""


def before_heading(strip: Strip) -> Strip:
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
    if not is_sided(run[last], gutters) or is_sided(run[last - 1], gutters):
        return None
    above = max((i for i in range(last) if is_sided(run[i], gutters)), default=None)
    if above is None or last - above < 2:
        return None
    for i in range(above + 1, last):
        size = max(height_of(u) for u in run[i].units)
        parted = run[i].top - run[i - 1].bottom > TAIL_GAP * size or i == above + 1
        if parted and is_strong(run[i], run[last]) and _hole(run, above, i, last, gutters) > HOLE * size:
            return i if _open_level([u for b in run[i + 1 :] for u in b.units], gutters) else None
    return None


def _open_level(units: Sequence[Unit], gutters: Sequence[Interval]) -> bool:
    """Whether the columns begin level, as they do beneath what spans them; the pieces of a side column need not."""
    tops = [_tops(part[0]) for part in between(units, gutters) if part]
    near = LEVEL * min(height_of(u) for u in units)
    return any(all(min(abs(top - t) for t in other) <= near for other in tops) for top in tops[0])


def _tops(unit: Unit) -> list[float]:
    """Where the unit begins: of a box also where the words in it do."""
    return [unit.box.top, *([min(u.box.top for u in unit.area.units)] if unit.area else [])]


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
