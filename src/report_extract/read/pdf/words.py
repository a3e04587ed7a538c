"""Characters → words, by geometry: real spaces and gaps decide, never text objects or the stream's line breaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from report_extract.read.pdf.chars import Bools, Chars, Floats, Ints
from report_extract.read.pdf.direct import pointer
from report_extract.read.pdf.styles import text_object_of

SPACES = np.array([0x20, 0xA0, 0x09, 0x0A, 0x0D, 0x0B, 0x0C, 0x2028, 0x2029, 0x3000, *range(0x2000, 0x200C)])
WORD_GAP = 0.13
"""Heights of the font's box (1.17 em on average). Word spaces are 0.2 em and more (0.25 is usual, justified lines
squeeze it to 0.17); kerning stays below 0.1."""
TRUSTED_GAP = 0.19
"""Heights, on a line that writes its spaces as characters: a smaller gap is a wrong advance width, not a space."""
KERNED_GAP = 0.12
"""Heights, on a line whose letters otherwise touch: a space between capitals that kerning pulls together ("P A") is
0.13, and the text layer may lack its character."""
EVEN_GAP = 0.03
UNEVEN_SHARE = 0.05
"""Heights between letters that touch, and the share of gaps that may be wider where advance widths are right."""
TRACKED_GAP = 0.05
"""Heights between most letters of a run: it is letter-spaced."""
TRACKED_SHARE = 0.6
HARD_GAP = 1.0
"""Heights. Wider gaps end a run, so that letter-spacing is judged within one stretch of text."""
BACKWARDS = -0.5
SAME_LINE = 0.5
"""Share of the lower character's height that must overlap."""
RAISED = 0.15
SMALLER = 0.8
"""A digit raised by this share of the size and set at most this large is a footnote mark or exponent."""
DOUBLED = 0.2
"""Ems between a character and its repetition when bold is faked by printing twice (offsets are under 0.05 em)."""


@dataclass(frozen=True, slots=True)
class Fragments:
    """Words as slices of a frame's characters: `first`/`last` index `chosen`, which indexes the page's characters."""

    chosen: Ints
    first: Ints
    last: Ints
    spaced: Bools
    x0: Floats
    bottom: Floats
    x1: Floats
    top: Floats


def fragments(
    chars: Chars, chosen: Ints, *, x0: Floats, bottom: Floats, x1: Floats, top: Floats, page: Any
) -> Fragments:
    """Splits the chosen characters (stream order; boxes in a frame where they run left to right) into words.

    `page` is the raw text page, asked only where one character seems to stand on another.
    """
    code = chars.code[chosen]
    kept = np.flatnonzero(~_is_space(code))
    again = _doubled(page, chosen[kept], code[kept], x0[kept], x1[kept], bottom[kept], top[kept])
    kept = kept[~again]
    code, chosen, x0, bottom, x1, top = code[kept], chosen[kept], x0[kept], bottom[kept], x1[kept], top[kept]
    if len(chosen) == 0:
        empty = np.zeros(0)
        none = np.zeros(0, dtype=np.int64)
        return Fragments(none, none, none, np.zeros(0, dtype=bool), empty, empty, empty, empty)
    gaps, spaced, hard = _gaps(chars, chosen, x0, bottom, x1, top)
    breaks = hard | spaced | (gaps > _thresholds(gaps, spaced, hard))
    breaks |= _marks(code, bottom, top)
    first = np.concatenate(([0], np.flatnonzero(breaks) + 1))
    last = np.concatenate((first[1:] - 1, [len(chosen) - 1]))
    return Fragments(
        chosen=chosen,
        first=first,
        last=last,
        spaced=np.concatenate(([True], spaced[first[1:] - 1])),
        x0=np.minimum.reduceat(x0, first),
        bottom=np.minimum.reduceat(bottom, first),
        x1=np.maximum.reduceat(x1, first),
        top=np.maximum.reduceat(top, first),
    )


