"""Every character of a page's text layer, with its box, as arrays: the only loop over single characters."""

from __future__ import annotations

import ctypes
import threading
from collections import deque
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from report_extract.read.pdf.direct import Argument, Places, direct, pointer

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

TURNED = 0.02
"""Radians off level from which a character counts as turned; scanners and shears stay below."""
SAME_HEIGHT = 0.02
"""Ems: characters of one level run share bottom and top to this."""
FAR = 2.0
"""Ems: a following character nearer than this, on the same height, shows that its run is level."""
AT_ONCE = 4_096
"""Boxes asked for in one go: the characters of a full page."""

_loose_char_box = direct(pdfium.FPDFText_GetLooseCharBox)
_unicode = direct(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
_char_angle = direct(pdfium.FPDFText_GetCharAngle, ctypes.c_float)


@dataclass(frozen=True, slots=True)
class Chars:
    """Parallel arrays, one entry per character in stream order; boxes in user space (y up).

    `text` has exactly one code point per entry. For level text `x0, x1` are the advance extents and `bottom, top` the
    font's descent and ascent; turned text has them turned. `angle` is the writing direction in radians clockwise, 0 for
    text that runs left to right.
    """

    text: str
    code: Ints
    x0: Floats
    bottom: Floats
    x1: Floats
    top: Floats
    angle: Floats


class _Boxes(threading.local):
    """Where pdfium writes characters' boxes; made once for each thread."""

    def __init__(self) -> None:
        self.places = Places(pdfium.FS_RECTF, AT_ONCE)
        self.table = np.frombuffer(self.places.values, dtype=np.float32).reshape(AT_ONCE, 4)


_BOXES = _Boxes()


def chars_of(textpage: Any, *, limit: int) -> Chars:
    """`textpage` is a raw FPDF_TEXTPAGE; characters after the first `limit` are left out."""
    count = max(0, min(pdfium.FPDFText_CountChars(textpage), limit))
    page = pointer(textpage)
    x0, top, x1, bottom = _boxes(page, count)
    text = _text(textpage, count)
    code = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    angle = _angles(page, x0, bottom, x1, top)
    return Chars(text=text, code=code, x0=x0, bottom=bottom, x1=x1, top=top, angle=angle)


def _boxes(page: Argument, count: int) -> Floats:
    """The font's box of each character, as rows left, top, right, bottom; zeros where pdfium knows none."""
    boxes = np.empty((4, count))
    places, table = _BOXES.places.arguments, _BOXES.table
    for start in range(0, count, AT_ONCE):
        end = min(start + AT_ONCE, count)
        table[: end - start] = 0.0
        deque(map(_loose_char_box, repeat(page), range(start, end), places), maxlen=0)
        boxes[:, start:end] = table[: end - start].T
    return boxes


def _angles(page: Argument, x0: Floats, bottom: Floats, x1: Floats, top: Floats) -> Floats:
    """Asks for the angle only where no neighbour tells it: one more call a character would double the cost."""
    angles = np.zeros(len(x0))
    if len(x0) == 0:
        return angles
    size = np.maximum(top - bottom, 0.1)
    linked = _steps(bottom, top, size) & (np.diff(x0) >= 0) & (x0[1:] - x1[:-1] < FAR * size[1:])
    alone = np.ones(len(x0), dtype=np.bool_)
    alone[1:] &= ~linked
    alone[:-1] &= ~linked
    upright = np.zeros(len(x0), dtype=np.bool_)
    upright[1:] = alone[1:] & alone[:-1] & _steps(x0, x1, np.maximum(x1 - x0, 0.1))
    for i in np.flatnonzero(alone & ~upright).tolist():
        angle = _char_angle(page, i)
        angles[i] = angle if TURNED < angle < 2 * np.pi - TURNED else 0.0
    source = np.maximum.accumulate(np.where(upright, 0, np.arange(len(x0))))
    return np.where(upright, angles[source], angles)


def _steps(low: Floats, high: Floats, size: Floats) -> Bools:
    """Whether each character has the extent of the one before."""
    same: Bools = (np.abs(np.diff(low)) < SAME_HEIGHT * size[1:]) & (np.abs(np.diff(high)) < SAME_HEIGHT * size[1:])
    return same


def _text(textpage: Any, count: int) -> str:
    """One code point per character. The bulk call drops characters without a code, so its length is compared first."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    units = np.frombuffer(bytes(buffer), dtype=np.uint16)[:count]
    if written - 1 == count and not _is_surrogate(units).any():
        return units.tobytes().decode("utf-16-le")
    page = pointer(textpage)
    codes = [_unicode(page, i) for i in range(count)]
    return "".join(map(_character, [0, *codes[:-1]], codes, [*codes[1:], 0]))


def _is_surrogate(units: npt.NDArray[np.uint16]) -> Bools:
    surrogate: Bools = (units >= _HIGH) & (units < _END)
    return surrogate


_HIGH, _LOW, _END = 0xD800, 0xDC00, 0xE000
"""UTF-16: high surrogates, low surrogates, the first code after them."""
JOINED = "\u2060"
"""Stands for the second half of a pair, so that text and boxes stay in step; text repair takes it out."""


def _character(before: int, code: int, after: int) -> str:
    """The character of a code between its neighbours: pdfium hands out emoji as two halves, one after the other."""
    if _HIGH <= code < _LOW <= after < _END:
        return chr(0x10000 + ((code - _HIGH) << 10) + after - _LOW)
    if _LOW <= code < _END and _HIGH <= before < _LOW:
        return JOINED
    lone_surrogate = _HIGH <= code < _END
    return "\ufffd" if code == 0 or code > 0x10FFFF or lone_surrogate else chr(code)
