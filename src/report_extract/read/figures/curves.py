"""Line charts: lines over one row of categories, and the numbers printed at their points.

A point's height says its value, so all numbers must lie on one straight scale: where they do not, nothing is read.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from report_extract.assignment import assign
from report_extract.model.base import Box, union
from report_extract.read.figures.labels import GAP
from report_extract.read.figures.legend import names_of
from report_extract.read.rawpage import RawPage, Shape
from report_extract.read.tables.lines import Chunk, chunks, printed_lines
from report_extract.read.tables.values import is_number

Point = tuple[float, float]
FEWEST_POINTS, MOST_POINTS = 3, 60
MOST_LINES = 60  # on a page: more are a drawing
SHORTEST = 60.0  # points along the page
SAME_X = 3.0  # points by which the lines of one chart may begin or end apart
FROM_POINT = 2.0  # ems from a point to the middle of its number
ASIDE = 0.9  # ems by which the number may stand beside it
BELOW = 300.0  # points from the lowest point to the names of the categories: the axis may begin far below it
OFF_CATEGORY = 0.3  # of the step from point to point
LABELLED = 0.6  # share of a line's points that must have a number
OFF_SCALE = 0.025  # of the range of values by which a number may miss the scale: drawing and rounding
AT_END = 1.5  # ems from a line's last point to its name


@dataclass(frozen=True, slots=True)
class Curve:
    color: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class CurvePlot:
    """Lines over the same categories."""

    box: Box
    curves: tuple[Curve, ...]

    @property
    def step(self) -> float:
        points = self.curves[0].points
        return min(b[0] - a[0] for a, b in itertools.pairwise(points))


@dataclass(frozen=True, slots=True)
class PointValue:
    """Indexes of the number and of the words of its category; the colour of the line."""

    value: int
    category: tuple[int, ...]
    series: tuple[int, ...]


def find_curves(page: RawPage) -> Iterator[CurvePlot]:
    """The groups of lines that run from left to right over the same places."""
    drawn = [s for s in page.shapes if s.kind == "curve" and s.stroke and not s.fill and len(s.points) >= FEWEST_POINTS]
    if not drawn or len(drawn) > MOST_LINES:
        return
    groups: list[list[tuple[Curve, Box]]] = []
    for shape in drawn:
        curve = _curve(shape)
        if curve is None:
            continue
        home = next((g for g in groups if _over_same_places(g[0][0], curve)), None)
        if home is None:
            groups.append([(curve, shape.box)])
        else:
            home.append((curve, shape.box))
    for group in groups:
        yield CurvePlot(union(box for _, box in group), tuple(curve for curve, _ in group))


def _curve(shape: Shape) -> Curve | None:
    points = shape.points
    if points[0][0] > points[-1][0]:
        points = points[::-1]
    level = all(b[0] - a[0] > 1 for a, b in itertools.pairwise(points))
    if shape.stroke is None or not level or len(points) > MOST_POINTS or points[-1][0] - points[0][0] < SHORTEST:
        return None
    return Curve(shape.stroke, points)


def _over_same_places(a: Curve, b: Curve) -> bool:
    return len(a.points) == len(b.points) and all(
        abs(p[0] - q[0]) <= SAME_X for p, q in zip(a.points, b.points, strict=True)
    )


def point_values(page: RawPage, plot: CurvePlot) -> tuple[PointValue, ...]:
    """The numbers of the points with category and series; () where anything is in doubt."""
    categories = _categories(page, plot)
    if categories is None:
        return ()
    named = {i for words in categories for i in words}
    values = _values(page, plot, named)
    if not _on_one_scale(page, plot, values):
        return ()
    series = _series(page, plot) if len(plot.curves) > 1 else {plot.curves[0].color: ()}
    if len({c.color for c in plot.curves}) < len(plot.curves) or any(c.color not in series for c in plot.curves):
        return ()
    return tuple(
        PointValue(values[k, n], categories[n], series[curve.color])
        for k, curve in enumerate(plot.curves)
        for n in range(len(curve.points))
        if (k, n) in values
    )


def _categories(page: RawPage, plot: CurvePlot) -> list[tuple[int, ...]] | None:
    """The words under each place: the first line beneath the lines that has a chunk under every one."""
    xs = [p[0] for p in plot.curves[0].points]
    reach = OFF_CATEGORY * plot.step
    below = [
        i
        for i, w in enumerate(page.words)
        if w.upright
        and plot.box.bottom - w.size < w.box.top < plot.box.bottom + BELOW
        and xs[0] - plot.step < w.box.center[0] < xs[-1] + plot.step
    ]
    for line in printed_lines(page.words, below):
        pieces = chunks(page.words, line, gap=GAP)
        under = [_under(x, pieces, reach) for x in xs]
        found = [piece.words for piece in under if piece is not None]
        if len(found) == len(xs) and len(set(found)) == len(xs) and _are_names(pieces, under, page, plot):
            return found
    return None


def _under(x: float, pieces: Sequence[Chunk], reach: float) -> Chunk | None:
    near = [p for p in pieces if abs(p.box.center[0] - x) <= reach]
    return min(near, key=lambda p: abs(p.box.center[0] - x)) if near else None


def _are_names(pieces: Sequence[Chunk], under: Sequence[Chunk | None], page: RawPage, plot: CurvePlot) -> bool:
    """Nothing else on their line, and no line of numbers at the points."""
    if len(pieces) != len(under):
        return False
    return min(p.box.top for p in pieces) > plot.box.bottom - 1 or not all(is_number(p.text) for p in pieces)


def _values(page: RawPage, plot: CurvePlot, named: set[int]) -> dict[tuple[int, int], int]:
    """(line, point) → number, so that the sum of the distances is least."""
    around = Box(plot.box.x0 - 30, plot.box.top - 30, plot.box.x1 + 30, plot.box.bottom + 30)
    numbers = [
        i
        for i, w in enumerate(page.words)
        if i not in named and w.upright and is_number(w.text) and around.contains_point(*w.box.center)
    ]
    places = [(k, n, p) for k, curve in enumerate(plot.curves) for n, p in enumerate(curve.points)]
    if not numbers or len(numbers) > 4 * len(places):
        return {}
    costs = [[_distance(page, i, point) for i in numbers] for _, _, point in places]
    chosen = assign(costs, limit=FROM_POINT)
    return {(places[r][0], places[r][1]): numbers[c] for r, c in chosen.items()}


def _distance(page: RawPage, i: int, point: Point) -> float:
    """In ems of the number's type; beyond the limit where it stands too far aside."""
    word = page.words[i]
    x, y = word.box.center
    aside = max(0.0, abs(x - point[0]) - word.box.width / 2)
    return abs(y - point[1]) / word.size + (aside / word.size if aside <= ASIDE * word.size else 9.0)


