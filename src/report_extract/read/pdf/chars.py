"""Every character of a page's text layer, with its box, as arrays: the only loop over single characters."""

from __future__ import annotations

import ctypes
from collections import deque
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from report_extract.read.pdf.direct import address_of, loose_char_box

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

TURNED = 0.02
"""Radians off level from which a character counts as turned; scanners and shears stay below."""
SAME_HEIGHT = 0.02
"""Ems: characters of one level run share bottom and top to this."""
FAR = 2.0
"""Ems: a following character nearer than this, on the same height, shows that its run is level."""


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


def chars_of(textpage: Any, *, limit: int) -> Chars:
    """`textpage` is a raw FPDF_TEXTPAGE; characters after the first `limit` are left out."""
    count = min(pdfium.FPDFText_CountChars(textpage), limit)
    rects = (pdfium.FS_RECTF * count)()
    first, step = ctypes.addressof(rects), ctypes.sizeof(pdfium.FS_RECTF)
    places = range(first, first + step * count, step)
    deque(map(loose_char_box, repeat(address_of(textpage)), range(count), places), maxlen=0)
    boxes = np.frombuffer(rects, dtype=np.float32).reshape(count, 4).astype(np.float64) if count else np.zeros((0, 4))
    x0, top, x1, bottom = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
    text = _text(textpage, count)
    code = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    angle = _angles(textpage, x0, bottom, x1, top)
    return Chars(text=text, code=code, x0=x0, bottom=bottom, x1=x1, top=top, angle=angle)


def _angles(textpage: Any, x0: Floats, bottom: Floats, x1: Floats, top: Floats) -> Floats:
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
    angle_of = pdfium.FPDFText_GetCharAngle
    for i in np.flatnonzero(alone & ~upright).tolist():
        angle = angle_of(textpage, i)
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
    text = bytes(buffer).decode("utf-16-le", errors="replace")[: max(0, written - 1)]
    if len(text) == count:
        return text
    unicode_of = pdfium.FPDFText_GetUnicode
    return "".join(_character(unicode_of(textpage, i)) for i in range(count))


def _character(code: int) -> str:
    lone_surrogate = 0xD800 <= code <= 0xDFFF
    return "\ufffd" if code == 0 or code > 0x10FFFF or lone_surrogate else chr(code)
