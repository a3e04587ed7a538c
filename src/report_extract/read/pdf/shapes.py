"""Painted paths and pictures of a page, form XObjects included, in page coordinates."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from report_extract.model.base import Box
from report_extract.read.pdf.styles import fill_color, stroke_color
from report_extract.read.pdf.view import View
from report_extract.read.rawpage import Shape

MAX_OBJECTS = 20_000
"""Per page. Maps and drawings hold more; their strokes say nothing about layout."""
MAX_SEGMENTS = 2_000
"""Per path: a longer one is a drawing, kept as one curve with its bounds."""
MAX_DEPTH = 8
SMALL_PATH = 40.0
"""Points: paths no larger than this keep their points (ticks, crosses, bullets drawn as vectors)."""
THIN = 2.0
"""Points: a filled rectangle thinner than this is a rule."""
SLOPE = 0.5
"""Points that a side of a rectangle or a rule may be off level."""

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


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
    found = Painted()
    count = pdfium.FPDFPage_CountObjects(page)
    _collect((pdfium.FPDFPage_GetObject(page, i) for i in range(count)), IDENTITY, view, found, MAX_DEPTH)
    return found


def _collect(objects: Iterator[Any], matrix: Matrix, view: View, found: Painted, depth: int) -> None:
    for item in objects:
        if found.cut:
            return
        found.objects += 1
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            found.shapes.extend(_shapes(item, matrix, view))
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            box = _bounds(item, matrix, view)
            if box is not None and kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                found.images.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            inner = _product(_matrix(item), matrix)
            count = pdfium.FPDFFormObj_CountObjects(item)
            _collect((pdfium.FPDFFormObj_GetObject(item, i) for i in range(count)), inner, view, found, depth - 1)


def _matrix(item: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


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


def _bounds(item: Any, matrix: Matrix, view: View) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    corners = [_applied(matrix, x.value, y.value) for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    return view.box(min(xs), min(ys), max(xs), max(ys))


def _shapes(item: Any, matrix: Matrix, view: View) -> Iterator[Shape]:
    """One shape for each subpath, so that a grid drawn as one path comes out as its rules."""
    fill, stroke, width = _paint(item)
    if fill is None and stroke is None:
        return
    if pdfium.FPDFPath_CountSegments(item) > MAX_SEGMENTS:
        box = _bounds(item, matrix, view)
        if box is not None:
            yield Shape("curve", box, fill, stroke, width)
        return
    for points, curved in _subpaths(item, _product(_matrix(item), matrix)):
        shown = [view.point(x, y) for x, y in points]
        yield from _shape(shown, curved, fill, stroke, width)


def _paint(item: Any) -> tuple[str | None, str | None, float]:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, mode, stroked)
    fill = stroke = None
    width = ctypes.c_float()
    if mode.value:
        color, alpha = fill_color(item)
        fill = color if alpha else None
    if stroked.value:
        color, alpha = stroke_color(item)
        stroke = color if alpha else None
        pdfium.FPDFPageObj_GetStrokeWidth(item, width)
    return fill, stroke, width.value


def _subpaths(item: Any, matrix: Matrix) -> Iterator[tuple[list[Point], bool]]:
    points: list[Point] = []
    curved = False
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    get_segment, get_type = pdfium.FPDFPath_GetPathSegment, pdfium.FPDFPathSegment_GetType
    get_point = pdfium.FPDFPathSegment_GetPoint
    segment = None
    for i in range(pdfium.FPDFPath_CountSegments(item)):
        before, segment = segment, get_segment(item, i)
        kind = get_type(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield _closed(points, before), curved
            points, curved = [], False
        elif kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            curved = True
        get_point(segment, x, y)
        px, py = x.value, y.value
        points.append((a * px + c * py + e, b * px + d * py + f))
    if len(points) > 1:
        yield _closed(points, segment), curved


def _closed(points: list[Point], last: Any) -> list[Point]:
    """With the first point again at the end where the path's last segment closes it."""
    if points[0] != points[-1] and pdfium.FPDFPathSegment_GetClose(last):
        points.append(points[0])
    return points


def _shape(points: list[Point], curved: bool, fill: str | None, stroke: str | None, width: float) -> Iterator[Shape]:
    xs, ys = zip(*points, strict=True)
    box = Box(min(xs), min(ys), max(xs), max(ys))
    kept = tuple(points) if box.width <= SMALL_PATH and box.height <= SMALL_PATH else ()
    if curved:
        yield Shape("curve", box, fill, stroke, width, kept)
    elif min(box.width, box.height) <= THIN and (fill is not None or len(points) <= 3):
        yield Shape("hline" if box.width >= box.height else "vline", box, fill, stroke, width, kept)
    elif all(_level(a, b) for a, b in itertools.pairwise(points)):
        if len(points) >= 5 or (fill is not None and len(points) == 4):
            yield Shape("rect", box, fill, stroke, width, kept)
        else:
            yield from _rules(points, stroke, width)
    else:
        yield Shape("curve", box, fill, stroke, width, kept)


def _rules(points: list[Point], stroke: str | None, width: float) -> Iterator[Shape]:
    """An open path of level strokes (an L, a U) as its single rules."""
    for (xa, ya), (xb, yb) in itertools.pairwise(points):
        box = Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
        yield Shape("hline" if box.width >= box.height else "vline", box, None, stroke, width)


def _level(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) <= SLOPE or abs(a[1] - b[1]) <= SLOPE
