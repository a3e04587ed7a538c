"""Which paragraphs are headings, and of what level: by size, weight, colour and capitals against the body's style."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from report_extract.model.document import BlockKind
from report_extract.read.layout.lines import Style
from report_extract.read.layout.paragraphs import Paragraph

LARGER = 1.12
"""Times the body's size."""
MAX_WORDS = 22
MAX_LINES = 4
BOLD_WORDS = 14
"""A bold line of body size is a heading only if it is this short."""
MAX_LEVEL = 6
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?$")


class Look(NamedTuple):
    """What makes headings of one level alike."""

    size: float
    capitals: bool
    bold: bool
    color: str


def body_style(blocks: Sequence[Paragraph]) -> Style | None:
    """The style of most characters of the document, None where there is no text."""
    votes: Counter[tuple[float, bool]] = Counter()
    for block in blocks:
        for line in block.lines:
            votes[line.style.size, line.all_bold] += len(line.text)
    if not votes:
        return None
    size, bold = max(votes.items(), key=lambda v: (v[1], v[0]))[0]
    return Style(size, bold, False, "", "")


def mark_headings(blocks: Sequence[Paragraph]) -> None:
    """Sets kind and level of the headings among the blocks of the whole document."""
    body = body_style(blocks)
    if body is None:
        return
    found: list[tuple[Paragraph, Look]] = []
    for i, block in enumerate(blocks):
        after = blocks[i + 1] if i + 1 < len(blocks) else None
        if block.ready is None and _is_heading(block, body, after):
            found.append((block, _look(block)))
    ranks = _ranks([look for _, look in found])
    for block, look in found:
        block.kind = BlockKind.heading
        block.level = ranks[look]
    _number_levels([b for b, _ in found])


def _is_heading(block: Paragraph, body: Style, after: Paragraph | None) -> bool:
    if block.kind is BlockKind.furniture or (block.area is not None and block.area.is_tag):
        return False
    text = block.text
    words = text.split()
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 3 or len(words) > MAX_WORDS or len(block.lines) > MAX_LINES:
        return False
    if block.marker and not _NUMBERED.match(block.marker):
        return False
    sentence = text.rstrip()[-1:] in ".;,"
    size = block.style.size
    if size >= LARGER * body.size:
        return not sentence or (size >= 1.5 * body.size and len(words) <= 8)
    if sentence or size < 0.95 * body.size or text.rstrip().endswith(":"):
        return False
    strong = block.all_bold and not body.bold
    return strong and len(words) <= BOLD_WORDS and not _goes_on(block, after)


def _goes_on(block: Paragraph, after: Paragraph | None) -> bool:
    """Bold words that the next block carries on in lower case are a lead, not a heading."""
    return after is not None and not after.ready and after.lines[0].text[:1].islower()


def _look(block: Paragraph) -> Look:
    letters = [c for c in block.text if c.isalpha()]
    style = block.style
    return Look(style.size, all(c.isupper() for c in letters), block.all_bold, style.color)


def _ranks(looks: Sequence[Look]) -> dict[Look, int]:
    """Looks by rank: larger first, then capitals, then bold."""
    distinct = sorted(set(looks), key=lambda k: (-k.size, not k.capitals, not k.bold, k.color))
    ranks: dict[Look, int] = {}
    rank = 0
    last: tuple[float, bool, bool] | None = None
    for look in distinct:
        key = (look.size, look.capitals, look.bold)
        if key != last:
            rank += 1
            last = key
        ranks[look] = min(rank, MAX_LEVEL)
    return ranks


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
