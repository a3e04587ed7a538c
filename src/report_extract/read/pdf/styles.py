"""Font, weight and colour of the text object that a character belongs to, asked once per object and font."""

from __future__ import annotations

import ctypes
import math
import re
import struct
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from report_extract.read.pdf.direct import Argument, Places, at_address, direct, handles, pointer
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
LONGEST_NAME = 1_024
"""Bytes; PDF 32000-1 (annex C) lets a name have 127."""
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
    """A face with its colour; `size` in points; `descent` is how far the characters' boxes reach below the baseline,
    in points."""

    name: str
    bold: bool
    italic: bool
    symbols: bool
    color: str
    visible: bool
    size: float
    descent: float


NO_FACE = Face("", False, False, False)
NO_MATRIX = (0.0, 1.0, 1.0, 0.0, 0.0, 0.0)
"""For a character whose matrix is unknown: it keeps its font's size, and whether it is level is unknown too."""

text_object_of = handles(pdfium.FPDFText_GetTextObject)
"""(text page, index) → address of the character's text object, None for a generated character."""
_font_of = handles(pdfium.FPDFTextObj_GetFont)
_font_size = direct(pdfium.FPDFText_GetFontSize, ctypes.c_double)
_render_mode = direct(pdfium.FPDFTextObj_GetTextRenderMode)
_get_matrix = direct(pdfium.FPDFText_GetMatrix)
_get_origin = direct(pdfium.FPDFText_GetCharOrigin)
_loose_char_box = direct(pdfium.FPDFText_GetLooseCharBox)
_font_flags = direct(pdfium.FPDFFont_GetFlags)
_font_weight = direct(pdfium.FPDFFont_GetWeight)
_get_name = direct(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t)
_get_fill = direct(pdfium.FPDFPageObj_GetFillColor)
_get_stroke = direct(pdfium.FPDFPageObj_GetStrokeColor)


class Styles:
    """Styles of one page's text objects, by address; addresses die with the page."""

    def __init__(self, textpage: Any) -> None:
        """`textpage` is a raw FPDF_TEXTPAGE."""
        self._page = pointer(textpage)
        self._colors = Colors()
        self._styles: dict[int | None, Style] = {}
        self._faces: dict[int, Face] = {}
        self._looks: dict[tuple[tuple[int, float, float], int, tuple[str, int]], Style] = {}
        self._measured: dict[tuple[int, float, float], tuple[float, float]] = {}
        self._matrix, self._box = Places(ctypes.c_float, 6), Places(ctypes.c_float, 4)
        self._origin = Places(ctypes.c_double, 2)

    def of(self, characters: Sequence[int], *, heights: Sequence[float]) -> list[Style]:
        """The style of each of the text page's characters, whose boxes are so many points high."""
        known = self._styles
        return [
            known.get(address) or self._learnt(address, index, height)
            for address, index, height in zip(
                map(text_object_of, repeat(self._page), characters), characters, heights, strict=True
            )
        ]

    def _learnt(self, address: int | None, index: int, height: float) -> Style:
        style = self._styles[address] = self._style(address, index, height)
        return style

    def _style(self, address: int | None, index: int, height: float) -> Style:
        if address is None:
            return Style(*NO_FACE, "#000000", True, height, USUAL_DESCENT * height)
        text_object = at_address(address)
        font = _font_of(text_object) or 0
        measured = (font, _font_size(self._page, index), round(height, 2))
        mode = _render_mode(text_object)
        key = (measured, mode, self._colors.fill(text_object))
        style = self._looks.get(key)
        if style is None:
            style = self._looks[key] = self._look(index, *key)
        return style

    def _look(self, index: int, measured: tuple[int, float, float], mode: int, fill: tuple[str, int]) -> Style:
        font, size, _ = measured
        measures = self._measured.get(measured)
        if measures is None:  # one font at one size has one descent
            measures = self._measured[measured] = self._measures(index, size)
        face = self._face(font)
        if mode == STROKED:
            face = face._replace(bold=True)
        color, alpha = fill
        return Style(*face, color, mode not in INVISIBLE_MODES and alpha > 0, *measures)

    def _measures(self, index: int, size: float) -> tuple[float, float]:
        """Size and descent of the text object that the character opens; `size` is the font's, before any matrix."""
        to_matrix, to_box, to_origin = self._matrix.arguments[0], self._box.arguments[0], self._origin.arguments
        a, b, c, d, _, _ = self._matrix.values if _get_matrix(self._page, index, to_matrix) else NO_MATRIX
        size *= math.hypot(c, d)
        _, top, _, bottom = self._box.values if _loose_char_box(self._page, index, to_box) else (0.0,) * 4
        size = size if size > 0 else abs(top - bottom)
        level = b == 0 and a > 0 and _get_origin(self._page, index, *to_origin)
        return size, self._origin.values[1] - bottom if level else USUAL_DESCENT * size

    def _face(self, font: int) -> Face:
        """The face of the font at this address, 0 for none."""
        if not font:
            return NO_FACE
        face = self._faces.get(font)
        if face is None:
            face = self._faces[font] = self._face_at(at_address(font))
        return face

    def _face_at(self, font: Argument) -> Face:
        name = ctypes.create_string_buffer(LONGEST_NAME)
        known = _get_name(font, name, LONGEST_NAME) <= LONGEST_NAME
        return _face_of(name.value if known else b"", _font_flags(font), _font_weight(font))


@lru_cache(maxsize=1_024)
def _face_of(base_font: bytes, flags: int, weight: int) -> Face:
    """From the font's name, from which the subset prefix is taken, its flags (-1: unknown) and its weight."""
    name = _SUBSET.sub("", base_font.decode("utf-8", errors="replace"))
    bold = bool(_BOLD_NAME.search(name)) or weight >= BOLD_WEIGHT or (flags >= 0 and bool(flags & FORCE_BOLD))
    italic = bool(_ITALIC_NAME.search(name)) or (flags >= 0 and bool(flags & ITALIC))
    return Face(name, bold, italic, is_symbol_font(name))


NO_COLOR = ("#000000", 255)


class Colors:
    """Fill and stroke of page objects as "#rrggbb" with alpha (0–255); black where an object states none."""

    def __init__(self) -> None:
        self._places = Places(ctypes.c_uint, 4)

    def fill(self, item: Argument) -> tuple[str, int]:
        return self._color(item, _get_fill)

    def stroke(self, item: Argument) -> tuple[str, int]:
        return self._color(item, _get_stroke)

    def _color(self, item: Argument, getter: Any) -> tuple[str, int]:
        if not getter(item, *self._places.arguments):
            return NO_COLOR
        return _named(bytes(self._places.values))


@lru_cache(maxsize=1_024)
def _named(values: bytes) -> tuple[str, int]:
    red, green, blue, alpha = struct.unpack("4I", values)
    return f"#{red:02x}{green:02x}{blue:02x}", alpha
