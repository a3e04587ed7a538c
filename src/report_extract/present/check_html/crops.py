"""How much of a page is cut out around words: a recognisable piece with no line of print cut through."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from report_extract.model.base import Box, union
from report_extract.model.document import Page

# Beyond this height (points) a cut-out shows its beginning only; A4 is 842 high.
MOST_HEIGHT = 340.0

# No cut-out gets wider for the sake of print beside the words (points): a column of A4 is 250 wide, a page 595.
MOST_WIDTH = 480.0

# Points around the words, so that a reader recognises the place: about two lines, a third of an inch to the sides.
_MARGIN_Y, _MARGIN_X = 26.0, 22.0

# A single word is shown in a piece of page that is still readable as one (points).
_LEAST_WIDTH, _LEAST_HEIGHT = 260.0, 60.0

# Points between the edge of a cut-out and the next print.
_GAP = 3.0


def crop_around(words: Box, *, lines: Sequence[Box], page: Page) -> Box:
    """The piece of a page around words, in points; `lines` are the boxes of the page's printed lines."""
    core = union([words, *(line for line in lines if _touch(line, words))])
    high = max(_MARGIN_Y, (_LEAST_HEIGHT - core.height) / 2)
    top, bottom = core.top - high, min(core.bottom, core.top + MOST_HEIGHT) + high
    left, right = _sides(core, [line for line in lines if line.bottom > top and line.top < bottom])
    column = [line for line in lines if line.x1 > left and line.x0 < right]
    top, bottom = _ends(core, Box(left, top, right, bottom), column)
    return _on_page(Box(left, top, right, bottom), page)


def _touch(a: Box, b: Box) -> bool:
    return a.overlap_x(b) > 0 and a.overlap_y(b) > min(a.height, b.height) / 2


def _sides(core: Box, level: Iterable[Box]) -> tuple[float, float]:
    """Left and right edge: room on both sides, less where the next column begins, more for lines that stick out."""
    level = list(level)
    wide = max(_MARGIN_X, (_LEAST_WIDTH - core.width) / 2)
    left = max([core.x0 - wide, *(e.x1 + _GAP for e in level if core.x0 - wide < e.x1 <= core.x0 - _GAP)])
    right = min([core.x1 + wide, *(e.x0 - _GAP for e in level if core.x1 + _GAP <= e.x0 < core.x1 + wide)])
    left = min([left, *(e.x0 - _GAP for e in level if e.x0 < left < e.x1 and right - e.x0 < MOST_WIDTH)])
    right = max([right, *(e.x1 + _GAP for e in level if e.x0 < right < e.x1 and e.x1 - left < MOST_WIDTH)])
    return left, right


def _ends(core: Box, crop: Box, column: Sequence[Box]) -> tuple[float, float]:
    """Top and bottom edge: no line is cut in its height, and lines too long for the piece are left out of it."""
    top = min([crop.top, *(e.top - _GAP for e in column if e.top < crop.top < e.bottom)])
    bottom = max([crop.bottom, *(e.bottom + _GAP for e in column if e.top < crop.bottom < e.bottom)])
    long = [e for e in column if e.x0 < crop.x0 or e.x1 > crop.x1]
    top = max([top, *(e.bottom + 1 for e in long if e.bottom <= core.top)])
    bottom = min([bottom, *(e.top - 1 for e in long if e.top >= core.bottom)])
    return min(top, core.top), max(bottom, min(core.bottom, core.top + MOST_HEIGHT))


def _on_page(box: Box, page: Page) -> Box:
    """Within the page, in whole points."""
    return Box(
        max(0.0, math.floor(box.x0)),
        max(0.0, math.floor(box.top)),
        min(page.width, math.ceil(box.x1)),
        min(page.height, math.ceil(box.bottom)),
    )
