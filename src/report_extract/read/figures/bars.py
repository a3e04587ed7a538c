"""Bars of column and bar charts: filled rectangles that stand on one line and differ in length.

Both kinds are worked on in one frame: `c` runs along the category axis, `v` along the value axis, growing away from the
base line. Columns: c is x, v is minus y. Horizontal bars: c is y, v is x.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from report_extract.model.base import Box, union
from report_extract.read.rawpage import RawPage, Shape
from report_extract.read.tables.rounded import straight_sides

SAME_BASE = 1.5  # points that the feet of the bars may differ
SAME_BREADTH = 0.15  # share by which breadths of bars may differ
FEWEST_BARS = 2
ROUNDED = 7  # points of a path with four sides and two round corners, at the least
MOST_FILLS = 1_000  # more rectangles than this make a picture
# Bars are broader than rules and no broader than a third of the page.
NARROWEST, BROADEST = 2.5, 0.34
# Lengths must differ by more than drawing error for bars to say anything.
DIFFERENT = 2.0


class Span(NamedTuple):
    """A box in the frame of the chart."""

    c0: float
    c1: float
    v0: float
    v1: float

    @property
    def c(self) -> float:
        return (self.c0 + self.c1) / 2


class Bar(NamedTuple):
    span: Span
    fill: str
    box: Box


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars on one base; `area` is the chart's own background where it has one, else the box around the bars."""

    upright: bool
    base: float
    bars: tuple[Bar, ...]
    area: Box
    framed: bool

    def span(self, box: Box) -> Span:
        return to_frame(box, upright=self.upright)


def to_frame(box: Box, *, upright: bool) -> Span:
    if upright:
        return Span(box.x0, box.x1, -box.bottom, -box.top)
    return Span(box.top, box.bottom, box.x0, box.x1)


def find_plots(page: RawPage) -> tuple[Plot, ...]:
    """The groups of bars on a page, columns before horizontal bars."""
    fills = [s for s in page.shapes if s.fill and s.fill != "#ffffff" and _is_upright_box(s)]
    if not FEWEST_BARS <= len(fills) <= MOST_FILLS:
        return ()
    plots: list[Plot] = []
    for upright in (True, False):
        for base, bars in _standing_together(fills, page, upright=upright):
            area, framed = _area(bars, fills)
            plots.append(Plot(upright, base, tuple(sorted(bars, key=lambda b: b.span.c)), area, framed))
    return tuple(plots)


def _is_upright_box(shape: Shape) -> bool:
    """A rectangle, its corners round or not."""
    if shape.kind != "curve":
        return shape.kind == "rect"
    return len(shape.points) >= ROUNDED and straight_sides(shape) >= 3


def _standing_together(fills: Sequence[Shape], page: RawPage, *, upright: bool) -> Iterator[tuple[float, list[Bar]]]:
    """Bars with one base and one breadth, at least two of different length, none inside another."""
    breadth_limit = BROADEST * (page.width if upright else page.height)
    by_base: dict[int, list[Shape]] = defaultdict(list)
    for shape in fills:
        x0, top, x1, bottom = shape.box
        breadth, base = (x1 - x0, -bottom) if upright else (bottom - top, x0)
        if NARROWEST <= breadth <= breadth_limit:
            by_base[round(base / SAME_BASE)].append(shape)
    for key in sorted(by_base):
        shapes = by_base.pop(key) + by_base.get(key + 1, [])
        bars = [Bar(to_frame(s.box, upright=upright), s.fill or "", s.box) for s in shapes] if len(shapes) > 1 else []
        bars = _one_breadth(bars)
        if len(bars) < FEWEST_BARS:
            by_base[key] = []
            continue
        lengths = sorted(b.span.v1 - b.span.v0 for b in bars)
        if lengths[-1] - lengths[0] > DIFFERENT and not _overlap(bars):
            by_base[key + 1] = []
            yield min(b.span.v0 for b in bars), bars
        else:
            by_base[key] = []


def _one_breadth(bars: list[Bar]) -> list[Bar]:
    """The most frequent breadth among the candidates."""
    best: list[Bar] = []
    for bar in bars:
        breadth = bar.span.c1 - bar.span.c0
        alike = [b for b in bars if abs(b.span.c1 - b.span.c0 - breadth) <= SAME_BREADTH * breadth]
        if len(alike) > len(best):
            best = alike
    return best


def _overlap(bars: Sequence[Bar]) -> bool:
    ordered = sorted(bars, key=lambda b: b.span.c0)
    return any(b.span.c0 < a.span.c1 - 1.0 for a, b in itertools.pairwise(ordered))


def _area(bars: Sequence[Bar], fills: Sequence[Shape]) -> tuple[Box, bool]:
    """The smallest fill around all bars, else the bars' own box."""
    own = union(b.box for b in bars)
    around = [s.box for s in fills if s.box.contains(own, tolerance=1.0) and s.box != own]
    around = [b for b in around if b.width * b.height > 1.2 * own.width * own.height]
    return (min(around, key=lambda b: b.width * b.height), True) if around else (own, False)
