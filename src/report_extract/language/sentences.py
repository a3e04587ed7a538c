"""Sentences with their offsets: a full stop ends one unless it closes an abbreviation or an initial."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from report_extract.model.document import Block, BlockKind, Document

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st rev hon no nos para paras fig ref vs etc approx incl e.g i.e cf p pp vol c ca dept".split()
)
"""Words whose full stop does not end a sentence; those that often do end one ("etc") must be followed by small letters."""

_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9£•])|\n+")
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.]*)[.]$")
PROSE = frozenset({BlockKind.paragraph, BlockKind.list_item, BlockKind.caption, BlockKind.footnote})


class Sentence(NamedTuple):
    """A sentence; `text == source[start:end]` of the text it was cut from, white space trimmed."""

    start: int
    end: int
    text: str


def sentences(text: str, *, offset: int = 0) -> Iterator[Sentence]:
    """Cuts a text into sentences; `offset` is added to the positions. No character but white space is lost."""
    start = 0
    for match in _END.finditer(text):
        if match[0][0] != "\n" and _abbreviated(text[start : match.start() + 1]):
            continue
        yield from _trimmed(text, start, match.end(), offset)
        start = match.end()
    yield from _trimmed(text, start, len(text), offset)


def _abbreviated(so_far: str) -> bool:
    word = _WORD_BEFORE.search(so_far)
    return word is not None and (len(word[1]) == 1 or word[1].lower() in ABBREVIATIONS)


def _trimmed(text: str, start: int, end: int, offset: int) -> Iterator[Sentence]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    body = piece.strip()
    if body:
        yield Sentence(offset + start + lead, offset + start + lead + len(body), body)


class Passage(NamedTuple):
    """A paragraph or list item, over page breaks where it continues; offsets into the document's text."""

    start: int
    end: int
    blocks: tuple[Block, ...]


def passages(document: Document) -> Iterator[Passage]:
    """The running text in reading order: tables, figures, forms, headings and furniture left out."""
    run: list[Block] = []
    listed = contents(document)
    for block in document.blocks:
        if block.id in listed:
            continue
        if run and not block.continues:
            yield Passage(run[0].start, run[-1].end, tuple(run))
            run = []
        if block.kind in PROSE:
            run.append(block)
    if run:
        yield Passage(run[0].start, run[-1].end, tuple(run))


SHORTEST_CONTENTS = 4  # lines that end in rising page numbers before a list is taken for a table of contents
_ENDS_IN_PAGE = re.compile(r"^(?P<title>[^.!?\n]{2,90}?)[\s.…·]*\s(?P<page>\d{1,3})$")


def contents(document: Document) -> frozenset[str]:
    """The blocks of tables of contents: runs of lines that end in page numbers, none smaller than the one before."""
    found: set[str] = set()
    run: list[tuple[str, int]] = []
    for block in (*document.blocks, None):
        match = _ENDS_IN_PAGE.match(block.text) if block and block.kind in PROSE else None
        page = int(match["page"]) if match else 0
        if match and block and page <= len(document.pages) and (not run or page >= run[-1][1]):
            run.append((block.id, page))
            continue
        if len(run) >= SHORTEST_CONTENTS:
            found |= {name for name, _ in run}
        run = [(block.id, page)] if match and block and page <= len(document.pages) else []
    return frozenset(found)
