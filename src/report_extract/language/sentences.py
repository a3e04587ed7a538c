"""Sentences with their offsets: a full stop ends one unless it closes an abbreviation or an initial."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from report_extract.model.document import Block, BlockKind, Document

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st rev hon no nos para paras fig ref vs etc approx incl e.g i.e cf p pp vol c ca dept".split()
)
"""Words whose full stop does not end a sentence."""

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
            yield _passage(document, run)
            run = []
        if block.kind in PROSE:
            run.append(block)
    if run:
        yield _passage(document, run)


_NUMBERED = re.compile(r"\d{1,2}\.\d{1,2}(?:\.\d{1,3}){0,2}\.?\s+(?=[“\"‘(]?[A-Z][a-z]|A\s)")
"""The number of a paragraph, "3.1.2 Fewer children …", which is no word of its sentence."""


def _passage(document: Document, run: list[Block]) -> Passage:
    numbered = _NUMBERED.match(document.text, run[0].start, run[-1].end)
    return Passage(numbered.end() if numbered else run[0].start, run[-1].end, tuple(run))


SHORTEST_CONTENTS = 4  # entries with rising page numbers before lines are taken for a table of contents
LONGEST_ENTRY = 100  # characters of an entry's title; Word's built-in styles wrap at about 90
_PAGE_NUMBER = re.compile(r"(?<=[\s.…·])\d{1,3}(?=\s+[\"“‘'(A-Z]|\s*$)")
_SENTENCE = re.compile(r"[a-z]{3}[.!?]\s+[A-Z]")


def contents(document: Document) -> frozenset[str]:
    """The blocks of tables of contents: entries that end in page numbers, none smaller than the one before."""
    found: set[str] = set()
    run: list[str] = []
    pages: list[int] = []
    for block in document.blocks:
        entries = _entries(block, len(document.pages))
        if entries and (not pages or entries[0] >= pages[-1]):
            run.append(block.id)
            pages += entries
        elif not (run and len(block.text) <= LONGEST_ENTRY and not any(c.isdigit() for c in block.text)):
            found |= set(run) if len(pages) >= SHORTEST_CONTENTS else set()
            run, pages = ([block.id], list(entries)) if entries else ([], [])
    return frozenset(found | (set(run) if len(pages) >= SHORTEST_CONTENTS else set()))


def _entries(block: Block, last_page: int) -> tuple[int, ...]:
    """The page numbers of a block that is nothing but entries of a table of contents, else none."""
    if block.kind not in PROSE or _SENTENCE.search(block.text):
        return ()
    at = 0
    pages: list[int] = []
    for match in _PAGE_NUMBER.finditer(block.text):
        if match.start() - at > LONGEST_ENTRY or int(match[0]) > last_page or (pages and int(match[0]) < pages[-1]):
            return ()
        pages.append(int(match[0]))
        at = match.end()
    return tuple(pages) if len(block.text) - at <= LONGEST_ENTRY else ()
