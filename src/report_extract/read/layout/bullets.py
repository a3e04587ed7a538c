"""Bullets that are drawn become words ("•"): what a browser or a design programme prints has no glyph for them.

After that, a list is told by its markers, whoever made the page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from report_extract.model.base import Box
from report_extract.read.rawpage import RawPage, Word

BULLET = "•"
SMALLEST = 1.2
"""Points: a bullet of 6 point type is 1.5 wide."""
LARGEST = 0.75
"""Sizes of the text behind it; browsers draw 0.3, design programmes up to the height of a capital."""
SQUARE = 1.5
"""Longest to shortest side: discs, squares, triangles and chevrons, not dashes or bars."""
NEAREST, FARTHEST = 0.12, 3.0
"""Sizes between bullet and text."""
MIDDLE = (0.2, 0.85)
"""Part of the text's box, from its top, in which the bullet's middle lies: a mark above or below is something else."""
APART = 1.0
"""Sizes of white before a bullet: nearer text makes it a dot between words."""
WIDEST = 14.0
"""Points; larger shapes are not looked at."""


def with_bullets(page: RawPage) -> RawPage:
    """The page with a word for every bullet that is drawn; for pages that are without the words of charts and forms.

    A small filled shape or picture is a bullet if text follows it on the same line and none stands close before it.
    """
    marks = _small(page)
    if not marks:
        return page
    level = sorted((w for w in page.words if w.upright), key=lambda w: w.box.top)
    tops = [w.box.top for w in level]
    highest = max((w.box.height for w in level), default=0.0)
    bullets: list[Word] = []
    for box in marks:
        middle = box.center[1]
        line = level[bisect_left(tops, middle - highest) : bisect_right(tops, middle)]
        first = _opened_by(box, line)
        if first is not None and not any(_same(box, other.box) for other in bullets):
            bullets.append(first._replace(text=BULLET, box=box, bold=False, italic=False, hyphen=False))
    return replace(page, words=page.words + tuple(bullets)) if bullets else page


def _small(page: RawPage) -> list[Box]:
    drawn = (s.box for s in page.shapes if s.kind in ("curve", "rect") and (s.fill or s.kind == "curve"))
    return [box for boxes in (drawn, page.images) for box in _like_bullets(boxes)]


def _like_bullets(boxes: Iterable[Box]) -> Iterator[Box]:
    for box in boxes:
        short, long = sorted((box.x1 - box.x0, box.bottom - box.top))
        if short >= SMALLEST and long <= min(SQUARE * short, WIDEST):
            yield box


def _opened_by(box: Box, line: Sequence[Word]) -> Word | None:
    """The word that follows the bullet; None where the shape is none."""
    middle = box.center[1]
    level = [w for w in line if w.box.top < middle < w.box.bottom]
    after = min((w for w in level if w.box.x0 >= box.x1), key=lambda w: w.box.x0, default=None)
    if after is None or not any(map(str.isalnum, after.text)) or max(box.width, box.height) > LARGEST * after.size:
        return None
    high, low = (after.box.top + share * after.box.height for share in MIDDLE)
    near = NEAREST * after.size <= after.box.x0 - box.x1 <= FARTHEST * after.size
    alone = all(w.box.x0 >= box.x1 or w.box.x1 <= box.x0 - APART * w.size for w in level)
    return after if near and alone and high <= middle <= low else None


def _same(a: Box, b: Box) -> bool:
    """Outline and filling of one bullet."""
    return a.overlap_x(b) > 0 and a.overlap_y(b) > 0
