"""From PDF user space (y up, unrotated) to the page as displayed (points from the top left, y down)."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from report_extract.model.base import Box
from report_extract.read.pdf.chars import Floats


@dataclass(frozen=True, slots=True)
class View:
    """The page's visible area in user space and the clockwise rotation (0, 90, 180, 270) it is displayed with."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self.rotation:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def points(self, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        if self.rotation == 0:
            left, top = self.left, self.top
            return [(x - left, top - y) for x, y in points]
        return [self.point(x, y) for x, y in points]

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        xa, ya = self.point(left, bottom)
        xb, yb = self.point(right, top)
        return Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))

    def boxes(self, left: Floats, bottom: Floats, right: Floats, top: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        """Many boxes at once: x0, top, x1, bottom."""
        match self.rotation:
            case 90:
                return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
            case 180:
                return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            case 270:
                return self.top - top, self.right - right, self.top - bottom, self.right - left
            case _:
                return left - self.left, self.top - top, right - self.left, self.top - bottom

    def turned(self, by: int) -> View:
        return View(self.left, self.bottom, self.right, self.top, (self.rotation + by) % 360)


LETTER = pdfium.FS_RECTF(0.0, 792.0, 612.0, 0.0)
"""What pdfium takes for a page that states no size."""


def view_of(page: Any) -> View:
    """`page` is a raw FPDF_PAGE. The crop box decides, as in every viewer; without one on the page, all of it."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(rect)) or _is_empty(rect):
        rect = _media_box(page)
    rotation = (pdfium.FPDFPage_GetRotation(page) % 4) * 90
    return View(rect.left, rect.bottom, rect.right, rect.top, rotation)


def _media_box(page: Any) -> pdfium.FS_RECTF:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPage_GetMediaBox(page, left, bottom, right, top)
    rect = pdfium.FS_RECTF(left.value, top.value, right.value, bottom.value)
    return LETTER if _is_empty(rect) else rect


def _is_empty(rect: pdfium.FS_RECTF) -> bool:
    return not (rect.right > rect.left and rect.top > rect.bottom)
