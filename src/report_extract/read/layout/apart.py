"""Headings that neither weight nor much size marks: a short line of its own in another colour, font or size.

Word's own second and third headings look so: 13 or 12 pt, not bold, blue, in the light cut of the body's font.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from report_extract.model.base import Box
from report_extract.model.document import BlockKind
from report_extract.read.layout.lines import Style, family_of
from report_extract.read.layout.paragraphs import Paragraph

MAX_LINES = 2
MAX_WORDS = 14
LARGER = 1.035
"""Times the text's size from which a difference is meant: 12.5 against 12 pt."""
SMALLEST = 0.99
"""Times the text's size; anything smaller is a caption or a remark."""
TEXT_WORDS = 8
"""The block after a heading has at least so many words, or is a list."""
AHEAD = 3
"""Blocks after a numbered heading in which its text begins: a table's caption may stand between."""
OTHER_COLOUR = 0x30
"""Difference in red, green or blue that is seen."""
COLOURFUL = 0x20
"""Difference among red, green and blue from which a colour is no grey."""
TIMES, TIMES_BY_SIZE = 2, 3
"""Lines of one look that make a design; more where they differ from the text in size alone."""
ROOM = 0.15
"""Sizes by which a heading may stand nearer to the text above it than to its own."""
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?$")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?$")
_CAPTION = re.compile(r"(?i)(?:table|figure|fig|chart|graph|diagram|map)\.?\s+\d|(?:source|note)s?:")
_ENTRY = re.compile(r"[.…·\s]{3,}\d{1,3}$")
_ENDS = tuple('.;:,!…"”’)@')
_NO_TITLE = (BlockKind.heading, BlockKind.caption, BlockKind.footnote)
Place = tuple[int, int]
"""A page's index and a block's on it."""


class Look(NamedTuple):
    size: float
    family: str
    color: str


def set_apart(
    pages: Sequence[Sequence[Paragraph]], body: Style, links: Sequence[Sequence[Box]]
) -> list[tuple[int, Paragraph]]:
    """The headings that a look of their own tells, each with its page's index.

    `links` holds the boxes of each page's links. Run when the large and the bold headings are marked. A look counts
    where most of its blocks could be headings and there is more than one, but for that with a section's number.
    """
    free = [(n, i) for n, page in enumerate(pages) for i, block in enumerate(page) if _is_free(block)]
    able = [at for at in free if _is_title(_at(pages, at), links[at[0]]) and _leads(pages, at, body)]
    chosen = Counter(_look(_at(pages, at).style) for at in able)
    every = Counter(_look(_at(pages, at).style) for at in free)
    return [
        (at[0], block)
        for at in able
        if _is_design(block := _at(pages, at), chosen[_look(block.style)], every[_look(block.style)], body)
    ]


def _at(pages: Sequence[Sequence[Paragraph]], at: Place) -> Paragraph:
    return pages[at[0]][at[1]]


def _is_free(block: Paragraph) -> bool:
    return block.ready is None and block.kind not in _NO_TITLE and not (block.area is not None and block.area.is_tag)


def _is_title(block: Paragraph, links: Sequence[Box]) -> bool:
    """Whether the words could be a title: few, without a sentence's end, no entry of the contents, no link."""
    if len(block.lines) > MAX_LINES or sum(len(line.words) for line in block.lines) > MAX_WORDS:
        return False
    if block.marker and not _NUMBER.match(block.marker):
        return False
    text = block.text.rstrip()
    if sum(c.isalpha() for c in text) < 3 or text.endswith(_ENDS) or _CAPTION.match(text) or _ENTRY.search(text):
        return False
    first = next((c for c in text if c.isalpha()), "")
    opens = text[0].isalnum() and not first.islower()
    return opens and not any(box.contains_point(*block.lines[0].words[-1].box.center) for box in links)


def _leads(pages: Sequence[Sequence[Paragraph]], at: Place, body: Style) -> bool:
    """Whether text of another look comes next, and the line stands nearer to it than to what is above."""
    block = _at(pages, at)
    text = next(_texts(pages, at, AHEAD if _SECTION.match(block.marker or "") else 1), None)
    if text is None or not _differs(block, body):
        return False
    return (text.ready is not None or _differs(block, text.style)) and _has_room(pages[at[0]], at[1])


def _texts(pages: Sequence[Sequence[Paragraph]], at: Place, ahead: int) -> Iterator[Paragraph]:
    """What reads as the text of a heading among the next blocks, over the page's end."""
    page, index = at
    after = [*pages[page][index + 1 : index + 1 + ahead], *(pages[page + 1] if page + 1 < len(pages) else [])]
    for block in after[:ahead]:
        if block.ready is not None:
            if block.ready.table is not None:
                yield block
        elif block.kind is BlockKind.list_item or sum(len(line.words) for line in block.lines) >= TEXT_WORDS:
            yield block


def _differs(block: Paragraph, other: Style) -> bool:
    """Whether the block's look stands out: not smaller, and of another family, size or stronger colour."""
    style = block.style
    if style.size < SMALLEST * other.size:
        return False
    if style.size >= LARGER * other.size or (other.font and family_of(style.font) != family_of(other.font)):
        return True
    return bool(other.color) and _stronger(style.color, other.color, filled=block.area is not None)


def _stronger(color: str, other: str, *, filled: bool) -> bool:
    """Whether a colour is seen to differ from the text's; a grey lighter than it recedes unless on a ground."""
    mine, text = _channels(color), _channels(other)
    if max(abs(a - b) for a, b in zip(mine, text, strict=True)) < OTHER_COLOUR:
        return False
    return filled or max(mine) - min(mine) >= COLOURFUL or sum(mine) < sum(text)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _has_room(page: Sequence[Paragraph], index: int) -> bool:
    """Whether the white above is no less than the white below, as far as both are in the column."""
    block = page[index].box
    over = [b.box for b in page[:index] if b.box.bottom <= block.top + 1 and b.box.overlap_x(block) > 0]
    under = [b.box for b in page[index + 1 :] if b.box.top >= block.bottom - 1 and b.box.overlap_x(block) > 0]
    if not over or not under:
        return True
    above = block.top - max(box.bottom for box in over)
    return above + ROOM * page[index].style.size >= min(box.top for box in under) - block.bottom


def _is_design(block: Paragraph, titles: int, all_blocks: int, body: Style) -> bool:
    if 2 * titles < all_blocks:
        return False
    if _SECTION.match(block.marker or ""):
        return True
    coloured = _stronger(block.style.color, body.color, filled=block.area is not None)
    other = coloured or family_of(block.style.font) != family_of(body.font)
    return titles >= (TIMES if other else TIMES_BY_SIZE)


def _look(style: Style) -> Look:
    return Look(style.size, family_of(style.font), style.color)
