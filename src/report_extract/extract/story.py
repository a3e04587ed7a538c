"""A report as its finders see it: sentences in their place, with the section, the call-out and the list around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from report_extract.extract.labels import REMARKS, labelled, own_line_label
from report_extract.language.headings import meanings_around, meanings_of, tag_meanings
from report_extract.language.scope import Scope
from report_extract.language.sentences import Passage, passages, sentences
from report_extract.model.document import Block, BlockKind, Document, Section
from report_extract.rules.load import RuleBook

_COUNTED = re.compile(r"\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\)?\s|[IVX]{1,4}[.)]\s")
_ANNOUNCES = re.compile(
    r"(?i)\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|following|these)(?: \w+)? "
    r"(?:things|points|recommendations|requests|actions|steps|changes)\W*$"
)  # a list behind it is its list, though no colon says so
_CAPTION = re.compile(r"(?i)^(?:table|figure|chart|graph|diagram)\s+\d+")


class Piece(NamedTuple):
    """A sentence, or a list item that is none; `text == document.text[start:end]`.

    `meanings` are those of all sections around it and of its call-out; `own` those of the innermost heading alone,
    or of the label that stands above it without being a heading. `paragraph` numbers the passage that it stands in;
    `lead` is the sentence that introduces its list; `first` marks the sentence behind a label inside its paragraph.
    """

    start: int
    end: int
    text: str
    paragraph: int
    section: Section | None
    meanings: frozenset[str]
    own: frozenset[str]
    tag: str | None
    item: bool
    lead: str | None
    first: bool = False


class Paragraph(NamedTuple):
    """A passage of the document with its number, call-out and section."""

    number: int
    start: int
    end: int
    text: str
    tag: str | None
    item: bool
    marker: str | None
    section: Section | None


class Heading(NamedTuple):
    """A heading; `tag` is the label of its call-out, also where the label is printed just above it."""

    section: Section
    words: str
    tag: str | None
    end: int


class Story:
    """A document with its scope; `pieces`, `paragraphs` and `headings` are in reading order."""

    def __init__(self, document: Document, *, book: RuleBook, scope: Scope | None = None) -> None:
        self.document, self.book = document, book
        self.scope = scope or Scope(document, book=book)
        self.paragraphs = tuple(self._paragraphs())
        self.pieces = tuple(self._pieces())
        self.headings = tuple(self._headings())
        self._starts = [p.start for p in self.pieces]

    def meanings_at(self, offset: int, *, tag: str | None = None, prose: bool = False) -> frozenset[str]:
        """The meanings of all sections around an offset; a heading inside a call-out of another tag ends with it.

        What the caption of a table says does not reach the `prose` behind that table.
        """
        path = [s for s in self.document.section_path(offset) if not (tag and s.tag and s.tag != tag)]
        path = [s for s in path if not (prose and _CAPTION.match(s.title))]
        return meanings_around([s.title for s in path], self.book)

    def pieces_between(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that begin in a span."""
        return self.pieces[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def speaker(self, offset: int) -> str | None:
        """The agency whose section it is, else the partnership."""
        return self.scope.agency_at(offset) or self.scope.partnership

    def _paragraphs(self) -> Iterator[Paragraph]:
        number = 0
        for passage in passages(self.document):
            first = passage.blocks[0]
            if first.kind is BlockKind.caption and first.tag and first.tag == first.text:
                continue
            yield _paragraph(number, passage, self.document)
            number += 1

    def _pieces(self) -> Iterator[Piece]:
        lead: str | None = None
        label: frozenset[str] | None = None
        section: Section | None = None
        listed = False  # the label's list has begun, or the one paragraph below it has been read
        for paragraph in self.paragraphs:
            if paragraph.section is not section:
                section, label = paragraph.section, None
            item = paragraph.item or _COUNTED.match(paragraph.text) is not None
            above = None if item else own_line_label(paragraph.text, book=self.book)
            if above is not None:
                label, listed = above or None, False
            elif label and listed and not item:
                label = None
            first = last = ""
            for piece in self._of_paragraph(paragraph, label if above is None else None, lead):
                first, last = first or piece.text, piece.text
                yield piece
            if above is None:
                listed = item or not last.endswith(":")
            # A numbered paragraph of several sentences is no item of a list, and may announce one
            if not paragraph.item or (first != last and last.endswith(":")):
                lead = last if last.endswith((":", ";")) or _ANNOUNCES.search(last) else None

    def _of_paragraph(self, paragraph: Paragraph, above: frozenset[str] | None, lead: str | None) -> Iterator[Piece]:
        around = self.meanings_at(paragraph.start, tag=paragraph.tag, prose=True) | tag_meanings(
            paragraph.tag, self.book
        )
        headed = (meanings_of(paragraph.section.title, self.book) if paragraph.section else frozenset()) & around
        for sentence, inline, first in labelled(sentences(paragraph.text, offset=paragraph.start), book=self.book):
            label = inline or above
            yield Piece(
                *sentence,
                paragraph.number,
                paragraph.section,
                (around - REMARKS) | label if label else around,
                label or headed,
                paragraph.tag,
                paragraph.item,
                lead if paragraph.item else None,
                first,
            )

    def _headings(self) -> Iterator[Heading]:
        by_start = {s.start: s for s in self.document.outline}
        before: Block | None = None
        for block in self.document.blocks:
            section = by_start.get(block.start) if block.kind is BlockKind.heading else None
            if section:
                label = (
                    before.tag if before and before.kind is BlockKind.caption and before.tag == before.text else None
                )
                yield Heading(section, self.scope.heading_words(block.text), block.tag or label, block.end)
            before = block


def _paragraph(number: int, passage: Passage, document: Document) -> Paragraph:
    first = passage.blocks[0]
    return Paragraph(
        number,
        passage.start,
        passage.end,
        document.text[passage.start : passage.end],
        first.tag,
        first.kind is BlockKind.list_item,
        first.marker,
        document.section_at(passage.start),
    )
