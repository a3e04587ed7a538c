"""What sort of paper a document is: a cover says so by its labels, an annual report by its title, and others too."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from report_extract.extract.cover.committees import unlabelled_meetings
from report_extract.extract.cover.correspondence import OPENING_PIECES, is_covering_letter
from report_extract.extract.cover.dates import find_dates
from report_extract.extract.cover.find import CoverText, read_cover
from report_extract.extract.cover.terms import Terms
from report_extract.model.document import Block, BlockKind, Document
from report_extract.model.extraction import DocumentKind
from report_extract.rules.load import RuleBook

# A cover has three labels or more that only covers carry; version tables of reports have one or two.
COVER_LABELS = 3
# Committee covers are short. A longer document is one only if its first pages say so, and name the meeting and what it
# is asked: further back, tables of actions and papers carry the same labels.
SHORT = 6
FIRST_PAGES = 4
# Covers with their annexes: a longer document is a cover bound together with its report; its first pages are it.
COVER_PAGES = 30
TITLE_WORDS = 24
REPORT_WORDS = 150
NAMING_BLOCKS = 6  # blocks at the top among which minutes and agendas name themselves
ATTENDANCE_LINES = 2  # "Present: …" and "Apologies: …" stand in minutes


def as_cover(document: Document, book: RuleBook) -> CoverText | None:
    """The document read as a cover, or None where it carries too few of a cover's labels or is something else."""
    pages = len(document.pages)
    first = first_pages(document) if pages > SHORT else document
    cover = read_cover(first, book=book)
    if _of_a_meeting(document, cover.terms):
        return None
    if pages <= SHORT and is_covering_letter(cover.reading, cover.pieces, cover.terms):
        return cover
    signs = _signs(cover)
    asked = {"committee", "recommendations"} & signs
    if len(signs) < COVER_LABELS or not asked or (pages > SHORT and len(asked) < 2):
        return None
    return read_cover(document, book=book) if SHORT < pages <= COVER_PAGES else cover


def _signs(cover: CoverText) -> set[str]:
    """Fields with labels that only covers carry; the meeting's line in the head counts too.

    So do its day and the title, where the paper has a part for what the meeting is asked: web pages of agendas have
    no other label.
    """
    signs = {e.field for e in cover.reading.entries if e.rule is not None and e.rule.strong}
    meeting = next(unlabelled_meetings(cover.reading.loose, cover.terms), None)
    if meeting is not None:
        signs.add("committee")
    if meeting is not None and "recommendations" in signs:
        dated = meeting.stated is not None or any(d.day for p in cover.reading.loose for d in find_dates(p.text))
        signs |= {"date"} if dated else set()
        # Below the meeting: a report begins with its title, and may tell further back who came to the board.
        titled = (p for p in cover.reading.loose if cover.terms.is_a("annual_title", p.text))
        signs |= {"subject"} if any(p.start > meeting.name.start for p in titled) else set()
    return signs


def _of_a_meeting(document: Document, words: Terms) -> bool:
    """Minutes, agendas and decision notices: they have the labels of covers, and are none."""
    top = islice(_early(document), NAMING_BLOCKS)
    if any(words.is_a("proceedings", block.text) for block in top):
        return True
    present = [b for b in _early(document) if words.is_a("attendance_line", b.text)]
    return len(present) >= ATTENDANCE_LINES


def _early(document: Document, *, running: bool = False) -> Iterator[Block]:
    """Blocks with words of the first pages, in their order; `running`: with what repeats on every page."""
    for page in document.pages[:FIRST_PAGES]:
        yield from (b for b in page.blocks if b.text.strip() and (running or b.kind is not BlockKind.furniture))


def first_pages(document: Document) -> Document:
    """The same text and offsets with only the first pages' blocks."""
    ends = max((b.end for p in document.pages[:FIRST_PAGES] for b in p.blocks), default=0)
    return document.changed(
        pages=document.pages[:FIRST_PAGES],
        tables=tuple(t for t in document.tables if t.page <= FIRST_PAGES and t.start < ends),
        fields=tuple(f for f in document.fields if f.page <= FIRST_PAGES),
    )


def kind_without_cover(document: Document, *, title: str | None, words: Terms) -> DocumentKind:
    """An annual report says so in its title, else in a heading near its beginning where the title names no other paper.

    Plans, reviews, strategies and letters speak of the annual report too.
    """
    if len(document.text.split()) < REPORT_WORDS:
        return DocumentKind.other
    early = list(_early(document, running=True))
    greeting = next((i for i, b in enumerate(early[:OPENING_PIECES]) if words.is_a("salutation", b.text)), None)
    letter = greeting is not None and len(document.pages) <= SHORT
    if letter:
        early = early[:greeting]  # what a letter is about stands below; a foreword's "Dear reader" comes after a title
    titles = [text for text in (title, document.title) if text and not letter]
    if any(words.is_a("annual_title", text) for text in titles):
        return DocumentKind.annual_report
    if _of_a_meeting(document, words) or any(words.is_a("other_paper", text) for text in titles):
        return DocumentKind.other
    named = any(words.is_a("annual_title", b.text) for b in early if _names(b))
    return DocumentKind.annual_report if named else DocumentKind.other


def _names(block: Block) -> bool:
    """A heading, or a line that is no sentence."""
    text = block.text.strip()
    return len(text.split()) <= TITLE_WORDS and (block.kind is BlockKind.heading or not text.endswith((".", ";", ",")))
