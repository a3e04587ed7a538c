"""Painted shapes → rulings: the straight edges that may bound cells, collinear pieces joined."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from report_extract.read.rawpage import RawPage, Shape

# Distances in points. Borders are drawn up to 3 points thick; cells of office suites are bordered piece by piece and
# cell fills are often 1 to 2 points apart, so what lies within 2 points is one edge.
THICKEST_RULE = 3.0
SAME_EDGE = 2.0
# Smaller boxes than this hold no printed words: bullets, dots of a dotted line, legend swatches.
SMALLEST_CELL = 8.0
# A fill over this share of the page is its background.
BACKGROUND = 0.6


@dataclass(slots=True)
class Ruling:
    """A horizontal (`at` is its y) or vertical (`at` is its x) edge from `start` to `end`; `hard` if it is a line."""

    at: float
    start: float
    end: float
    hard: bool


def rulings(page: RawPage, shapes: Iterable[Shape]) -> tuple[list[Ruling], list[Ruling]]:
    """Horizontal and vertical edges of lines, thin rectangles, frames and fills."""
    horizontal: list[Ruling] = []
    vertical: list[Ruling] = []
    background = BACKGROUND * page.width * page.height
    for shape in shapes:
        box = shape.box
        width, height = box.x1 - box.x0, box.bottom - box.top
        if shape.kind == "curve" or (shape.fill is None and shape.stroke is None):
            continue
        if height <= THICKEST_RULE and width > 2 * height:
            if not (shape.kind == "rect" and _is_white(shape)):
                horizontal.append(Ruling((box.top + box.bottom) / 2, box.x0, box.x1, True))
        elif width <= THICKEST_RULE and height > 2 * width:
            if not (shape.kind == "rect" and _is_white(shape)):
                vertical.append(Ruling((box.x0 + box.x1) / 2, box.top, box.bottom, True))
        elif min(width, height) >= SMALLEST_CELL and width * height < background and not _is_white(shape):
            hard = shape.stroke is not None
            horizontal += (Ruling(box.top, box.x0, box.x1, hard), Ruling(box.bottom, box.x0, box.x1, hard))
            vertical += (Ruling(box.x0, box.top, box.bottom, hard), Ruling(box.x1, box.top, box.bottom, hard))
    return _merged(horizontal), _merged(vertical)


def _is_white(shape: Shape) -> bool:
    return shape.stroke is None and shape.fill in ("#ffffff", "#fff")


def _merged(rules: list[Ruling]) -> list[Ruling]:
    """Joins pieces of one line: same position, touching or overlapping ends."""
    rules.sort(key=lambda r: r.at)
    merged: list[Ruling] = []
    bundle: list[Ruling] = []
    for rule in rules:
        if bundle and rule.at - bundle[0].at > SAME_EDGE:
            merged += _joined(bundle)
            bundle = []
        bundle.append(rule)
    return merged + _joined(bundle)


def _joined(bundle: list[Ruling]) -> list[Ruling]:
    bundle.sort(key=lambda r: r.start)
    lines: list[Ruling] = []
    for rule in bundle:
        last = lines[-1] if lines else None
        if last and rule.start - last.end <= SAME_EDGE:
            last.end = max(last.end, rule.end)
            last.hard = last.hard or rule.hard
        else:
            lines.append(Ruling(rule.at, rule.start, rule.end, rule.hard))
    return lines


def networks(horizontal: Sequence[Ruling], vertical: Sequence[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Sets of rulings that touch each other; a ruling that meets no other is left out."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    across = sorted((v.at, j, v) for j, v in enumerate(vertical, len(horizontal)))
    places = [at for at, _, _ in across]
    for i, h in enumerate(horizontal):
        near = slice(bisect_left(places, h.start - SAME_EDGE), bisect_right(places, h.end + SAME_EDGE))
        for _, j, v in across[near]:
            if v.start - SAME_EDGE <= h.at <= v.end + SAME_EDGE:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for i, h in enumerate(horizontal):
        groups.setdefault(root(i), ([], []))[0].append(h)
    for j, v in enumerate(vertical, len(horizontal)):
        groups.setdefault(root(j), ([], []))[1].append(v)
    return [(hs, vs) for hs, vs in groups.values() if hs and vs]
