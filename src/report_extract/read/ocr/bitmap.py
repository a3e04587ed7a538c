"""A page as a picture: resolution, skew, and long dark lines (the rules of tables)."""

from __future__ import annotations

import math
from typing import Any

from report_extract.model.base import Box
from report_extract.read.rawpage import Shape

DPI = 200  # enough for 8 point type; 300 takes twice the time and read no more words of our scan
MAX_PIXELS = 2600  # of the longer side: a poster is drawn smaller, not in 200 dpi
DARK = 150  # of 255; ink of a grey scan is darker, paper and pale shading lighter

MAX_SKEW = 4.0  # degrees; paper that went through a feeder askew
SKEW_STEP = 0.1
PROBE_WIDTH = 700  # pixels; enough to see lines of text as bands
LEAST_SKEW = 0.15  # degrees; less moves a line's end by under two points

SHORTEST_RULE = 36.0  # points; longer than the strokes of any letter, shorter than a narrow table cell is wide
THICKEST_RULE = 3.0  # points; thicker dark areas are fills and pictures
RULE_GAP = 3  # pixels of paper that scanning may leave in a line


def scale_for(width: float, height: float) -> float:
    """Pixels per point for a page of that size in points."""
    return min(DPI / 72, MAX_PIXELS / max(width, height, 1.0))


def skew_of(grey: Any) -> float:
    """Degrees by which lines of text fall to the right (positive: clockwise), 0.0 where there is no clear answer.

    The angle at which the rows' sums of ink differ most from row to row: then bands of text and of paper are sharpest.
    """
    import numpy as np

    step = max(1, grey.shape[1] // PROBE_WIDTH)
    ys, xs = np.nonzero(grey[::step, ::step] < DARK)
    if len(xs) < 200:
        return 0.0
    angles = np.arange(-MAX_SKEW, MAX_SKEW + SKEW_STEP / 2, SKEW_STEP)
    sharpness = []
    for angle in angles:
        rows = np.round(ys - xs * math.tan(math.radians(angle))).astype(np.int64)
        counts = np.bincount(rows - rows.min())
        sharpness.append(float(np.sum(np.diff(counts.astype(np.float64)) ** 2)))
    best = int(np.argmax(sharpness))
    clear = sharpness[best] > 1.1 * float(np.median(sharpness))
    return float(angles[best]) if clear and abs(angles[best]) >= LEAST_SKEW else 0.0


def straightened(image: Any, skew: float) -> Any:
    """The picture turned back by its skew about its centre, paper white where nothing was."""
    if not skew:
        return image
    import numpy as np
    from PIL import Image

    turned = Image.fromarray(image).rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    return np.asarray(turned)


def rules_in(grey: Any, scale: float) -> tuple[Shape, ...]:
    """Long thin dark lines as shapes in points; `scale` in pixels per point."""
    dark = grey < DARK
    level = [_shape(box, "hline", scale) for box in _bars(dark, scale)]
    upright = [_shape(Box(b.top, b.x0, b.bottom, b.x1), "vline", scale) for b in _bars(dark.T, scale)]
    return (*level, *upright)


def _shape(box: Box, kind: str, scale: float) -> Shape:
    placed = Box(*(v / scale for v in box))
    width = placed.height if kind == "hline" else placed.width
    return Shape(kind, placed, None, "#000000", width)


def _bars(dark: Any, scale: float) -> list[Box]:
    """Boxes in pixels around level dark runs that are long and thin."""
    runs = _long_runs(dark, int(SHORTEST_RULE * scale / 2))
    joined: list[list[int]] = []  # top, bottom, x0, x1
    growing: list[list[int]] = []
    for row, x0, x1 in runs:
        growing = [bar for bar in growing if row - bar[1] <= RULE_GAP]
        touching = [bar for bar in growing if x0 <= bar[3] + RULE_GAP and x1 >= bar[2] - RULE_GAP]
        if touching:
            bar = touching[0]
            bar[1], bar[2], bar[3] = row, min(bar[2], x0), max(bar[3], x1)
        else:
            bar = [row, row, x0, x1]
            joined.append(bar)
            growing.append(bar)
    thickest = max(2.0, THICKEST_RULE * scale)
    return [
        Box(x0, top, x1, bottom + 1)
        for top, bottom, x0, x1 in joined
        if bottom + 1 - top <= thickest and x1 - x0 >= SHORTEST_RULE * scale
    ]


def _long_runs(dark: Any, shortest: int) -> list[tuple[int, int, int]]:
    """(row, first, after last) of dark runs of at least that many pixels, small gaps closed."""
    import numpy as np

    closed = dark.copy()
    for shift in range(1, RULE_GAP):
        closed[:, :-shift] |= dark[:, shift:]
    edges = np.diff(np.pad(closed.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    keep = ends - starts >= max(shortest, 8)
    return [(int(r), int(a), int(b)) for r, a, b in zip(rows[keep], starts[keep], ends[keep], strict=True)]
