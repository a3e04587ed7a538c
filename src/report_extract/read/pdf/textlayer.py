"""A page's text layer as words on the page as displayed, whatever direction its text was drawn in."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as pdfium

from report_extract.model.base import Box
from report_extract.read.pdf.chars import Chars, Ints, chars_of
from report_extract.read.pdf.repair import without_repetitions
from report_extract.read.pdf.styles import Styles
from report_extract.read.pdf.symbols import SOFT_HYPHENS, repaired, unreadable
from report_extract.read.pdf.view import View
from report_extract.read.pdf.words import Fragments, fragments
from report_extract.read.rawpage import Word

MAX_CHARACTERS = 400_000
"""Per page; the densest printed pages hold 20,000. More is an attack or a data dump."""
ASCENT, DESCENT = 0.76, 0.24
"""Shares of the size above and below the baseline, for turned text, whose loose boxes pdfium does not give."""
LEVEL = math.cos(math.radians(15))
TURNED_PAGE = 0.8
TURNED_PAGE_LEAST = 40
"""A page whose text (this share, at least so many characters) runs another way is displayed turned."""


class Direction(NamedTuple):
    """Unit vector of the writing direction in user space, rounded so that equal directions compare equal."""

    x: float
    y: float


RIGHT = Direction(1.0, 0.0)


@dataclass(frozen=True, slots=True)
class TextLayer:
    words: tuple[Word, ...]
    view: View
    unreadable_characters: int
    cut: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    """Characters of one direction, as word fragments in coordinates that run along it."""

    direction: Direction
    parts: Fragments


def text_layer(textpage: Any, view: View) -> TextLayer:
    """`textpage` is a raw FPDF_TEXTPAGE. The view comes back turned where nearly all text runs another way."""
    chars = chars_of(textpage, limit=MAX_CHARACTERS)
    frames = list(_frames(textpage, chars))
    view = _upright_view(view, frames)
    styles = Styles(textpage)
    unreadable_characters = 0
    visible: list[Word] = []
    hidden: list[Word] = []
    for frame in frames:
        for word, shown in _words(frame, chars, view, styles):
            unreadable_characters += unreadable(word.text)
            if word.text and 0 <= word.box.center[0] <= view.width and 0 <= word.box.center[1] <= view.height:
                (visible if shown else hidden).append(word)
    words = visible if _ink(visible) * 10 >= _ink(hidden) else hidden + visible
    return TextLayer(
        words=tuple(without_repetitions(words)),
        view=view,
        unreadable_characters=unreadable_characters,
        cut=len(chars.text) >= MAX_CHARACTERS,
    )


def _ink(words: list[Word]) -> int:
    return sum(len(w.text) for w in words)


def _frames(textpage: Any, chars: Chars) -> Iterator[_Frame]:
    level = np.flatnonzero(~chars.turned)
    if len(level):
        boxes = {"x0": chars.x0, "bottom": chars.bottom, "x1": chars.x1, "top": chars.top}
        yield _Frame(RIGHT, fragments(chars, level, **{k: v[level] for k, v in boxes.items()}, page=textpage))
    turned: dict[Direction, list[tuple[int, float, float, float, float]]] = {}
    for i in np.flatnonzero(chars.turned).tolist():
        placed = _turned_character(textpage, chars, i)
        if placed is not None:
            turned.setdefault(placed[0], []).append((i, *placed[1]))
    for direction, entries in turned.items():
        columns = np.array([e[1:] for e in entries])
        chosen: Ints = np.array([e[0] for e in entries], dtype=np.int64)
        x0, bottom, x1, top = columns.T
        yield _Frame(direction, fragments(chars, chosen, x0=x0, bottom=bottom, x1=x1, top=top, page=textpage))


def _turned_character(
    textpage: Any, chars: Chars, index: int
) -> tuple[Direction, tuple[float, float, float, float]] | None:
    """Its direction, and its box in a frame that runs along it."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(textpage, index, matrix):
        return None
    length = math.hypot(matrix.a, matrix.b)
    if length == 0:
        return None
    direction = Direction(round(matrix.a / length, 2), round(matrix.b / length, 2))
    if 0.0 in direction:
        xs, ys = (chars.x0[index], chars.x1[index]), (chars.bottom[index], chars.top[index])
        return direction, _along(direction, xs, ys)
    size = pdfium.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.c, matrix.d)
    return direction, _slanted(textpage, index, direction, size)


