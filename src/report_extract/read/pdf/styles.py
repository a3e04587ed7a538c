"""Font, weight and colour of the text object that a character belongs to, asked once per object and font."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from report_extract.read.pdf.direct import address_of, text_object_of
from report_extract.read.pdf.symbols import is_symbol_font

INVISIBLE_MODES = (3, 7)
"""Text render modes without ink: invisible, and clip only (PDF 32000-1, table 106)."""
STROKED = 2
BOLD_WEIGHT = 600
"""CSS: 600 is semibold, the lightest weight that a reader takes for bold."""
FORCE_BOLD = 1 << 18
ITALIC = 1 << 6
"""Font descriptor flags (PDF 32000-1, table 123)."""
USUAL_DESCENT = 0.22
"""Ems below the baseline that the boxes of common text fonts reach (Arial 0.21, Lato 0.21, Calibri 0.25)."""
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD_NAME = re.compile(r"bold|black|heavy|demi(?!t)|extrab", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|(?:^|[-,])it$", re.IGNORECASE)


class Face(NamedTuple):
    """`symbols` tells that its codes stand for pictures (Wingdings and the like)."""

    name: str
    bold: bool
    italic: bool
    symbols: bool


class Style(NamedTuple):
    """`size` in points; `descent` is how far the characters' boxes reach below the baseline, in points."""

    face: Face
    color: str
    visible: bool
    size: float
    descent: float


NO_FACE = Face("", False, False, False)


@dataclass(slots=True)
class Styles:
    """Styles of one page's text objects, by address; addresses die with the page."""

    textpage: Any
    _styles: dict[int | None, Style] = field(default_factory=dict)
    _faces: dict[int, Face] = field(default_factory=dict)
    _measured: dict[tuple[int, float, float], tuple[float, float]] = field(default_factory=dict)
    _address: int = 0

    def __post_init__(self) -> None:
        self._address = address_of(self.textpage)

    def at(self, index: int, *, height: float) -> Style:
        """The style of the character at `index` of the text page, whose box is `height` points high."""
        address = text_object_of(self._address, index)
        style = self._styles.get(address)
        if style is None:
            style = self._styles[address] = self._style(index, height)
        return style

    def _style(self, index: int, height: float) -> Style:
        text_object = pdfium.FPDFText_GetTextObject(self.textpage, index)
        if not text_object:
            return Style(NO_FACE, "#000000", True, height, USUAL_DESCENT * height)
        font = pdfium.FPDFTextObj_GetFont(text_object)
        key = (address_of(font), pdfium.FPDFText_GetFontSize(self.textpage, index), round(height, 2))
        measures = self._measured.get(key)
        if measures is None:  # one font at one size has one descent
            measures = self._measured[key] = self._measures(index)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object)
        color, alpha = fill_color(text_object)
        face = self._face(font, key[0])
        if mode == STROKED:
            face = face._replace(bold=True)
        return Style(face, color, mode not in INVISIBLE_MODES and alpha > 0, *measures)

    def _measures(self, index: int) -> tuple[float, float]:
        """Size and descent of the text object that the character opens."""
        matrix, rect = pdfium.FS_MATRIX(), pdfium.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        size = pdfium.FPDFText_GetFontSize(self.textpage, index)
        if pdfium.FPDFText_GetMatrix(self.textpage, index, matrix):
            size *= math.hypot(matrix.c, matrix.d)
        pdfium.FPDFText_GetLooseCharBox(self.textpage, index, rect)
        height = abs(rect.top - rect.bottom)
        size = size if size > 0 else height
        level = matrix.b == 0 and matrix.a > 0 and pdfium.FPDFText_GetCharOrigin(self.textpage, index, x, y)
        return size, y.value - rect.bottom if level else USUAL_DESCENT * size

    def _face(self, font: Any, address: int) -> Face:
        if not address:
            return NO_FACE
        face = self._faces.get(address)
        if face is None:
            face = self._faces[address] = face_of(font)
        return face


def face_of(font: Any) -> Face:
    """`font` is a raw FPDF_FONT; its name comes without the subset prefix."""
    name = _font_name(font)
    flags = pdfium.FPDFFont_GetFlags(font)
    bold = (
        bool(_BOLD_NAME.search(name))
        or pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
        or (flags >= 0 and bool(flags & FORCE_BOLD))
    )
    italic = bool(_ITALIC_NAME.search(name)) or (flags >= 0 and bool(flags & ITALIC))
    return Face(name, bold, italic, is_symbol_font(name))


def _font_name(font: Any) -> str:
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    return _SUBSET.sub("", buffer.value.decode("utf-8", errors="replace"))


def fill_color(page_object: Any) -> tuple[str, int]:
    """The fill as "#rrggbb" and its alpha (0–255); black where the object states none."""
    return _color(page_object, pdfium.FPDFPageObj_GetFillColor)


def stroke_color(page_object: Any) -> tuple[str, int]:
    return _color(page_object, pdfium.FPDFPageObj_GetStrokeColor)


def _color(page_object: Any, getter: Any) -> tuple[str, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not getter(page_object, red, green, blue, alpha):
        return "#000000", 255
    return f"#{red.value:02x}{green.value:02x}{blue.value:02x}", alpha.value
