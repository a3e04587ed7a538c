"""A page's text layer as words on the page as displayed, whatever direction its text was drawn in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from report_extract.model.base import Box
from report_extract.read.pdf.chars import Chars, chars_of
from report_extract.read.pdf.frames import Frame, displayed_turn, frames_of, upright_view, user_boxes
from report_extract.read.pdf.repair import without_repetitions
from report_extract.read.pdf.styles import Styles
from report_extract.read.pdf.symbols import SOFT_HYPHENS, repaired, unreadable
from report_extract.read.pdf.view import View
from report_extract.read.rawpage import Word

MAX_CHARACTERS = 400_000
"""Per page; the densest printed pages hold 20,000. More is an attack or a data dump."""
HIDDEN_SHARE = 10
"""Text without ink counts only where it is more than so many times the visible text: the text layer of a scan."""


@dataclass(frozen=True, slots=True)
class TextLayer:
    words: tuple[Word, ...]
    view: View
    unreadable_characters: int
    cut: bool


def text_layer(textpage: Any, view: View) -> TextLayer:
    """`textpage` is a raw FPDF_TEXTPAGE. The view comes back turned where nearly all text runs another way."""
    chars = chars_of(textpage, limit=MAX_CHARACTERS)
    frames = list(frames_of(textpage, chars))
    view = upright_view(view, frames)
    styles = Styles(textpage)
    visible: list[Word] = []
    hidden: list[Word] = []
    for frame in frames:
        for word, shown in _words(frame, chars, view, styles):
            (visible if shown else hidden).append(word)
    words = visible if _ink(visible) * HIDDEN_SHARE >= _ink(hidden) else hidden + visible
    return TextLayer(
        words=tuple(without_repetitions(words)),
        view=view,
        unreadable_characters=sum(unreadable(w.text) for w in words if not w.text.isascii()),
        cut=len(chars.text) >= MAX_CHARACTERS,
    )


def _ink(words: list[Word]) -> int:
    return sum(len(w.text) for w in words)


def _words(frame: Frame, chars: Chars, view: View, styles: Styles) -> Iterator[tuple[Word, bool]]:
    """The frame's words on the displayed page, each with whether it has ink."""
    upright = displayed_turn(frame.direction, view) in (0, 180)
    parts = frame.parts
    x0s, tops, x1s, bottoms = view.boxes(*user_boxes(frame))
    middle, height = (x0s + x1s) / 2, (tops + bottoms) / 2
    seen = (middle >= 0) & (middle <= view.width) & (height >= 0) & (height <= view.height)
    columns = (x0s, tops, x1s, bottoms, parts.first, parts.last, parts.spaced, parts.top - parts.bottom, seen)
    chosen = parts.chosen.tolist()
    for x0, top, x1, bottom, first, last, spaced, tall, shown in zip(*(c.tolist() for c in columns), strict=True):
        start, end = chosen[first], chosen[last]
        if not shown:
            continue
        if end - start == last - first:
            text = chars.text[start : end + 1]
        else:
            text = "".join(chars.text[k] for k in chosen[first : last + 1])
        (name, bold, italic, symbols), color, visible, size, descent = styles.at(start, height=tall)
        hyphen = text[-1] == "-" and len(text) > 1
        if symbols or not (text.isascii() and text.isprintable()):
            hyphen = hyphen or text[-1] in SOFT_HYPHENS
            text = repaired(text, font=name) + ("-" if text[-1] in SOFT_HYPHENS else "")
            if not text:
                continue
        box = Box(x0, top, x1, bottom)
        baseline = bottom - descent
        yield Word(text, box, size, name, bold, italic, color, upright, baseline, spaced, hyphen), visible