def _doubled(page: Any, chosen: Ints, code: Ints, x0: Floats, x1: Floats, bottom: Floats, top: Floats) -> Bools:
    """Marks a character printed again on the one just before it (fake bold as "HHeelllloo").

    Two characters with one and the same box in one text object are a single glyph ("tt" as a ligature), not a repeat.
    """
    again = np.zeros(len(code), dtype=np.bool_)
    same = np.flatnonzero(code[1:] == code[:-1]) + 1
    height = top[same] - bottom[same]
    near = np.minimum(x1[same] - x0[same], DOUBLED * height)
    shift, rise = np.abs(x0[same] - x0[same - 1]), np.abs(bottom[same] - bottom[same - 1])
    again[same] = (shift < 0.5 * near) & (rise < 0.1 * height)
    for i in np.flatnonzero(again):
        if x0[i] == x0[i - 1] and x1[i] == x1[i - 1]:
            again[i] = not _one_object(page, int(chosen[i - 1]), int(chosen[i]))
    return again


def _one_object(page: Any, first: int, second: int) -> bool:
    asked = pointer(page)
    owner = text_object_of(asked, first)
    return owner is not None and owner == text_object_of(asked, second)


def _gaps(
    chars: Chars, chosen: Ints, x0: Floats, bottom: Floats, x1: Floats, top: Floats
) -> tuple[Floats, Bools, Bools]:
    """Between neighbours: the gap in heights, whether a real space stands there, and whether the text jumps."""
    size = np.maximum(top - bottom, 0.1)
    larger = np.maximum(size[1:], size[:-1])
    gaps = (x0[1:] - x1[:-1]) / larger
    gaps[(x0[1:] == x0[:-1]) & (x1[1:] == x1[:-1])] = 0.0  # one glyph that stands for several characters
    shared = np.minimum(top[1:], top[:-1]) - np.maximum(bottom[1:], bottom[:-1])
    hard = (shared < SAME_LINE * np.minimum(size[1:], size[:-1])) | (gaps < BACKWARDS) | (gaps > HARD_GAP)
    real = _is_space(chars.code) & ((chars.top > chars.bottom) | (chars.x1 > chars.x0))  # pdfium's own have no extent
    spaces = np.cumsum(real)
    spaced = (spaces[chosen[1:]] > spaces[chosen[:-1]]) & ~hard
    return gaps, spaced, hard


_SPACE_TABLE = np.zeros(SPACES.max() + 2, dtype=np.bool_)
_SPACE_TABLE[SPACES] = True


def _is_space(code: Ints) -> Bools:
    return np.asarray(_SPACE_TABLE[np.minimum(code, len(_SPACE_TABLE) - 1)], dtype=np.bool_)


def _thresholds(gaps: Floats, spaced: Bools, hard: Bools) -> Floats:
    """The gap that ends a word, for each pair of neighbours: higher on letter-spaced runs and where spaces are real."""
    limit = np.full(len(gaps), WORD_GAP)
    if len(gaps) == 0:
        return limit
    starts = np.concatenate(([0], np.flatnonzero(hard[:-1]) + 1))
    inside = ~spaced & ~hard
    pairs = np.add.reduceat(inside.astype(np.int64), starts)
    tracked = np.add.reduceat((inside & (gaps > TRACKED_GAP)).astype(np.int64), starts)
    real = np.add.reduceat(spaced.astype(np.int64), starts)
    ends = np.concatenate((starts[1:], [len(gaps)]))
    uneven = np.add.reduceat((inside & (gaps > EVEN_GAP)).astype(np.int64), starts)
    trusted = np.where(uneven <= 1 + UNEVEN_SHARE * pairs, KERNED_GAP, TRUSTED_GAP)
    limit = np.where(np.repeat(real > 0, ends - starts), np.repeat(trusted, ends - starts), limit)
    for run in np.flatnonzero((pairs >= 2) & (tracked >= TRACKED_SHARE * pairs)):
        part = slice(starts[run], ends[run])
        usual = float(np.median(gaps[part][inside[part]]))
        limit[part] = usual + (TRUSTED_GAP if real[run] else WORD_GAP)
    return limit


def _marks(code: Ints, bottom: Floats, top: Floats) -> Bools:
    """Before a raised small digit or asterisk: a footnote mark must not read as part of a number or word."""
    marks = ((code >= 0x30) & (code <= 0x39)) | (code == 0x2A)
    i = np.flatnonzero(marks[1:]) + 1
    before, size = np.maximum(top[i - 1] - bottom[i - 1], 0.1), np.maximum(top[i] - bottom[i], 0.1)
    marks[i] = (bottom[i] - bottom[i - 1] > RAISED * before) & (size < SMALLER * before)
    return np.asarray(marks[1:], dtype=np.bool_)
