"""Runs of bands that share gutters, from the top of an area to its foot."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from report_extract.read.layout.bands import Band, Strip, height_of, is_sided
from report_extract.read.layout.ends import before_heading
from report_extract.read.layout.grids import is_figures
from report_extract.read.layout.gutters import Interval, common, valid_gutters
from report_extract.read.layout.tails import without_tail

WHITE = 3.0
"""Sizes of white across all columns: more than before any heading within a column."""
TITLE = 1.3
"""Times the usual size of the columns below."""


def strips(all_bands: Sequence[Band]) -> list[Strip]:
    """Longest runs of bands that share a gutter, and single bands between them."""
    if _one_column(all_bands):
        return [Strip((band,), ()) for band in all_bands]
    found: list[Strip] = []
    at = 0
    while at < len(all_bands):
        strip = _longest(all_bands, at)
        end = at + len(strip.bands)
        if strip.gutters and _is_title(all_bands, at, strip):
            strip = Strip((all_bands[at],), ())
        elif strip.gutters and end < len(all_bands):
            strip = without_tail(strip, all_bands[end])
        found.append(strip)
        at += len(strip.bands)
    return found


def _is_title(all_bands: Sequence[Band], at: int, strip: Strip) -> bool:
    """Whether the first band stands above the columns: a large line, any line above figures, or one that leaves only
    part of a gutter free."""
    first = all_bands[at]
    if is_sided(first, strip.gutters) or len(strip.bands) == 1:
        return False
    after = _longest(all_bands, at + 1)
    if not after.gutters or len(after.bands) < len(strip.bands) - 1:
        return False
    if is_figures(after.units):
        return True
    usual = median(height_of(u) for u in after.units)
    return len(after.bands) >= len(strip.bands) or min(height_of(u) for u in first.units) > TITLE * usual


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
            return _above_white(run, runs, len(gutters)) or before_heading(Strip(run, tuple(gutters)))
    return Strip((all_bands[start],), ())


def _above_white(run: Sequence[Band], runs: Sequence[tuple[Interval, ...]], columns: int) -> Strip | None:
    """The part of the run above a wide white line, if it has more gutters than the whole, or text above figures."""
    for end in range(len(run) - 1, 0, -1):
        white = run[end].top - run[end - 1].bottom
        if white <= WHITE * min(height_of(u) for u in run[end].units):
            continue
        above = tuple(run[:end])
        units = [u for b in above for u in b.units]
        gutters = valid_gutters(units, runs[end - 1])
        text_above = all(u.segment for u in units) and is_figures([u for b in run[end:] for u in b.units])
        if len(gutters) > columns or (gutters and text_above):
            return Strip(above, tuple(gutters))
    return None


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
