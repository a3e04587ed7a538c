"""Recognised lines → words as a text layer would give them: size, weight and baseline measured on the ink."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from statistics import median
from typing import Any, NamedTuple

from report_extract.model.base import Box
from report_extract.read.ocr.bitmap import DARK
from report_extract.read.ocr.engine import OcrLine, OcrWord
from report_extract.read.rawpage import Word

FONT = "recognised"

# Heights in em of ordinary text faces: capitals and ascenders, small letters, and what hangs below the baseline.
ASCENT, X_HEIGHT, DESCENT = 0.73, 0.52, 0.21
BOLDER = 1.3  # times the page's usual stroke width relative to size; bold faces have 1.5, scans blur that
_ASCENDING = re.compile(r"[A-Zbdfhijklt0-9£$%&()\[\]/!?'\"“”‘’]")
_DESCENDING = re.compile(r"[gjpqy,;()\[\]]")

# The engine knows Chinese, and takes printed boxes for characters of that look.
BOXES = {"口": "☐", "囗": "☐", "□": "☐", "区": "☒", "図": "☒", "凶": "☒", "⊠": "☒", "☑": "☑", "☒": "☒", "☐": "☐"}
# Where recognition may have lost a space: before a capital or between letters and a number; the paper itself decides.
_SEAM = re.compile(
    r"(?<=[a-z,;])(?=[A-Z])|(?<=[A-Za-z]{2})(?=\d{2})|(?<=\d{2})(?=[A-Za-z]{2})|(?<=[)\].,;:])(?=[A-Za-z(])"
)
SPACE = 0.17  # em; letters of a word stand 0.1 apart at most, a space is 0.25 and more
REACH = 1.0  # em; how far from its estimated place a seam is looked for


class Ink(NamedTuple):
    """A line as measured: size and baseline in pixels, stroke width as a share of the size."""

    size: float
    baseline: float
    stroke: float


def words_of(lines: Iterable[OcrLine], grey: Any, *, scale: float) -> tuple[Word, ...]:
    """Words in points, in the engine's order; `scale` in pixels per point."""
    measured = [(line, _ink(line, grey)) for line in lines if line.words]
    usual = median(ink.stroke for _, ink in measured) if measured else 0.0
    return tuple(
        _word(part, ink, scale, bold=ink.stroke > BOLDER * usual)
        for line, ink in measured
        for word in line.words
        for part in _parted(word, ink, grey)
    )


def _word(word: OcrWord, ink: Ink, scale: float, *, bold: bool) -> Word:
    size, baseline = ink.size / scale, ink.baseline / scale
    box = Box(word.x0 / scale, baseline - ASCENT * size, word.x1 / scale, baseline + DESCENT * size)
    return Word(
        text=BOXES.get(word.text, word.text),
        box=box,
        size=round(size * 2) / 2,
        font=FONT,
        bold=bold,
        italic=False,
        color="#000000",
        baseline=baseline,
    )


def _parted(word: OcrWord, ink: Ink, grey: Any) -> Iterator[OcrWord]:
    """The word, cut where the paper shows a space that recognition lost."""
    start, left = 0, word.x0
    for seam in _SEAM.finditer(word.text):
        unit = (word.x1 - left) / (len(word.text) - start)
        gap = _gap_near(left + (seam.start() - start) * unit, left, word.x1, ink, grey)
        if gap is not None:
            yield word._replace(text=word.text[start : seam.start()], x0=left, x1=gap[0])
            start, left = seam.start(), gap[1]
    yield word._replace(text=word.text[start:], x0=left)


def _gap_near(x: float, left: float, right: float, ink: Ink, grey: Any) -> tuple[float, float] | None:
    """The stretch of blank paper nearest to `x` that is as wide as a space, in pixels."""
    import numpy as np

    first, last = int(max(left, x - REACH * ink.size)), int(min(right, x + REACH * ink.size))
    top, bottom = int(max(0.0, ink.baseline - ASCENT * ink.size)), int(ink.baseline)
    inked = np.nonzero((grey[top:bottom, first:last] < DARK).any(axis=0))[0]
    gaps = np.nonzero(np.diff(inked) - 1 >= SPACE * ink.size)[0]
    if not len(gaps):
        return None
    nearest = min(gaps, key=lambda i: abs(first + (inked[i] + inked[i + 1]) / 2 - x))
    return float(first + inked[nearest] + 1), float(first + inked[nearest + 1])


def _ink(line: OcrLine, grey: Any) -> Ink:
    """Size from the height of the ink, given which letters stand in the line."""
    import numpy as np

    text = "".join(w.text for w in line.words)
    top, left = max(0, int(line.top)), max(0, int(line.x0))
    dark = grey[top : int(line.bottom) + 1, left : int(line.x1) + 1] < DARK
    rows = np.nonzero(dark.sum(axis=1) >= 2)[0] if dark.size else np.array([])
    height = float(rows[-1] - rows[0] + 1) if len(rows) else line.bottom - line.top
    bottom = top + float(rows[-1]) + 1 if len(rows) else line.bottom
    descends, ascends = bool(_DESCENDING.search(text)), bool(_ASCENDING.search(text))
    ems = (ASCENT if ascends else X_HEIGHT) + (DESCENT if descends else 0.0)
    size = height / ems
    return Ink(size, bottom - (DESCENT * size if descends else 0.0), _stroke(dark) / max(size, 1.0))


def _stroke(dark: Any) -> float:
    """Usual length of a level run of ink, in pixels: the width of the upright strokes."""
    import numpy as np

    if not dark.size:
        return 0.0
    edges = np.diff(np.pad(dark.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    lengths = np.nonzero(edges == -1)[1] - np.nonzero(edges == 1)[1]
    return float(np.median(lengths)) if len(lengths) else 0.0
