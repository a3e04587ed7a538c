"""Memos and letters that bring a report to a meeting: who is written to, by whom, for which meeting, and what is asked.

Their dates are those of the writing, their "From" is who wrote, and they ask in a sentence and not under a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from report_extract.extract.cover.dates import find_dates
from report_extract.extract.cover.entry import Entry, Reading
from report_extract.extract.cover.people import EMAIL, parse_person
from report_extract.extract.cover.pieces import Piece
from report_extract.extract.cover.terms import Terms
from report_extract.language.sentences import sentences

# A letter greets, and a memo names itself, on the first page.
OPENING_PIECES = 16
# A meeting's date stands in the same sentence, this near behind the words that speak of the meeting.
NEAR = 60
_ADDRESSEE_WORDS = 16
_PLAIN_DATE = re.compile(r"(?:date|dated)\W*", re.I)
_FROM = re.compile(r"from\W*", re.I)
_ENCLOSED = re.compile(r"(?:enc(?:l(?:osures?)?)?s?|att)\.?[:\s]\s*", re.I)
_TO_WHOM = re.compile(r"\s*(?:to|f\.?a\.?o\.?|for the attention of)\s*:?\s+(?:the\s+)?", re.I)
_OFFICE = re.compile(
    r"(?:chair\w*|members?|councillors|clerk|secretary)(?:,? (?:and|of) (?:the )?\w+)*,\s+(?:the\s+)?", re.I
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a letter or memo begins to speak: the number of the piece that greets or of its own name."""

    at: int
    greets: bool


def opening_of(pieces: Sequence[Piece], terms: Terms) -> Opening | None:
    """Its greeting, else its own name ("Memorandum"); None where a paper is no letter and no memo."""
    memo: Opening | None = None
    for i, piece in enumerate(pieces[:OPENING_PIECES]):
        if terms.is_a("salutation", piece.text):
            return Opening(i, greets=True)
        if memo is None and any(terms.is_a("memo", line.text) for line in piece.line_pieces()):
            memo = Opening(i, greets=False)
    return memo


def read_as_letter(reading: Reading, pieces: Sequence[Piece], terms: Terms) -> None:
    """Puts into the entries what a letter or memo says in its own way; other papers stay as they are."""
    opening = opening_of(pieces, terms)
    if opening is None:
        return
    _relabel(reading, terms)
    body = list(_body(pieces[opening.at + 1 :], reading))
    if not any(e.values for e in reading.of("committee")):
        _add(reading, "committee", _addressee(pieces[: opening.at], terms) if opening.greets else None)
    if not any(e.values for e in reading.of("date")):
        _add(reading, "date", next(_meeting_dates(body, terms), None))
    if not any(e.values for e in reading.of("appendices")):
        _add(reading, "appendices", next(_enclosed(body), None))
    if not reading.of("recommendations"):
        for request in _requests(body, terms):
            _add(reading, "recommendations", request)
    reading.entries.append(Entry(None, "other", section=True, values=body))
    if not reading.of("purpose"):
        _add(reading, "purpose", next(_purposes(body, terms), None))


def is_covering_letter(reading: Reading, pieces: Sequence[Piece], terms: Terms) -> bool:
    """Does a letter or memo bring an annual report to a meeting?"""
    if opening_of(pieces, terms) is None:
        return False
    bodies = [v for e in reading.of("committee") for v in e.values if terms.is_a("body", v.text)]
    sends = any(e.values for e in reading.of("appendices")) or any(terms.is_a("sending", p.text) for p in pieces)
    return bool(bodies) and sends and any(terms.is_a("annual_title", p.text) for p in pieces)


def own_address(pieces: Sequence[Piece], terms: Terms) -> str | None:
    """The one e-mail address of a letter, where the writer calls it theirs ("questions to me at …")."""
    if opening_of(pieces, terms) is None:
        return None
    found = {m[0] for p in pieces for m in EMAIL.finditer(p.text)}
    own = {
        m[0] for p in pieces for m in EMAIL.finditer(p.text) if re.search(r"\bme\b[^.@]{0,30}$", p.text[: m.start()])
    }
    return own.pop() if len(found) == 1 and own else None


def _relabel(reading: Reading, terms: Terms) -> None:
    """The date of a letter is no meeting's; who it is from wrote it."""
    for entry in reading.entries:
        if entry.field == "date" and _PLAIN_DATE.fullmatch(entry.name + " "):
            entry.field = "other"
        if entry.field == "report_of" and _FROM.fullmatch(entry.name + " ") and not reading.of("author"):
            named = any(parse_person(v.text, terms) for v in entry.values)
            entry.field = "author" if named else entry.field


def _add(reading: Reading, field: str, piece: Piece | None) -> None:
    if piece is not None:
        reading.entries.append(Entry(None, field, head=True, section=True, values=[replace(piece, row=None)]))


def _body(pieces: Sequence[Piece], reading: Reading) -> Iterator[Piece]:
    """What is written below the opening, without labels and the values beside them."""
    taken = {v.start for e in reading.entries if e.label is not None for v in e.values}
    return (p for p in pieces if p.row is None and p.start not in taken and p.checked is None)


def _addressee(above: Sequence[Piece], terms: Terms) -> Piece | None:
    """The meeting in the address above the greeting."""
    lines = [line for piece in above if piece.row is None for line in piece.line_pieces()]
    for line in lines:
        whom = _TO_WHOM.match(line.text)
        start = whom.end() if whom else 0
        office = _OFFICE.match(line.text, start)
        start = office.end() if office else start
        name = line.cut(line.start + start, line.end)
        if name is None or name.words > _ADDRESSEE_WORDS or terms.is_a("annual_title", name.text):
            continue
        if terms.is_a("meeting_body", name.text):
            return name
    return None


def _meeting_dates(body: Sequence[Piece], terms: Terms) -> Iterator[Piece]:
    """Days on which the text says that the meeting is or that it will see the report."""
    for piece in body:
        for cue in terms.find("meeting_cue", piece.text):
            dates = [d for d in find_dates(piece.text[cue.end : cue.end + NEAR]) if d.day is not None]
            if dates and "." not in piece.text[cue.end : cue.end + dates[0].start]:
                cut = piece.cut(piece.start + cue.end + dates[0].start, piece.start + cue.end + dates[0].end)
                if cut is not None:
                    yield cut


def _requests(body: Sequence[Piece], terms: Terms) -> Iterator[Piece]:
    """Sentences that ask the meeting to do something."""
    for piece in body:
        for sentence in sentences(piece.text, offset=piece.start):
            if terms.is_a("request_cue", sentence.text) and terms.is_a("action", sentence.text):
                cut = piece.cut(sentence.start, sentence.end)
                if cut is not None:
                    yield cut


def _enclosed(body: Sequence[Piece]) -> Iterator[Piece]:
    """What stands behind "Encl." at the end of a letter."""
    for piece in body:
        mark = _ENCLOSED.match(piece.text)
        rest = piece.cut(piece.start + mark.end(), piece.end) if mark else None
        if rest is not None:
            yield rest


def _purposes(body: Sequence[Piece], terms: Terms) -> Iterator[Piece]:
    """ "It is for information only": what the paper is sent for."""
    for piece in body:
        for cue in terms.find("sent_for", piece.text):
            purpose = terms.first("purpose", piece.text[cue.start : cue.end + NEAR])
            if purpose is not None:
                start = piece.start + cue.start + purpose.start
                cut = piece.cut(start, start + len(purpose.text))
                if cut is not None:
                    yield cut
