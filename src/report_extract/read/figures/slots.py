"""The categories of a chart: where along its axis they stand, and how its series are offset from their middle."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from report_extract.read.figures.bars import Bar


@dataclass(frozen=True, slots=True)
class Slots:
    """`centers` of the categories in the chart's frame, `pitch` between them, `offsets` of the series by colour."""

    centers: tuple[float, ...]
    pitch: float
    offsets: Mapping[str, float]

    def nearest(self, c: float) -> int | None:
        """The category around `c`, None beyond the axis."""
        best = min(range(len(self.centers)), key=lambda i: abs(self.centers[i] - c))
        return best if abs(self.centers[best] - c) <= self.pitch * 0.52 else None

    def borders(self) -> list[float]:
        """Half way between neighbouring categories."""
        return [(a + b) / 2 for a, b in itertools.pairwise(self.centers)]

    def series_at(self, c: float, slot: int) -> str:
        """The colour whose bar would stand at `c`."""
        return min(self.offsets, key=lambda color: abs(self.centers[slot] + self.offsets[color] - c))


def find_slots(bars: Sequence[Bar]) -> Slots:
    """Groups bars that touch into categories; a bar that is missing (a zero) leaves its category where it is."""
    colors = list(dict.fromkeys(b.fill for b in bars))
    breadth = median(b.span.c1 - b.span.c0 for b in bars)
    groups = _groups(bars, breadth) if len(colors) > 1 else [[b] for b in bars]
    if any(len({b.fill for b in g}) < len(g) for g in groups) or all(len(g) == 1 for g in groups):
        return _single(bars, breadth)  # each bar its own colour: categories, not series
    offsets = _offsets(groups, colors, breadth)
    centers = _clustered([b.span.c - offsets[b.fill] for b in bars], breadth)
    pitch = _pitch(centers, breadth * (len(colors) + 1))
    return Slots(tuple(_filled(centers, pitch)), pitch, offsets)


def _single(bars: Sequence[Bar], breadth: float) -> Slots:
    centers = sorted(b.span.c for b in bars)
    pitch = _pitch(centers, breadth * 2)
    return Slots(tuple(_filled(centers, pitch)), pitch, {bars[0].fill: 0.0})


def _groups(bars: Sequence[Bar], breadth: float) -> list[list[Bar]]:
    """Neighbours closer than half a bar belong to one category."""
    groups: list[list[Bar]] = []
    for bar in bars:
        if (
            groups
            and bar.span.c0 - groups[-1][-1].span.c1 <= 0.5 * breadth
            and bar.fill not in {b.fill for b in groups[-1]}
        ):
            groups[-1].append(bar)
        else:
            groups.append([bar])
    return groups


def _offsets(groups: Sequence[Sequence[Bar]], colors: Sequence[str], breadth: float) -> dict[str, float]:
    """Measured on complete groups; where there is none, bars stand side by side in the order of their first use."""
    measured: dict[str, list[float]] = defaultdict(list)
    for group in groups:
        if len(group) == len(colors):
            middle = fmean(b.span.c for b in group)
            for bar in group:
                measured[bar.fill].append(bar.span.c - middle)
    if len(measured) == len(colors):
        return {color: median(values) for color, values in measured.items()}
    return {color: (k - (len(colors) - 1) / 2) * breadth for k, color in enumerate(colors)}


def _clustered(positions: Sequence[float], breadth: float) -> list[float]:
    clusters: list[list[float]] = []
    for position in sorted(positions):
        if clusters and position - clusters[-1][-1] <= 0.5 * breadth:
            clusters[-1].append(position)
        else:
            clusters.append([position])
    return [fmean(c) for c in clusters]


def _pitch(centers: Sequence[float], default: float) -> float:
    steps = [b - a for a, b in itertools.pairwise(centers)]
    return min(steps) if steps else default


def _filled(centers: Sequence[float], pitch: float) -> list[float]:
    """Puts back the categories that have no bar at all between two that have one."""
    filled = list(centers[:1])
    for center in centers[1:]:
        missing = round((center - filled[-1]) / pitch) - 1
        step = (center - filled[-1]) / (missing + 1)
        filled += [filled[-1] + step * (k + 1) for k in range(missing)] if 0 < missing <= 6 else []
        filled.append(center)
    return filled
