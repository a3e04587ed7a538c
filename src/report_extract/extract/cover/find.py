"""A document → everything that it says as a cover report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from report_extract.extract.cover import lists, parts
from report_extract.extract.cover.beside import rows_again
from report_extract.extract.cover.committees import find_committees
from report_extract.extract.cover.consistency import year_notices
from report_extract.extract.cover.correspondence import own_address, read_as_letter
from report_extract.extract.cover.council import council_of, template_for
from report_extract.extract.cover.dates import find_dates
from report_extract.extract.cover.entries import read_entries
from report_extract.extract.cover.entry import Entry, Reading
from report_extract.extract.cover.labels import Labels
from report_extract.extract.cover.people import find_authors, signatures
from report_extract.extract.cover.pieces import Piece, evidence, pieces_of
from report_extract.extract.cover.recommendations import find_recommendations
from report_extract.extract.cover.terms import Terms, terms
from report_extract.extract.cover.titles import subject_of
from report_extract.extract.cover.values import boxes, is_guidance, joined, kept, ticked
from report_extract.model.document import Document
from report_extract.model.evidence import Notice
from report_extract.model.extraction import Cover, Evidences, LinkInfo, Person, Priority, Recommendation, Remark
from report_extract.rules.load import RuleBook

T = TypeVar("T")

_SCALARS = ("classification", "report_of", "lead_member", "group_director", "key_decision", "strategic_plan_priority")


_YES_NO = re.compile(r"(?:yes|no|n/?a|not applicable)\W*", re.I)  # the answer to a question, not what a paper is for
_LEADING = re.compile(r"\b(?:lead|responsible|accountable|senior|sponsoring)\b", re.I)
_DIRECTOR = re.compile(r"\b(?:director|chief (?:officer|executive))\b", re.I)
_PERSONS = frozenset(("author", "contacts", "report_of", "group_director", "lead_member"))


@dataclass(frozen=True, slots=True)
class CoverFindings:
    """The cover's fields, and the lists that the extraction keeps outside the cover."""

    cover: Cover
    recommendations: tuple[Recommendation, ...]
    achievements: tuple[Remark, ...]
    challenges: tuple[Remark, ...]
    priorities: tuple[Priority, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class CoverText:
    """A document read as a cover: its pieces, its entries and the template that it follows."""

    document: Document
    pieces: tuple[Piece, ...]
    reading: Reading
    template: str | None
    council: str | None
    council_pieces: tuple[Piece, ...]
    terms: Terms


def read_cover(document: Document, *, book: RuleBook) -> CoverText:
    """Labels and values of a document under the template that its signs choose."""
    pieces = tuple(rows_again(pieces_of(document)))
    template = template_for(document.text, book)
    words = terms(book)
    reading = read_entries(pieces, Labels(book, template), words)
    _director_apart(reading)
    read_as_letter(reading, pieces, words)
    _without_signature(reading, signatures(pieces, document, words))
    council, where = council_of(reading, pieces, template, words)
    return CoverText(document, pieces, reading, template.id if template else None, council, tuple(where), words)


def _director_apart(reading: Reading) -> None:
    """Of two labels for officers, "Lead officer: …, Director" beside "Report author: …" names who answers for it."""
    authors = [e for e in reading.of("author") if e.values]
    leading = [e for e in authors if _LEADING.search(e.name) and _DIRECTOR.search(e.text)]
    if len(authors) > len(leading) == 1 and not any(e.values for e in reading.of("group_director")):
        leading[0].field = "group_director"


def _without_signature(reading: Reading, signed: Sequence[Person]) -> None:
    """Takes the names at the end of a paper out of the part that happens to stand last."""
    for person in signed:
        first, last = person.evidence[0].start, person.evidence[-1].end
        for entry in reading.entries:
            if entry.field not in _PERSONS:
                outside = (v if v.end <= first or v.start >= last else v.cut(v.start, first) for v in entry.values)
                entry.values = [v for v in outside if v is not None]


def find_cover(text: CoverText, *, year_end: date | None) -> CoverFindings:
    """Every field of the cover. `year_end` is the last day of the year that the report covers, None if not known."""
    document, reading, words = text.document, text.reading, text.terms
    committees, notices = find_committees(reading, document, words, year_end=year_end)
    fields = _Fields(text)
    for name in _SCALARS:
        fields.scalar(name)
    fields.notice_date()
    fields.exempt()
    cover = Cover(
        council=fields.keep("council", text.council, text.council_pieces),
        subject=fields.subject(),
        committees=committees,
        authors=_with_address(find_authors(reading, text.pieces, document, words), own_address(text.pieces, words)),
        wards=fields.wards(),
        purpose_ticked=_boxes(reading, checked=True),
        purpose_unticked=_boxes(reading, checked=False),
        summary=fields.paragraphs("summary", parts.summary(reading, words)),
        highlights=fields.texts("highlights", lists.highlights(reading, words)),
        implications=fields.implications(),
        other_meetings=fields.other_meetings(),
        contacts=fields.texts("contacts", lists.contacts(reading, words)),
        appendices=fields.texts("appendices", lists.papers(reading, "appendices", words)),
        linked_reports=fields.texts("linked_reports", lists.papers(reading, "linked_reports", words)),
        background_papers=fields.texts("background_papers", lists.papers(reading, "background_papers", words)),
        links=_links(document),
        fields=parts.entry_fields(reading.entries, words),
        template=text.template,
        evidence=fields.evidence,
        **fields.values,
    )
    return CoverFindings(
        cover=cover,
        recommendations=find_recommendations(reading, document, words),
        achievements=parts.remarks(reading, "achievements", document, words),
        challenges=parts.remarks(reading, "challenges", document, words),
        priorities=parts.priorities(reading, document, words),
        notices=(*notices, *year_notices(subject_of(reading, text.pieces, words), reading, document, words)),
    )


class _Fields:
    """Gathers values together with their evidence by field name."""

    def __init__(self, text: CoverText) -> None:
        self.text, self.evidence = text, dict[str, Evidences]()
        self.values: dict[str, str | None] = {}

    def keep(self, name: str, value: T, pieces: Sequence[Piece]) -> T:
        """Notes where a value stands and gives it back."""
        if value and pieces:
            self.evidence[name] = evidence(self.text.document, pieces, rule=f"cover_labels/{name}")
        return value

    def _entries(self, name: str) -> list[Entry]:
        return self.text.reading.of(name)

    def scalar(self, name: str) -> None:
        """The first entry of a field that states something: its ticked boxes or its words."""
        for entry in self._entries(name):
            pieces = kept(entry, self.text.terms)
            value = ticked(entry) or joined(pieces)
            if value:
                self.values[name] = self.keep(name, value, boxes(entry) if ticked(entry) else pieces)
                return

    def notice_date(self) -> None:
        """The date of a forward plan notice as ISO where one is printed, else the words (a reference)."""
        self.scalar("forward_plan_notice")
        value = self.values.get("forward_plan_notice")
        dates = find_dates(value) if value else ()
        if len(dates) == 1 and dates[0].iso and dates[0].day:
            self.values["forward_plan_notice"] = dates[0].iso

    def exempt(self) -> None:
        """The label's value; without a label the sentence that says what is kept from the public."""
        self.scalar("exempt_information")
        if self.values.get("exempt_information"):
            return
        for piece in self.text.pieces:
            if self.text.terms.is_a("exempt_cue", piece.text) and not is_guidance(piece.text, self.text.terms):
                sentence = _sentence_with(piece, self.text.terms)
                self.values["exempt_information"] = self.keep("exempt_information", joined([sentence]), [sentence])
                return

    def subject(self) -> str | None:
        pieces = subject_of(self.text.reading, self.text.pieces, self.text.terms)
        return self.keep("subject", joined(pieces), pieces)

    def wards(self) -> tuple[str, ...]:
        names, pieces = lists.wards(self.text.reading, self.text.terms)
        return self.keep("wards", names, pieces)

    def other_meetings(self) -> tuple[str, ...]:
        names, pieces = lists.other_meetings(self.text.reading, self.text.terms)
        return self.keep("other_meetings", tuple(names), pieces)

    def implications(self) -> dict[str, str]:
        found = parts.implications(self.text.reading, self.text.terms)
        for theme, pieces in found.items():
            self.keep(f"implications.{theme}", theme, pieces)
        return {theme: parts.theme_text(pieces) for theme, pieces in found.items()}

    def paragraphs(self, name: str, pieces: Sequence[Piece]) -> str | None:
        return self.keep(name, joined(pieces, by="\n"), pieces)

    def texts(self, name: str, pieces: Sequence[Piece]) -> tuple[str, ...]:
        return self.keep(name, tuple(" ".join(p.text.split()) for p in pieces), pieces)


def _with_address(authors: tuple[Person, ...], address: str | None) -> tuple[Person, ...]:
    """The one who wrote a letter has the address that it calls the writer's."""
    if address is None or len(authors) != 1 or authors[0].email:
        return authors
    return (authors[0].model_copy(update={"email": address}),)


def _sentence_with(piece: Piece, words: Terms) -> Piece:
    cue = words.first("exempt_cue", piece.text)
    if cue is None:
        return piece
    start = max((m.end() for m in re.finditer(r"\.\s+(?=[A-Z])", piece.text[: cue.start])), default=0)
    after = re.search(r"\.(?=\s+[A-Z]|$)", piece.text[cue.end :])
    end = cue.end + after.end() if after else len(piece.text)
    return piece.cut(piece.start + start, piece.start + end) or piece


def _boxes(reading: Reading, *, checked: bool) -> tuple[str, ...]:
    """Boxes that say what a paper is for: those under a purpose label, and those under no known label."""
    entries = [e for e in reading.entries if e.field in ("purpose", "", "other", "highlights")]
    found = [p for e in entries for p in boxes(e) if p.checked is checked]
    return tuple(" ".join(p.text.split()) for p in found if not _YES_NO.fullmatch(p.text.strip()))


def _links(document: Document) -> tuple[LinkInfo, ...]:
    return tuple(
        LinkInfo(
            text=link.text,
            url=link.url if link.url not in ("", "#") else None,
            evidence=document.evidence(link.start, link.end) if link.end > link.start else (),
        )
        for link in document.links
    )
