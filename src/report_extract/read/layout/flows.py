"""Paragraphs that a column or page break cut in two, and call-outs that go on in the next column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from report_extract.model.document import BlockKind
from report_extract.read.layout.paragraphs import Paragraph

ENDS = tuple('.!?:;…"”')
FLOWING = (BlockKind.paragraph, BlockKind.list_item)
SENTENCE = 6
"""Words before what interrupts a sentence, at least: the remarks on figures are shorter."""
FLOATS = (BlockKind.table, BlockKind.figure_pair)
SAME_SIZE = 0.6
"""Points."""
SPACE = 0.3
"""Sizes."""
SAME_WIDTH = 6.0
"""Points by which the width of a call-out's parts may differ."""


def join_flows(pages: Sequence[list[Paragraph]]) -> None:
    """Sets `continues`, puts what interrupts a sentence behind its paragraph, and hands a call-out's tag on to its
    parts in later columns and pages."""
    for page in pages:
        _join_over_floats(page)
    blocks = [b for page in pages for b in page]
    _hand_on_tags(blocks)
    for above, block in pairwise(blocks):
        if _goes_on(above, block):
            _carry(above, block)


def _carry(above: Paragraph, block: Paragraph) -> None:
    block.continues = True
    block.kind = above.kind
    above.carried_by = block.lines[0].words[0].text


def _join_over_floats(page: list[Paragraph]) -> None:
    """A chart or a table set into the middle of a sentence comes after the paragraph's end."""
    for at in range(len(page) - 2):
        end = at + 1
        while end < len(page) and _is_float(page[end]):
            end += 1
        if at + 1 < end < len(page) and _is_interrupted(page[at], page[end]):
            page[at + 1 : end + 1] = [page[end], *page[at + 1 : end]]
            _carry(page[at], page[at + 1])


def _is_float(block: Paragraph) -> bool:
    return block.kind is BlockKind.caption or (block.ready is not None and block.ready.kind in FLOATS)


def _is_interrupted(above: Paragraph, block: Paragraph) -> bool:
    """Whether a sentence goes on further down in the same column."""
    if above.kind not in FLOWING or block.kind is not BlockKind.paragraph or above.ready or block.ready:
        return False
    if above.lines[-1].text.endswith(ENDS) or not block.lines[0].text[:1].islower() or above.area is not block.area:
        return False
    if len(above.text.split()) < SENTENCE:
        return False
    below = block.box.top >= above.box.bottom and abs(block.box.x0 - above.lines[-1].box.x0) <= above.style.size
    return below and abs(above.style.size - block.style.size) <= SAME_SIZE and above.all_bold == block.all_bold


def _goes_on(above: Paragraph, block: Paragraph) -> bool:
    if above.kind not in FLOWING or block.kind is not BlockKind.paragraph or above.ready or block.ready:
        return False
    if above.lines[-1].text.endswith(ENDS) or not _moved(above, block):
        return False
    if abs(above.style.size - block.style.size) > SAME_SIZE or above.all_bold != block.all_bold:
        return False
    return block.lines[0].text[:1].islower() or _runs_to_the_edge(above, block)


def _runs_to_the_edge(above: Paragraph, block: Paragraph) -> bool:
    """Whether the last line is as full as can be, so that only a lack of room ended it."""
    last, first = above.lines[-1], block.lines[0].words[0]
    edge = max(line.box.x1 for line in above.lines)
    return len(above.lines) > 1 and edge - last.box.x1 < first.box.width + SPACE * last.style.size


def _moved(above: Paragraph, block: Paragraph) -> bool:
    """Whether the text jumps to another column or page: below its predecessor it would be one block already."""
    return block.box.top < above.box.bottom or block.box.x0 > above.box.x1


def _hand_on_tags(blocks: Iterable[Paragraph]) -> None:
    last: Paragraph | None = None
    for block in blocks:
        if block.area is not None and last is not None and last.area is not None and block.area is not last.area:
            one_look = block.area.fill == last.area.fill
            one_width = abs(block.area.box.width - last.area.box.width) <= SAME_WIDTH
            if block.area.tag is None and not block.area.is_tag and one_look and one_width:
                block.area.tag = last.area.tag
        if block.area is not None and block.tag is None:
            block.tag = block.area.tag
        last = block
