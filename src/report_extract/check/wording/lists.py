"""Lists that are announced with a number and turn out shorter or longer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.model.document import Block, BlockKind
from report_extract.rules.load import RuleBook

_NUMBERS = {w: i for i, w in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
_ANNOUNCED = re.compile(
    rf"(?i)\b(?:the|these|following|our|its|has|have|had|are|were|with|under|on|of|into)\s+(?:\w+\s){{0,2}}?"
    rf"(?P<n>{'|'.join(_NUMBERS)}|\d{{1,2}})\s+(?:\w+[\s-]){{0,2}}?"
    r"(?P<what>priorities|themes|objectives|recommendations|findings|areas|principles|aims|actions|outcomes|strands|"
    r"pillars|workstreams|questions|groups|ambitions|goals|commitments)\b[^.:?!]{0,60}:\s*$"
)


def short_lists(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """A lead-in that ends in a colon and gives a number, followed by another number of list items; and a lead-in that
    announces a list which never comes."""
    blocks = paper.document.blocks
    for i, block in enumerate(blocks):
        announced = _ANNOUNCED.search(block.text) if block.kind is BlockKind.paragraph else None
        if announced is None:
            continue
        number = _NUMBERS.get(announced["n"].lower()) or int(announced["n"])
        items = _items_after(blocks, i + 1)
        if items is None or len(items) == number:
            continue
        end = items[-1].end if items else block.end
        said = f"{announced['n']} {announced['what']} are announced, "
        listed = f"{len(items)} are listed" if items else "none is listed"
        yield flag(
            paper,
            block.start + announced.start(),
            min(end, block.end),
            code="list_count",
            message=said + listed,
        )


def _items_after(blocks: Sequence[Block], start: int) -> list[Block] | None:
    """The list items that follow at once; None where what follows may be the list in another dress (headings, table,
    paragraphs with bold leads), so that counting would be guessing."""
    items: list[Block] = []
    for block in blocks[start:]:
        if block.kind is BlockKind.list_item:
            if not block.continues:
                items.append(block)
        elif block.continues:
            continue
        else:
            break
    return items if len(items) >= 2 else None