def _on_one_scale(page: RawPage, plot: CurvePlot, values: Mapping[tuple[int, int], int]) -> bool:
    """Enough points have numbers, and these fall on a line against the heights of their points."""
    for k, curve in enumerate(plot.curves):
        if sum(line == k for line, _ in values) < max(FEWEST_POINTS, LABELLED * len(curve.points)):
            return False
    heights = [plot.curves[k].points[n][1] for k, n in values]
    amounts = [_amount(page.words[i].text) for i in values.values()]
    spread = max(amounts) - min(amounts)
    middle, mean = fmean(heights), fmean(amounts)
    square = sum((h - middle) ** 2 for h in heights)
    if not spread or not square:
        return False
    slope = sum((h - middle) * (a - mean) for h, a in zip(heights, amounts, strict=True)) / square
    off = max(abs(a - mean - slope * (h - middle)) for h, a in zip(heights, amounts, strict=True))
    return slope < 0 and off <= max(OFF_SCALE * spread, abs(slope) / 2)


def _amount(text: str) -> float:
    digits = "".join(c for c in text if c.isdigit() or c == ".").strip(".")
    amount = float(digits) if digits.count(".") <= 1 and digits else 0.0
    return -amount if text.startswith(("-", "−", "–", "(")) and not text.startswith("(£") else amount


def _series(page: RawPage, plot: CurvePlot) -> dict[str, tuple[int, ...]]:
    """Colour → name, from a legend or from words in that colour at the end of the line."""
    reach = 150.0
    box = plot.box
    near = Box(box.x0 - reach / 3, box.top - reach / 2, box.x1 + reach, box.bottom + reach)
    names = names_of(page, [c.color for c in plot.curves], near)
    for curve in plot.curves:
        if curve.color not in names:
            words = _at_end(page, curve)
            if words:
                names[curve.color] = words
    return names


def _at_end(page: RawPage, curve: Curve) -> tuple[int, ...]:
    x, y = curve.points[-1]
    beside = [
        i
        for i, w in enumerate(page.words)
        if w.upright
        and w.color == curve.color
        and w.box.top <= y + w.size / 2 <= w.box.bottom + w.size
        and w.box.x0 > x
    ]
    for line in printed_lines(page.words, beside):
        piece = chunks(page.words, line, gap=GAP)[0]
        if piece.box.x0 - x <= AT_END * piece.size and any(c.isalpha() for c in piece.text):
            return piece.words
    return ()
