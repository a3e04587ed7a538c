"""Big numbers: printed far larger than the text around them, or alone on a filled shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from report_extract.model.base import Box
from report_extract.read.figures.markers import BigNumber, without_markers
from report_extract.read.rawpage import RawPage, Shape, Word
from report_extract.read.tables.lines import printed_lines
from report_extract.read.tables.values import is_period

# A number is big from this many times the page's usual size of type on (headings are 1.2 to 1.6 times), and at least
# this many points; on a filled shape of its own it may be of any size.
BIGGER = 1.5
SMALLEST = 13.0
# Page numbers and running titles stand in the outermost 8 % of the height.
MARGIN = 0.08
# A shape that carries one number: between a bullet and a panel, in points.
SHAPE_SIZES = (12.0, 220.0)
# An infographic page has some 20 numbers; a drawing with more shapes or figures than this is none.
MOST_SHAPES = 500
MOST_NUMBERS = 150
SAME_PIECE = 1.0  # ems between words of one number with its unit

_NUMBER = r"[-−–+]?[£$€]?\d[\d,.]*(?:/\d+)?(?:%|k|m|bn|\+|st|nd|rd|th)?"
_SHARE = rf"\(\s*{_NUMBER}\s*\)"
_OF = rf"(?:in|out of|of|to|-|–|/|:)\s*{_NUMBER}"
# Units after the number are written small: "7,754 views", "£2.3 million", "8 weeks".
_ABOUT = r"(?:over |under |almost |nearly |around |about |approx\.? |c\. ?|[<>~≈] ?)?"
# An arrow on either side says how the number has moved.
_ARROW = r"[↑↓▲▼△▽⬆⬇↗↘→⇧⇩➚➘🠅🠇⮝⮟]\ufe0f?"
_BIG = re.compile(
    rf"(?:{_ARROW} ?)?{_ABOUT}{_NUMBER}(?: ?{_SHARE}| {_OF}| [a-z][a-z-]*(?: [a-z]+)?)?(?: ?{_ARROW})?", re.IGNORECASE
)
# "01" numbers a chapter, "02079460000" is a telephone.
_NUMBERING = re.compile(r"0\d+")
_CAPITAL_UNIT = re.compile(r"\d\S* [A-Z]")


def big_numbers(page: RawPage, taken: frozenset[int]) -> list[BigNumber]:
    """The page's big numbers; steps (1, 2, 3 …) before paragraphs are markers, not figures."""
    usual = median([w.size for w in page.words] or [0.0])
    shapes = [s for s in page.shapes if _may_carry(s)]
    candidates = _candidates(page, taken, usual, shapes if len(shapes) <= MOST_SHAPES else [])
    rows = _rows_with(page, candidates if len(candidates) <= MOST_NUMBERS else [], taken)
    numbers = [n for row in rows for piece in _pieces(page.words, row) if (n := _number(page, piece, usual, shapes))]
    return without_markers(numbers)


def _may_carry(shape: Shape) -> bool:
    low, high = SHAPE_SIZES
    light = shape.fill is None or shape.fill == "#ffffff"
    return not (light and shape.stroke is None) and low <= shape.box.width <= high and low <= shape.box.height <= high


def _candidates(page: RawPage, taken: frozenset[int], usual: float, shapes: Sequence[Shape]) -> list[int]:
    """Words with a digit that are large or stand on a shape, page margins left out."""
    low, high = MARGIN * page.height, (1 - MARGIN) * page.height
    found = []
    large = BIGGER * usual
    for i, word in enumerate(page.words):
        if word.text.isalpha() or not (shapes or word.size >= large):
            continue
        if i in taken or not word.upright or not any(map(str.isdigit, word.text)):
            continue
        x0, top, x1, bottom = word.box
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        if low < y < high and (
            word.size >= large or any(s.box[0] <= x <= s.box[2] and s.box[1] <= y <= s.box[3] for s in shapes)
        ):
            found.append(i)
    return found


def _rows_with(page: RawPage, candidates: Sequence[int], taken: frozenset[int]) -> Iterator[list[int]]:
    """Printed lines around the candidates."""
    if not candidates:
        return
    bands = sorted((page.words[i].box.top, page.words[i].box.bottom) for i in candidates)
    near = [
        i
        for i, w in enumerate(page.words)
        if i not in taken and w.upright and any(top < w.box.center[1] < bottom for top, bottom in bands)
    ]
    yield from printed_lines(page.words, near)


def _pieces(words: Sequence[Word], line: Sequence[int]) -> list[list[int]]:
    """Splits a line at gaps and where the size of the type changes."""
    pieces: list[list[int]] = []
    for i in line:
        last = words[pieces[-1][-1]] if pieces else None
        if (
            last is not None
            and words[i].box.x0 - last.box.x1 <= SAME_PIECE * min(last.size, words[i].size)
            and max(last.size, words[i].size) <= 1.25 * min(last.size, words[i].size)
        ):
            pieces[-1].append(i)
        else:
            pieces.append([i])
    return pieces


def _number(page: RawPage, piece: Sequence[int], usual: float, shapes: Sequence[Shape]) -> BigNumber | None:
    words = [page.words[i] for i in piece]
    text = " ".join(w.text for w in words)
    if len(words) > 5 or not any(c.isdigit() for c in text) or is_period(text):
        return None
    if not _BIG.fullmatch(text) or _CAPITAL_UNIT.search(text) or _NUMBERING.fullmatch(text):
        return None
    own = Box(words[0].box.x0, min(w.box.top for w in words), words[-1].box.x1, max(w.box.bottom for w in words))
    size = max(w.size for w in words)
    carrier = _carrier(page, own, piece, shapes)
    if carrier is not None:
        return BigNumber(tuple(piece), text, carrier, size, True)
    if size >= max(SMALLEST, BIGGER * usual):
        return BigNumber(tuple(piece), text, own, size, False)
    return None


def _carrier(page: RawPage, own: Box, piece: Sequence[int], shapes: Sequence[Shape]) -> Box | None:
    """The smallest shape around the number that holds no other word."""
    around = [s.box for s in shapes if s.box.contains_point(*own.center) and s.box.width >= 0.8 * own.width]
    for box in sorted(around, key=lambda b: b.width * b.height):
        if any(box.contains_point(*w.box.center) for i, w in enumerate(page.words) if i not in piece):
            return None
        return box
    return None
