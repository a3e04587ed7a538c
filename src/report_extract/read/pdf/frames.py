"""Characters by writing direction: each direction gets a frame in which its text runs from left to right."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium

from report_extract.read.pdf.chars import Chars, Floats, Ints
from report_extract.read.pdf.view import View
from report_extract.read.pdf.words import Fragments, fragments

ASCENT, DESCENT = 0.76, 0.24
"""Shares of the size above and below the baseline, for slanted text, whose loose boxes do not lie along it."""
LEVEL = math.cos(math.radians(15))
TURNED_PAGE = 0.8
TURNED_PAGE_LEAST = 40
"""A page whose text (this share, at least so many characters) runs another way is displayed turned."""
_TURNS = {0: (1, 0), 90: (0, -1), 180: (-1, 0), 270: (0, 1)}


class Direction(NamedTuple):
    """Unit vector of the writing direction in user space, rounded so that equal directions compare equal."""

    x: float
    y: float


RIGHT = Direction(1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """Characters of one direction, as word fragments in coordinates that run along it."""

    direction: Direction
    parts: Fragments


def frames_of(textpage: Any, chars: Chars) -> Iterator[Frame]:
    """The level text first, then each other direction."""
    for angle in np.unique(chars.angle) if chars.angle.any() else chars.angle[:1]:
        direction = Direction(round(math.cos(angle), 2), round(-math.sin(angle), 2))
        chosen = np.flatnonzero(chars.angle == angle)
        if 0.0 in direction:
            boxes = _along(direction, chars.x0[chosen], chars.bottom[chosen], chars.x1[chosen], chars.top[chosen])
        else:
            boxes = _slanted(textpage, chosen, direction)
        x0, bottom, x1, top = boxes
        yield Frame(direction, fragments(chars, chosen, x0=x0, bottom=bottom, x1=x1, top=top, page=textpage))


def user_boxes(frame: Frame) -> tuple[Floats, Floats, Floats, Floats]:
    """The words' boxes back in user space: left, bottom, right, top."""
    parts, (x, y) = frame.parts, frame.direction
    return _along(Direction(x, -y), parts.x0, parts.bottom, parts.x1, parts.top)


def _along(
    direction: Direction, x0: Floats, bottom: Floats, x1: Floats, top: Floats
) -> tuple[Floats, Floats, Floats, Floats]:
    """Boxes of user space in the frame of a direction: left, bottom, right, top."""
    if direction == RIGHT:
        return x0, bottom, x1, top
    u = np.stack([x * direction.x + y * direction.y for x in (x0, x1) for y in (bottom, top)])
    v = np.stack([y * direction.x - x * direction.y for x in (x0, x1) for y in (bottom, top)])
    return u.min(axis=0), v.min(axis=0), u.max(axis=0), v.max(axis=0)


def _slanted(textpage: Any, chosen: Ints, direction: Direction) -> tuple[Floats, Floats, Floats, Floats]:
    """From each origin to the far edge of the ink, and the size's share above and below the baseline."""
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    matrix = pdfium.FS_MATRIX()
    boxes = np.zeros((len(chosen), 4))
    for row, index in enumerate(chosen.tolist()):
        pdfium.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        pdfium.FPDFText_GetMatrix(textpage, index, matrix)
        size = pdfium.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.c, matrix.d)
        start = x.value * direction.x + y.value * direction.y
        base = y.value * direction.x - x.value * direction.y
        end = max(
            cx * direction.x + cy * direction.y for cx in (left.value, right.value) for cy in (bottom.value, top.value)
        )
        boxes[row] = start, base - DESCENT * size, max(end, start), base + ASCENT * size
    return boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]


def upright_view(view: View, frames: list[Frame]) -> View:
    """The view, turned by a quarter or half where nearly all text would be displayed turned."""
    weights: dict[int, int] = {}
    for frame in frames:
        turn = displayed_turn(frame.direction, view)
        if turn is not None:
            weights[turn] = weights.get(turn, 0) + len(frame.parts.chosen)
    total = sum(weights.values())
    turn, weight = max(weights.items(), key=lambda item: item[1], default=(0, 0))
    if turn and total >= TURNED_PAGE_LEAST and weight >= TURNED_PAGE * total:
        return view.turned(turn)
    return view


def displayed_turn(direction: Direction, view: View) -> int | None:
    """Clockwise degrees (0, 90, 180, 270) that would bring the displayed direction level; None for slanted text."""
    x0, y0 = view.point(0.0, 0.0)
    x1, y1 = view.point(direction.x, direction.y)
    for turn, (tx, ty) in _TURNS.items():
        if (x1 - x0) * tx + (y1 - y0) * ty > LEVEL:
            return turn
    return None
