"""The caption or heading just above a table."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from report_extract.model.base import Box
from report_extract.read.rawpage import Word
from report_extract.read.tables.lines import Chunk, chunks, printed_lines

# A title stands within two lines above its table and is a phrase, not a paragraph.
FARTHEST = 2.2  # ems of the title's type
LONGEST_TITLE = 18  # words
LEFT_OF_TABLE = 150.0  # points: a centred table may have its title on the page's margin
_CAPTION = re.compile(r"(?:table|tab\.|figure|fig\.|chart)\s*\d*", re.IGNORECASE)


def title_above(words: Sequence[Word], box: Box, taken: Collection[int]) -> str | None:
    """The words of the title, which stay a heading or caption of the page; None where a table has none."""
    near = [
        i
        for i, w in enumerate(words)
        if i not in taken
        and w.upright
        and box.top - 60 < w.box.top
        and w.box.bottom <= box.top + 2
        and w.box.x1 > box.x0 - LEFT_OF_TABLE
        and w.box.x0 < box.x1
    ]
    title: list[Chunk] = []
    limit = box.top
    for line in reversed(printed_lines(words, near)):
        piece = next((c for c in chunks(words, line, gap=1.5) if c.box.x1 > box.x0), None)
        if piece is None or limit - piece.box.bottom > FARTHEST * piece.size * (0.4 if title else 1):
            break
        if title and (abs(piece.size - title[0].size) > 0.5 or piece.bold != title[0].bold):
            break
        title.insert(0, piece)
        limit = piece.box.top
    text = " ".join(p.text for p in title)
    return text if title and _is_title(words, text, title, box) else None


def _is_title(words: Sequence[Word], text: str, title: Sequence[Chunk], box: Box) -> bool:
    if len(text.split()) > LONGEST_TITLE or words[title[0].words[0]].color == "#ffffff":
        return False
    if _CAPTION.match(text):
        return True
    phrase = not text.endswith((".", ";", ",")) and text[:1].isupper()
    fits = title[0].box.x0 >= box.x0 - LEFT_OF_TABLE
    return phrase and fits and (all(p.bold for p in title) or text.isupper())