def _slanted(textpage: Any, index: int, direction: Direction, size: float) -> tuple[float, float, float, float]:
    """From the origin to the far edge of the ink, and the size's share above and below the baseline."""
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    pdfium.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
    start, base, *_ = _along(direction, (x.value, x.value), (y.value, y.value))
    end = _along(direction, (left.value, right.value), (bottom.value, top.value))[2]
    return start, base - DESCENT * size, max(end, start), base + ASCENT * size


def _along(direction: Direction, xs: tuple[float, float], ys: tuple[float, float]) -> tuple[float, float, float, float]:
    """A user-space box in the frame of a direction: left, bottom, right, top."""
    u = [x * direction.x + y * direction.y for x in xs for y in ys]
    v = [y * direction.x - x * direction.y for x in xs for y in ys]
    return min(u), min(v), max(u), max(v)


def _upright_view(view: View, frames: list[_Frame]) -> View:
    """The view, turned by a quarter or half where nearly all text would be displayed turned."""
    weights: dict[int, int] = {}
    for frame in frames:
        turn = _displayed_turn(frame.direction, view)
        if turn is not None:
            weights[turn] = weights.get(turn, 0) + len(frame.parts.chosen)
    total = sum(weights.values())
    turn, weight = max(weights.items(), key=lambda item: item[1], default=(0, 0))
    if turn and total >= TURNED_PAGE_LEAST and weight >= TURNED_PAGE * total:
        return view.turned(turn)
    return view


def _displayed_turn(direction: Direction, view: View) -> int | None:
    """Clockwise degrees (0, 90, 180, 270) that would bring the displayed direction level; None for slanted text."""
    x, y = _displayed(direction, view)
    for turn, (tx, ty) in {0: (1, 0), 90: (0, -1), 180: (-1, 0), 270: (0, 1)}.items():
        if x * tx + y * ty > LEVEL:
            return turn
    return None


def _displayed(direction: Direction, view: View) -> tuple[float, float]:
    x0, y0 = view.point(0.0, 0.0)
    x1, y1 = view.point(direction.x, direction.y)
    return x1 - x0, y1 - y0


def _words(frame: _Frame, chars: Chars, view: View, styles: Styles) -> Iterator[tuple[Word, bool]]:
    """The frame's words on the displayed page, each with whether it has ink."""
    parts = frame.parts
    turn = _displayed_turn(frame.direction, view)
    edges = zip(parts.x0.tolist(), parts.bottom.tolist(), parts.x1.tolist(), parts.top.tolist(), strict=True)
    chosen = parts.chosen.tolist()
    ranges = zip(parts.first.tolist(), parts.last.tolist(), parts.spaced.tolist(), strict=True)
    for (first, last, spaced), (x0, bottom, x1, top) in zip(ranges, edges, strict=True):
        start, end = chosen[first], chosen[last]
        if end - start == last - first:
            printed = chars.text[start : end + 1]
        else:
            printed = "".join(chars.text[k] for k in chosen[first : last + 1])
        style = styles.at(start)
        hyphen = printed[-1] in SOFT_HYPHENS or (printed[-1] == "-" and len(printed) > 1)
        text = repaired(printed, font=style.face.name) + ("-" if printed[-1] in SOFT_HYPHENS else "")
        box = _box(frame.direction, view, x0, bottom, x1, top)
        yield (
            Word(
                text=text,
                box=box,
                size=style.size,
                font=style.face.name,
                bold=style.face.bold,
                italic=style.face.italic,
                color=style.color,
                upright=turn in (0, 180),
                baseline=box.bottom - style.descent,
                space_before=spaced,
                hyphen=hyphen,
            ),
            style.visible,
        )


def _box(direction: Direction, view: View, x0: float, bottom: float, x1: float, top: float) -> Box:
    if direction is RIGHT:
        return view.box(x0, bottom, x1, top)
    ux, uy = direction
    corners = [(u * ux - v * uy, u * uy + v * ux) for u in (x0, x1) for v in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    return view.box(min(xs), min(ys), max(xs), max(ys))
