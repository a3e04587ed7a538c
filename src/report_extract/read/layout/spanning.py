"""Tables over a page break become one: the first table of a page joined to the last of the page before."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from report_extract.model.document import BlockKind
from report_extract.read.draft import DraftTable
from report_extract.read.layout.paragraphs import Paragraph
from report_extract.read.tables.continuation import continued

# What may stand above the next part: a repeated heading or tag of a few words.
LONGEST_HEADING = 8  # words
AGAIN = ("continued", "cont.", "cont’d", "cont'd", "(cont)")
BELOW = (BlockKind.footnote, BlockKind.caption, BlockKind.furniture)


def join_tables(content: Sequence[list[Paragraph]]) -> None:
    """Marks in place the tables that continue on the next page; nothing but repeated headings may stand between."""
    for before, here in itertools.pairwise(content):
        last = _last_table(before)
        place = _first_table(before, here)
        if last is None or place is None:
            continue
        ready = here[place].ready
        assert ready is not None
        assert ready.table is not None
        part = continued(last, ready.table)
        if part is not None:
            here[place].ready = replace(ready, table=part)


def _last_table(page: Sequence[Paragraph]) -> DraftTable | None:
    """The table that ends the page, footnotes and captions aside."""
    for paragraph in reversed(page):
        if paragraph.ready is not None:
            return paragraph.ready.table
        if paragraph.kind not in BELOW:
            return None
    return None


def _first_table(before: Sequence[Paragraph], page: Sequence[Paragraph]) -> int | None:
    """The index of the table that begins the page, after a heading that says so or repeats one of the page before."""
    said = {_folded(p) for p in before if p.ready is None}
    for place, paragraph in enumerate(page):
        if paragraph.ready is not None:
            return place if paragraph.ready.table is not None else None
        text = _folded(paragraph)
        again = any(mark in text for mark in AGAIN) or text in said
        if not again or len(text.split()) > LONGEST_HEADING + 2:
            return None
    return None


def _folded(paragraph: Paragraph) -> str:
    return " ".join(w.text for line in paragraph.lines for w in line.words).casefold()
