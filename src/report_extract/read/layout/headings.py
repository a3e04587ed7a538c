"""Which paragraphs are headings, and of what level: by size, weight, colour and capitals against the body's style."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from report_extract.model.base import Box
from report_extract.model.document import BlockKind
from report_extract.read.layout.apart import set_apart
from report_extract.read.layout.lines import Style
from report_extract.read.layout.paragraphs import Paragraph

LARGER = 1.12
"""Times the body's size."""
MAX_WORDS = 22
MAX_LINES = 4
BOLD_WORDS = 14
"""A bold line of body size is a heading only if it is this short."""
MAX_LEVEL = 6
SAME_SIZE = 1.13
"""Sizes within this ratio are one rank: 14.5 and 13 pt, 40 and 38 pt; neighbouring ranks of a scale differ by 1.2."""
MANY = 10
"""From so many headings on, a size that stands on a single page (a cover, a poster) makes no rank of its own."""
RUNNING_WORDS = 12
"""A paragraph of running text has at least so many words."""
AHEAD = 3
"""Blocks after a heading in which its text begins."""
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?$")


class Look(NamedTuple):
    """What makes headings of one level alike."""

    size: float
    capitals: bool


def body_style(blocks: Sequence[Paragraph]) -> Style | None:
    """The style of most characters of the document, None where there is no text."""
    votes: Counter[tuple[float, bool]] = Counter()
    looks: Counter[tuple[float, bool, str, str]] = Counter()
    for block in blocks:
        for line in block.lines:
            style, bold = line.style, line.all_bold
            votes[style.size, bold] += len(line.text)
            looks[style.size, bold, style.color, style.font] += len(line.text)
    if not votes:
        return None
    chosen = max(votes, key=lambda v: (votes[v], v))
    size, bold, color, font = max((v for v in looks if v[:2] == chosen), key=lambda v: (looks[v], v))
    return Style(size, bold, False, color, font)


def mark_headings(pages: Sequence[Sequence[Paragraph]], links: Sequence[Sequence[Box]] = ()) -> None:
    """Sets kind and level of the headings among the blocks of the whole document, page by page in reading order.

    `links`: the boxes of each page's links; a link in a colour of its own is no heading for that.
    """
    body = body_style([b for page in pages for b in page])
    if body is None:
        return
    found: list[tuple[int, Paragraph]] = []
    for number, page in enumerate(pages):
        for i, block in enumerate(page):
            if block.ready is None and _is_heading(
                block, _local(body, page, i), page[i + 1] if i + 1 < len(page) else None
            ):
                found.append((number, block))
                block.kind = BlockKind.heading
    found += set_apart(pages, body, links or [()] * len(pages))
    ranks = _ranks([(number, _look(block)) for number, block in found])
    for _, block in found:
        block.kind = BlockKind.heading
        block.level = ranks[_look(block)]
    _number_levels([b for page in pages for b in page if b.kind is BlockKind.heading])


def _local(body: Style, page: Sequence[Paragraph], at: int) -> Style:
    """The body's style as it is here: the running text that follows may be set smaller (boxes, footers)."""
    for block in page[at + 1 : at + 1 + AHEAD]:
        if block.lines and sum(len(line.words) for line in block.lines) >= RUNNING_WORDS:
            size = block.style.size
            return body._replace(size=min(body.size, size), bold=block.all_bold)
    return body


def _is_heading(block: Paragraph, body: Style, after: Paragraph | None) -> bool:
    if block.kind in (BlockKind.caption, BlockKind.footnote) or (block.area is not None and block.area.is_tag):
        return False
    if len(block.lines) > MAX_LINES or sum(len(line.words) for line in block.lines) > MAX_WORDS:
        return False
    if block.area is not None and block.area.is_bar:
        return True
    size = block.style.size
    if size < LARGER * body.size and (body.bold or not block.all_bold):
        return False
    text = block.text.rstrip()
    words = text.split()
    if sum(c.isalpha() for c in text) < 3:
        return False
    if block.marker and not _NUMBERED.match(block.marker):
        return False
    sentence = text[-1:] in ".;,"
    if size >= LARGER * body.size:
        return not sentence or (size >= 1.5 * body.size and len(words) <= 8)
    if sentence or size < 0.95 * body.size or text.endswith(":"):
        return False
    return len(words) <= BOLD_WORDS and not _goes_on(block, after)


def _goes_on(block: Paragraph, after: Paragraph | None) -> bool:
    """Bold words that the next block carries on in lower case, on the same line or below, are a lead."""
    return (
        after is not None
        and not after.ready
        and after.lines[0].text[:1].islower()
        and not after.marker
        and (len(after.text.split()) < RUNNING_WORDS)
    )


def _look(block: Paragraph) -> Look:
    return Look(block.style.size, not any(c.islower() for c in block.text))


def _ranks(found: Sequence[tuple[int, Look]]) -> dict[Look, int]:
    """Looks by rank: larger first, at one size capitals first. `found` pairs each heading's page with its look."""
    pages: dict[Look, set[int]] = {}
    for page, look in found:
        pages.setdefault(look, set()).add(page)
    steady = [k for k in pages if len(pages[k]) > 1] if len(found) >= MANY else list(pages)
    ladder: list[Look] = []
    for look in sorted(steady or pages, key=lambda k: (-k.size, not k.capitals)):
        if not any(_alike(look, step) for step in ladder):
            ladder.append(look)
    return {look: min(_rank(look, ladder), MAX_LEVEL) for look in pages}


def _alike(a: Look, b: Look) -> bool:
    return a.capitals == b.capitals and max(a.size, b.size) <= SAME_SIZE * min(a.size, b.size)


def _rank(look: Look, ladder: Sequence[Look]) -> int:
    """1 for the highest step; a look that makes no step of its own takes that of the nearest size."""
    same = next((i for i, step in enumerate(ladder, 1) if _alike(look, step)), None)
    return same or 1 + min(range(len(ladder)), key=lambda i: (abs(ladder[i].size - look.size), i))


def _number_levels(headings: Sequence[Paragraph]) -> None:
    """A heading numbered 3.1 stands one below the heading numbered 3."""
    base: dict[int, int] = {}
    for heading in headings:
        match = _NUMBERED.match(heading.marker or "")
        if match is None or heading.level is None:
            continue
        depth = match[1].count(".")
        above = base.get(depth - 1)
        if above is not None:
            heading.level = min(above + 1, MAX_LEVEL)
        base[depth] = heading.level
