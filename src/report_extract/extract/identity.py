"""Which document this is: its kind, its partnership, the year that it reports on, its title and when it came out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile

from report_extract.extract.cover.find import CoverText
from report_extract.extract.cover.terms import Terms, terms
from report_extract.extract.cover.titles import subject_of
from report_extract.extract.kinds import TITLE_WORDS, as_cover, kind_without_cover
from report_extract.extract.partnerships import find_partnership
from report_extract.extract.published import publication_date
from report_extract.extract.years import reporting_year, year_end
from report_extract.model.document import Block, BlockKind, Document
from report_extract.model.extraction import DocumentKind, Partnership
from report_extract.rules.load import RuleBook

LARGE_TYPE = 0.5  # share of the largest type of the first page that still counts as title
AS_LARGE = 0.8  # the same where the page also has text: smaller type heads its sections
PAGE_OF_TEXT = 60  # words; a first page of no more is a title page
LEADING = 2  # blocks at the top of a page with text that are its title, though the second may be smaller


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document is. `cover` is its reading as a cover where it is one; `year_end` closes the reporting year."""

    kind: DocumentKind
    title: str | None
    partnership: Partnership | None
    reporting_year: str | None
    published: str | None
    cover: CoverText | None
    year_end: date | None


def identify(document: Document, *, book: RuleBook) -> Identity:
    """Kind first: where a document is a cover, its subject is the title and decides year and partnership."""
    words = terms(book)
    cover = as_cover(document, book)
    title = _cover_title(cover) if cover else _report_title(document, words)
    year = reporting_year(document, title=title, terms=words)
    return Identity(
        kind=DocumentKind.cover_report if cover else kind_without_cover(document, title=title, words=words),
        title=title or document.title,
        partnership=find_partnership(document, title=title, book=book),
        reporting_year=year,
        published=publication_date(document, words),
        cover=cover,
        year_end=year_end(year),
    )


def _cover_title(cover: CoverText) -> str | None:
    pieces = subject_of(cover.reading, cover.pieces, cover.terms)
    return " ".join(" ".join(p.text.split()) for p in pieces) or None


def _report_title(document: Document, words: Terms) -> str | None:
    """The lines of the first page in the largest type, or its headings, up to a title's length."""
    page = next((p for p in document.pages if any(b.text.strip() for b in p.blocks)), None)
    blocks = [b for b in page.blocks if b.kind is not BlockKind.furniture and b.text.strip()] if page else []
    large = _largest(blocks) or _leading_headings(blocks)
    kept: list[str] = []
    for block in large:
        text = " ".join(block.text.split())
        if sum(len(k.split()) for k in kept) + len(text.split()) <= TITLE_WORDS:
            kept.append(text)
    return " ".join(kept) or None


def _leading_headings(blocks: Sequence[Block]) -> list[Block]:
    """The headings above the first words that are none; of a text without sizes they are its title."""
    headings = [i for i, b in enumerate(blocks) if b.kind is BlockKind.heading]
    if not headings:
        return []
    run = blocks[headings[0] :]
    end = next((i for i, b in enumerate(run) if b.kind is not BlockKind.heading), len(run))
    top = min(b.level or 1 for b in run[:end])
    titles = [b for i, b in enumerate(run[:end]) if b.level in (None, top) or (i == 1 and end > 2)]
    return titles or list(run[:1])


def _largest(blocks: Sequence[Block]) -> list[Block]:
    """Blocks set clearly larger than the rest; empty where the reader knows no sizes."""
    sizes = sorted((b.font_size for b in blocks), reverse=True)
    if not sizes or sizes[0] <= 0:
        return []
    title_page = sum(len(b.text.split()) for b in blocks) <= PAGE_OF_TEXT
    if title_page:
        return [b for b in blocks if b.font_size >= LARGE_TYPE * sizes[0]]
    first = next(i for i, b in enumerate(blocks) if b.font_size >= AS_LARGE * sizes[0])
    run = takewhile(
        lambda b: b.font_size >= LARGE_TYPE * sizes[0] and not b.text.rstrip().endswith("."), blocks[first:]
    )
    leading = {b.id for b in islice(run, LEADING)}
    return [b for b in blocks if b.font_size >= AS_LARGE * sizes[0] or b.id in leading]
