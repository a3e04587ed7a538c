"""Painted paths and pictures of a page, form XObjects included, in page coordinates."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from report_extract.model.base import Box
from report_extract.read.pdf.direct import Argument, Places, at_address, direct, handles, pointer
from report_extract.read.pdf.styles import Colors
from report_extract.read.pdf.view import View
from report_extract.read.rawpage import Shape

MAX_OBJECTS = 20_000
"""Per page. Maps and drawings hold more; their strokes say nothing about layout."""
MAX_SEGMENTS = 2_000
"""Per path: a longer one is a drawing, kept as one curve with its bounds."""
MAX_DEPTH = 8
MOST_OUTLINES, LONGEST_OUTLINE = 400, 400
"""Larger curves (slices of a pie, lines of a chart) keep up to so many points while the page has no more shapes: what
has more is a drawing."""
SMALL_PATH = 40.0
"""Points: paths no larger than this keep their points (ticks, crosses, bullets drawn as vectors)."""
THIN = 2.0
"""Points: a filled rectangle thinner than this is a rule."""
SLOPE = 0.5
"""Points that a side of a rectangle or a rule may be off level."""

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


_object_on_page = handles(pdfium.FPDFPage_GetObject)
_object_in_form = handles(pdfium.FPDFFormObj_GetObject)
_count_on_page = direct(pdfium.FPDFPage_CountObjects)
_count_in_form = direct(pdfium.FPDFFormObj_CountObjects)
_type = direct(pdfium.FPDFPageObj_GetType)
_get_matrix = direct(pdfium.FPDFPageObj_GetMatrix)
_get_bounds = direct(pdfium.FPDFPageObj_GetBounds)
_get_draw_mode = direct(pdfium.FPDFPath_GetDrawMode)
_get_stroke_width = direct(pdfium.FPDFPageObj_GetStrokeWidth)
_count_segments = direct(pdfium.FPDFPath_CountSegments)
_segment = handles(pdfium.FPDFPath_GetPathSegment)
_segment_type = direct(pdfium.FPDFPathSegment_GetType)
_get_point = direct(pdfium.FPDFPathSegment_GetPoint)
_is_closed = direct(pdfium.FPDFPathSegment_GetClose)


@dataclass(slots=True)
class Painted:
    shapes: list[Shape] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    objects: int = 0

    @property
    def cut(self) -> bool:
        return self.objects >= MAX_OBJECTS


def painted(page: Any, view: View) -> Painted:
    """`page` is a raw FPDF_PAGE. Objects after the first MAX_OBJECTS are left out (`cut` tells)."""
    collector = _Collector(view)
    asked = pointer(page)
    count = _count_on_page(asked)
    collector.collect(map(_object_on_page, repeat(asked), range(count)), IDENTITY, MAX_DEPTH)
    return collector.found


class _Collector:
    """Gathers what is painted on one page."""

    def __init__(self, view: View) -> None:
        self.found = Painted()
        self._view = view
        self._colors = Colors()
        self._floats = Places(ctypes.c_float, 6)
        self._ints = Places(ctypes.c_int, 2)

    def collect(self, objects: Iterable[int | None], matrix: Matrix, depth: int) -> None:
        """`objects` are addresses of page objects; `matrix` leads from their coordinates to user space."""
        found = self.found
        for address in objects:
            if found.cut:
                return
            found.objects += 1
            if address is None:
                continue
            item = at_address(address)
            kind = _type(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                found.shapes.extend(self._shapes(item, matrix))
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                box = self._bounds(item, matrix)
                if box is not None:
                    found.images.append(box)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
                inner = _product(self._matrix(item), matrix)
                inside = map(_object_in_form, repeat(item), range(_count_in_form(item)))
                self.collect(inside, inner, depth - 1)

    def _matrix(self, item: Argument) -> Matrix:
        if not _get_matrix(item, self._floats.arguments[0]):
            return IDENTITY
        a, b, c, d, e, f = self._floats.values
        return a, b, c, d, e, f

    def _bounds(self, item: Argument, matrix: Matrix) -> Box | None:
        if not _get_bounds(item, *self._floats.arguments[:4]):
            return None
        left, bottom, right, top = self._floats.values[:4]
        corners = [_applied(matrix, x, y) for x in (left, right) for y in (bottom, top)]
        xs, ys = zip(*corners, strict=True)
        return self._view.box(min(xs), min(ys), max(xs), max(ys))

    def _shapes(self, item: Argument, matrix: Matrix) -> Iterator[Shape]:
        """One shape for each subpath, so that a grid drawn as one path comes out as its rules."""
        fill, stroke, width = self._paint(item)
        if fill is None and stroke is None:
            return
        count = _count_segments(item)
        if count > MAX_SEGMENTS:
            box = self._bounds(item, matrix)
            if box is not None:
                yield Shape("curve", box, fill, stroke, width)
            return
        for points, curved in self._subpaths(item, count, _product(self._matrix(item), matrix)):
            whole = len(self.found.shapes) <= MOST_OUTLINES and len(points) <= LONGEST_OUTLINE
            yield from _shape(self._view.points(points), curved, fill, stroke, width, whole=whole)

    def _paint(self, item: Argument) -> tuple[str | None, str | None, float]:
        fill = stroke = None
        width = 0.0
        _get_draw_mode(item, *self._ints.arguments)
        mode, stroked = self._ints.values
        if mode:
            color, alpha = self._colors.fill(item)
            fill = color if alpha else None
        if stroked:
            color, alpha = self._colors.stroke(item)
            stroke = color if alpha else None
            width = self._stroke_width(item)
        return fill, stroke, width

    def _stroke_width(self, item: Argument) -> float:
        known = _get_stroke_width(item, self._floats.arguments[0])
        width: float = self._floats.values[0] if known else 0.0
        return width

    def _subpaths(self, item: Argument, count: int, matrix: Matrix) -> Iterator[tuple[list[Point], bool]]:
        points: list[Point] = []
        curved = False
        a, b, c, d, e, f = matrix
        values, (to_x, to_y) = self._floats.values, self._floats.arguments[:2]
        segment = None
        for i in range(count):
            before, segment = segment, at_address(_segment(item, i))
            kind = _segment_type(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield _closed(points, before), curved
                points, curved = [], False
            elif kind == pdfium.FPDF_SEGMENT_BEZIERTO:
                curved = True
            _get_point(segment, to_x, to_y)
            x, y = values[0], values[1]
            points.append((a * x + c * y + e, b * x + d * y + f))
        if len(points) > 1:
            yield _closed(points, segment), curved


def _product(first: Matrix, then: Matrix) -> Matrix:
    """Apply `first`, then `then` (PDF's row-vector convention)."""
    a, b, c, d, e, f = first
    ta, tb, tc, td, te, tf = then
    return (
        a * ta + b * tc,
        a * tb + b * td,
        c * ta + d * tc,
        c * tb + d * td,
        e * ta + f * tc + te,
        e * tb + f * td + tf,
    )


def _applied(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _closed(points: list[Point], last: Argument) -> list[Point]:
    """With the first point again at the end where the path's last segment closes it."""
    if points[0] != points[-1] and _is_closed(last):
        points.append(points[0])
    return points


def _shape(
    points: list[Point], curved: bool, fill: str | None, stroke: str | None, width: float, *, whole: bool
) -> Iterator[Shape]:
    """`whole`: keep the points of a large curve too."""
    xs, ys = zip(*points, strict=True)
    box = Box(min(xs), min(ys), max(xs), max(ys))
    kept = tuple(points) if box.width <= SMALL_PATH and box.height <= SMALL_PATH else ()
    if curved:
        yield Shape("curve", box, fill, stroke, width, tuple(points) if whole else kept)
    elif min(box.width, box.height) <= THIN and (fill is not None or len(points) <= 3):
        yield Shape("hline" if box.width >= box.height else "vline", box, fill, stroke, width, kept)
    elif _level(points):
        if len(points) >= 5 or (fill is not None and len(points) == 4):
            yield Shape("rect", box, fill, stroke, width, kept)
        else:
            yield from _rules(points, stroke, width)
    else:
        yield Shape("curve", box, fill, stroke, width, tuple(points) if whole else kept)


def _rules(points: list[Point], stroke: str | None, width: float) -> Iterator[Shape]:
    """An open path of level strokes (an L, a U) as its single rules."""
    for (xa, ya), (xb, yb) in itertools.pairwise(points):
        box = Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
        yield Shape("hline" if box.width >= box.height else "vline", box, None, stroke, width)


def _level(points: list[Point]) -> bool:
    """Whether every stroke is level or upright."""
    return not any(abs(xa - xb) > SLOPE and abs(ya - yb) > SLOPE for (xa, ya), (xb, yb) in itertools.pairwise(points))
