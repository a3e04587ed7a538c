"""A page's text layer as words on the page as displayed, whatever direction its text was drawn in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import compress, repeat
from operator import not_
from typing import Any

import numpy as np

from report_extract.model.base import Box
from report_extract.read.pdf.chars import Bools, Chars, Floats, chars_of
from report_extract.read.pdf.frames import Frame, displayed_turn, frames_of, upright_view, user_boxes
from report_extract.read.pdf.repair import without_repetitions
from report_extract.read.pdf.styles import Styles
from report_extract.read.pdf.symbols import SOFT_HYPHENS, repaired, unreadable
from report_extract.read.pdf.view import View
from report_extract.read.pdf.words import Fragments
from report_extract.read.rawpage import Word

MAX_CHARACTERS = 400_000
"""Per page; the densest printed pages hold 20,000. More is an attack or a data dump."""
HIDDEN_SHARE = 10
"""Text without ink counts only where it is more than so many times the visible text: the text layer of a scan."""

_as_box: partial[Box] = partial(tuple.__new__, Box)
_as_word: partial[Word] = partial(tuple.__new__, Word)
"""From a tuple of the fields: half the cost of the types' own constructors, which name each field."""


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
        words, inked = _words(frame, chars, view, styles)
        visible += words if all(inked) else compress(words, inked)
        hidden += () if all(inked) else compress(words, map(not_, inked))
    words = visible if not hidden or _ink(visible) * HIDDEN_SHARE >= _ink(hidden) else hidden + visible
    return TextLayer(
        words=tuple(without_repetitions(words)),
        view=view,
        unreadable_characters=sum(unreadable(w.text) for w in words if not w.text.isascii()),
        cut=len(chars.text) >= MAX_CHARACTERS,
    )


def _ink(words: list[Word]) -> int:
    return sum(len(w.text) for w in words)


def _words(frame: Frame, chars: Chars, view: View, styles: Styles) -> tuple[list[Word], list[bool]]:
    """The frame's words on the displayed page, and for each whether it has ink."""
    parts = frame.parts
    x0, top, x1, bottom = view.boxes(*user_boxes(frame))
    seen = _inside(view, (x0 + x1) / 2, (top + bottom) / 2)
    starts = parts.chosen[parts.first[seen]].tolist()
    looks = styles.of(starts, heights=(parts.top - parts.bottom)[seen].tolist())
    if not looks:
        return [], []
    names, bold, italic, symbols, colors, visible, sizes, descents = zip(*looks, strict=True)
    columns = (
        _texts(parts, chars, seen),
        map(_as_box, zip(*(side[seen].tolist() for side in (x0, top, x1, bottom)), strict=True)),
        sizes,
        names,
        bold,
        italic,
        colors,
        repeat(displayed_turn(frame.direction, view) in (0, 180), len(looks)),
        (bottom[seen] - np.array(descents)).tolist(),
        parts.spaced[seen].tolist(),
        _hyphens(parts, chars)[seen].tolist(),
    )
    words = list(map(_as_word, zip(*columns, strict=True)))
    odd = ~_plain(parts, chars)[seen]
    return _repaired(words, list(visible), odd=odd | np.array(symbols) if any(symbols) else odd)


def _inside(view: View, x: Floats, y: Floats) -> Bools:
    """Whether a point is on the page."""
    inside: Bools = (x >= 0) & (x <= view.width) & (y >= 0) & (y <= view.height)
    return inside


def _texts(parts: Fragments, chars: Chars, seen: Bools) -> list[str]:
    """The characters of the words; those in between that were left out (spaces, repetitions) are not theirs."""
    first, last = parts.first[seen], parts.last[seen]
    start, end = parts.chosen[first], parts.chosen[last]
    text = chars.text
    texts = [text[a:b] for a, b in zip(start.tolist(), (end + 1).tolist(), strict=True)]
    for i in np.flatnonzero(end - start != last - first).tolist():
        texts[i] = "".join([text[k] for k in parts.chosen[first[i] : last[i] + 1].tolist()])
    return texts


def _hyphens(parts: Fragments, chars: Chars) -> Bools:
    """Which words end in a hyphen without being one."""
    hyphens: Bools = (chars.code[parts.chosen[parts.last]] == ord("-")) & (parts.last > parts.first)
    return hyphens


def _plain(parts: Fragments, chars: Chars) -> Bools:
    """Which words hold printable ASCII alone, of which there is nothing to repair."""
    code = chars.code[parts.chosen]
    plain: Bools = np.logical_and.reduceat((code >= 0x20) & (code < 0x7F), parts.first)
    return plain


def _repaired(words: list[Word], visible: list[bool], *, odd: Bools) -> tuple[list[Word], list[bool]]:
    """With the odd words as a person reads them; one of which nothing remains is left out."""
    empty: set[int] = set()
    for i in np.flatnonzero(odd).tolist():
        word = words[i]
        soft = word.text[-1] in SOFT_HYPHENS
        text = repaired(word.text, font=word.font) + ("-" if soft else "")
        words[i] = word._replace(text=text, hyphen=word.hyphen or soft)
        if not text:
            empty.add(i)
    if not empty:
        return words, visible
    kept = [i for i in range(len(words)) if i not in empty]
    return [words[i] for i in kept], [visible[i] for i in kept]
