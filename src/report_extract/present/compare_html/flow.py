"""Priorities as a flow: a column of boxes for each document, a band from one title to the next."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from itertools import pairwise

from report_extract.model.comparison import Comparison
from report_extract.present import compare_words as words

# All lengths in pixels of the drawing.
_COLUMN, _GAP, _LINE, _PAD, _SPACE, _TOP = 330, 120, 18, 9, 12, 34
# Letters that fit in a box at the page's font size.
_LETTERS = 35


@dataclass(frozen=True)
class Box:
    x: int
    y: int
    height: int
    lines: tuple[tuple[int, str], ...]
    status: str


@dataclass(frozen=True)
class Band:
    """A path from the right edge of one box to the left edge of the next."""

    path: str
    status: str


@dataclass(frozen=True)
class Flow:
    width: int
    height: int
    box_width: int
    headings: tuple[tuple[int, str], ...]
    boxes: tuple[Box, ...]
    bands: tuple[Band, ...]
    description: str


def flow_of(comparison: Comparison) -> Flow | None:
    """The drawing, or None where fewer than two documents have priorities."""
    documents = range(len(comparison.documents))
    columns = [d for d in documents if any(p.titles[d] for p in comparison.priorities)]
    if len(columns) < 2:
        return None
    headings = words.headings(comparison)
    boxes: dict[tuple[int, int], Box] = {}
    lowest = _TOP
    for place, document in enumerate(columns):
        y = _TOP
        for number, priority in enumerate(comparison.priorities):
            title = priority.titles[document]
            if title:
                boxes[number, place] = box = _box(place * (_COLUMN + _GAP), y, title, priority.status)
                y += box.height + _SPACE
        lowest = max(lowest, y)
    return Flow(
        width=len(columns) * _COLUMN + (len(columns) - 1) * _GAP,
        height=lowest,
        box_width=_COLUMN,
        headings=tuple((place * (_COLUMN + _GAP), headings[d]) for place, d in enumerate(columns)),
        boxes=tuple(boxes.values()),
        bands=_bands(boxes, comparison),
        description=_described(comparison),
    )


def _box(x: int, y: int, title: str, status: str) -> Box:
    lines = textwrap.wrap(" ".join(title.split()), _LETTERS, max_lines=3, placeholder=" …") or [title]
    height = len(lines) * _LINE + 2 * _PAD
    placed = tuple((y + _PAD + _LINE * (n + 1) - 5, line) for n, line in enumerate(lines))
    return Box(x, y, height, placed, status)


def _bands(boxes: dict[tuple[int, int], Box], comparison: Comparison) -> tuple[Band, ...]:
    bands = []
    for number, priority in enumerate(comparison.priorities):
        own = [boxes[n, place] for n, place in sorted(boxes) if n == number]
        for left, right in pairwise(own):
            x0, x1 = left.x + _COLUMN, right.x
            y0, y1 = left.y + left.height // 2, right.y + right.height // 2
            middle = (x0 + x1) // 2
            bands.append(Band(f"M{x0} {y0}C{middle} {y0} {middle} {y1} {x1} {y1}", priority.status))
    return tuple(bands)


def _described(comparison: Comparison) -> str:
    """The same in words, for those who do not see the drawing."""
    said = []
    for p in comparison.priorities:
        titles = " to ".join(dict.fromkeys(t for t in p.titles if t))
        said.append(f"{words.label_of(p.status, comparison.axis).word}: {titles}.")
    return " ".join(said)
