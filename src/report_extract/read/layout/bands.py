"""Bands and strips: what stands side by side, and bands that share gutters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from report_extract.read.layout.gutters import Interval, between, gaps_of
from report_extract.read.layout.units import Unit

TOUCH = 0.15
"""Share of a unit's height by which it may reach into the one above: loose boxes of close lines touch."""


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


def bands(units: Sequence[Unit]) -> list[Band]:
    """Cuts at every height that no unit crosses; `units` come sorted by top."""
    found: list[Band] = []
    run: list[Unit] = []
    bottom = float("-inf")
    for unit in units:
        box = unit.box
        if run and (box.top >= bottom or box.top >= bottom - TOUCH * height_of(unit)):
            found.append(_band(run))
            run, bottom = [], box.bottom
        run.append(unit)
        if box.bottom > bottom:
            bottom = box.bottom
    if run:
        found.append(_band(run))
    return found


def height_of(unit: Unit) -> float:
    return unit.segment.size if unit.segment else min(unit.box.height, 10.0)


def _band(units: Sequence[Unit]) -> Band:
    boxes = [u.box for u in units]
    if len(boxes) == 1:
        return Band(tuple(units), boxes[0].top, boxes[0].bottom, gaps_of(boxes))
    _, tops, _, bottoms = zip(*boxes, strict=True)
    return Band(tuple(units), min(tops), max(bottoms), gaps_of(boxes))


def is_sided(band: Band, gutters: Sequence[Interval]) -> bool:
    """Whether the band has something on two sides of a gutter."""
    return sum(bool(part) for part in between(band.units, gutters)) > 1


def is_strong(band: Band, text: Band) -> bool:
    """Larger or bolder than the text below it."""
    words = [w for u in band.units if u.segment for w in u.segment.words]
    below = [w for u in text.units if u.segment for w in u.segment.words]
    if not words or not below or len(words) != sum(len(u.segment.words) if u.segment else 99 for u in band.units):
        return False
    larger = min(w.size for w in words) > 1.1 * max(w.size for w in below)
    return larger or (all(w.bold for w in words) and not any(w.bold for w in below))
