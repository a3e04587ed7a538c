"""Ticks and crosses drawn in the rows and columns of a grid become words, as if they had been printed as glyphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from report_extract.model.base import Box, union
from report_extract.read.rawpage import RawPage, Shape, Word
from report_extract.read.tables.drawn_marks import mark_of_shapes
from report_extract.read.ticks import LARGEST_MARK

FEWEST = 2  # marks side by side in a row, and such rows: less may be bullets or icons
MOST_CURVES = 1_000  # more are a picture
SAME_LINE = 4.0  # points by which the middles of marks in a row or column may differ
TYPE = 10.0  # points: usual type beside a drawn mark


@dataclass(frozen=True, slots=True)
class DrawnTick:
    word: Word
    shapes: tuple[Shape, ...]


def drawn_ticks(page: RawPage) -> list[DrawnTick]:
    """The marks that stand in at least two rows side by side, under each other, with no words between them."""
    small = [s for s in page.shapes if s.kind == "curve" and s.points and _is_small(s.box)]
    if not FEWEST * FEWEST <= len(small) <= MOST_CURVES:
        return []
    marks = [
        (union(s.box for s in group), value, tuple(group))
        for group in _groups(small)
        if (value := mark_of_shapes(group)) is not None
    ]
    places = [box.center for box, _, _ in marks]
    sided = [
        i
        for i, (x, y) in enumerate(places)
        if any(abs(y - v) <= SAME_LINE and u != x and not _words_between(page, x, u, y) for u, v in places)
    ]
    kept = [i for i in sided if sum(abs(places[i][0] - places[j][0]) <= SAME_LINE for j in sided) >= FEWEST]
    return [DrawnTick(_word(marks[i][0], marks[i][1]), marks[i][2]) for i in kept]


def _is_small(box: Box) -> bool:
    return box.x1 - box.x0 <= LARGEST_MARK and box.bottom - box.top <= LARGEST_MARK


def _groups(shapes: Sequence[Shape]) -> Iterator[list[Shape]]:
    """Shapes drawn in one place: their boxes overlap."""
    rows = sorted(shapes, key=lambda s: s.box.top)
    bottoms = [0.0]
    for shape in rows:
        bottoms.append(max(bottoms[-1], shape.box.bottom))
    cuts = [0, *(i for i in range(1, len(rows)) if rows[i].box.top > bottoms[i]), len(rows)]
    for a, b in pairwise(cuts):
        group: list[Shape] = []
        right = 0.0
        for shape in sorted(rows[a:b], key=lambda s: s.box.x0):
            if group and shape.box.x0 > right:
                yield group
                group = []
            group.append(shape)
            right = max(right, shape.box.x1) if len(group) > 1 else shape.box.x1
        yield group


def _words_between(page: RawPage, a: float, b: float, y: float) -> bool:
    left, right = min(a, b), max(a, b)
    return any(w.box.top <= y <= w.box.bottom and left < w.box.center[0] < right for w in page.words)


def _word(box: Box, ticked: bool) -> Word:
    """As high as the type beside it, so that both stand on one line."""
    y = box.center[1]
    place = Box(box.x0, y - TYPE / 2, box.x1, y + TYPE / 2)
    return Word("✓" if ticked else "✗", place, TYPE, "drawn", False, False, "#000000", baseline=place.bottom - TYPE / 5)
