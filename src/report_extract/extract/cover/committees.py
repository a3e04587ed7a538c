"""The meetings that a cover goes to: names, purposes and dates, beside or beneath each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from report_extract.extract.cover.dates import Stated, find_dates
from report_extract.extract.cover.entry import Entry, Reading
from report_extract.extract.cover.pieces import Piece, evidence
from report_extract.extract.cover.terms import Terms
from report_extract.extract.cover.values import kept
from report_extract.model.document import Document
from report_extract.model.evidence import Notice, Severity
from report_extract.model.extraction import Committee

_EDGES = " \t-–—,;:()|."
_TIME = re.compile(
    r"(?:,?\s*(?:at|from|,)?\s*\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|noon|hrs)\b\.?(?:\s*(?:-|–|to)\s*\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm)\b\.?)?)",
    re.I,
)
_ITEM = re.compile(r"\(item \d+[a-z]?\.?\)", re.I)
_MEMBERS = re.compile(
    r"(?:the )?(?:chair\w*|members)(?:,? and (?:the )?members)?(?: of (?:the )?|,\s+(?:the )?)(?=[A-Z])", re.I
)
# "Children's Committee and Audit Committee" are two: what stands before "and" is a whole name already.
_TWO_NAMES = re.compile(
    r"\b(?i:committee|cabinet|panel|board|forum|commission)(?P<joint>\s+and\s+(?:the\s+)?)(?=[A-Z])"
)
_MEETING_OF = re.compile(r"(?:(?:a |the )?meeting of )(?:the )?(?=[A-Z])", re.I)
_HOLDER = re.compile(r"(?:[A-Z][\w’'-]*[ ,]+(?:and |of |upon |on )?){1,6}Council\s*[:–-]\s+(?=[A-Z])")
_PERSON = re.compile(r"[,;(–-]\s*(?:councillor|cllr|mr|mrs|ms|dr)\b.*$", re.I)
_MEETING_LABEL = re.compile(r"\b(?:meeting|committee|board|cabinet|decision)\b", re.I)
LONGEST_NAME = 14  # words
LONGEST_LOOSE = 10  # words of a name without a label
# A meeting is held after the year that the report covers; an officer's cover comes within two years of it.
INFERENCE_YEARS = 2


@dataclass(frozen=True, slots=True)
class _Meeting:
    name: Piece
    purpose: str | None = None
    stated: tuple[Piece, Stated | None] | None = None


def find_committees(
    reading: Reading, document: Document, terms: Terms, *, year_end: date | None
) -> tuple[tuple[Committee, ...], tuple[Notice, ...]]:
    """Committees in printed order; a notice for each year that a weekday had to tell."""
    meetings = [m for e in reading.of("committee") for m in _meetings(kept(e, terms), terms)]
    meetings = _distinct([m for m in meetings if m.name.words <= LONGEST_NAME])
    if not meetings:
        meetings = list(unlabelled_meetings(reading.loose, terms))
    dated = _with_dates(meetings, _stated_dates(reading, terms, len(meetings)), reading)
    purposes = _common_purposes(reading, terms)
    committees: list[Committee] = []
    notices: list[Notice] = []
    for meeting in dated:
        when, notice = _when(meeting, document, year_end)
        notices.extend(notice)
        pieces = [meeting.name] + ([meeting.stated[0]] if meeting.stated else [])
        beside = _purpose_in_row(meeting, reading, terms)
        own = (meeting.purpose,) if meeting.purpose else beside or tuple(purposes)
        committees.append(
            Committee(
                name=_cased(meeting.name.text),
                purpose=own,
                date=when,
                date_stated=" ".join(meeting.stated[0].text.split()) if meeting.stated else None,
                evidence=evidence(document, pieces, rule="cover_labels/committee"),
            )
        )
    return tuple(committees), tuple(notices)


def _distinct(meetings: list[_Meeting]) -> list[_Meeting]:
    """A meeting named twice is one; the mention with a date or a purpose of its own counts."""
    out: dict[str, _Meeting] = {}
    for meeting in meetings:
        key = " ".join(meeting.name.text.lower().split())
        known = out.get(key)
        if known is None or (known.stated is None and known.purpose is None):
            out[key] = meeting
    return list(out.values())


def _cased(name: str) -> str:
    """Names printed in capitals in ordinary case; small words stay small."""
    text = " ".join(name.split())
    if not text.isupper() or len(text) <= 5:
        return text
    small = {"and", "of", "the", "for", "on", "in", "with"}
    words = [w.lower() if w.lower() in small and i else w.capitalize() for i, w in enumerate(text.split())]
    return " ".join(words)


def _meetings(pieces: Sequence[Piece], terms: Terms) -> Iterator[_Meeting]:
    """The meetings in a value: one a line, or several in a run with a purpose after each."""
    if pieces and pieces[0].row is not None and len({p.row for p in pieces}) > 1:
        for piece in pieces:
            yield from _in_run(piece, terms)
        return
    for piece in pieces:
        for line in (piece,) if ";" in piece.text else _whole_names(piece, terms):
            yield from _in_run(line, terms)


def _whole_names(piece: Piece, terms: Terms) -> Iterator[Piece]:
    """Lines of a value, a name that wraps put together again."""
    start: int | None = None
    lines = piece.line_pieces()
    for i, line in enumerate(lines):
        start = line.start if start is None else start
        run = piece.cut(start, line.end)
        rest_has_body = any(terms.is_a("body", later.text) for later in lines[i + 1 :])
        if run is not None and (not rest_has_body or _complete(run.text, terms)):
            if i + 1 < len(lines) and not rest_has_body:
                run = piece.cut(start, piece.end)
            if run is not None:
                yield run
            start = None
            if not rest_has_body:
                return


def _complete(text: str, terms: Terms) -> bool:
    """A name is complete where it ends in a word for a meeting, a purpose or a date."""
    if terms.is_a("purpose", text) or find_dates(text):
        return True
    return any(m.end == len(text.rstrip(_EDGES)) for m in terms.find("body", text))


def _in_run(piece: Piece, terms: Terms) -> Iterator[_Meeting]:
    """ "A – For Information B – For Decision", "A; B", "A, B" where every part names a body, or one name."""
    marks = sorted({(m.start, m.end) for m in terms.find("purpose", piece.text)})
    if marks:
        at = 0
        for start, end in marks:
            name = _name(piece, at, start)
            if name is not None:
                yield replace(name, purpose=piece.text[start:end].strip())
            at = end
        return
    joints = [m.span() for m in re.finditer(r";\s*|,\s+(?:and\s+)?", piece.text)]
    joints = sorted([*joints, *(m.span("joint") for m in _TWO_NAMES.finditer(piece.text))])
    segments = list(zip([0, *(b for _, b in joints)], [*(a for a, _ in joints), len(piece.text)], strict=True))
    if not all(terms.is_a("body", piece.text[a:b]) for a, b in segments):
        segments = [(0, len(piece.text))]
    for a, b in segments:
        name = _name(piece, a, b)
        if name is not None:
            yield name


def _name(piece: Piece, start: int, end: int) -> _Meeting | None:
    """The words of a name without the date, time and item number that stand beside it."""
    text = piece.text[start:end]
    dates = find_dates(text)
    cuts = sorted([(d.start, d.end) for d in dates] + [m.span() for rx in (_TIME, _ITEM) for m in rx.finditer(text)])
    longest = (0, 0)
    at = 0
    for a, b in [*cuts, (len(text), len(text))]:
        if a - at > longest[1] - longest[0]:
            longest = (at, a)
        at = max(at, b)
    left, right = longest
    person = _PERSON.search(text, left, right)
    right = person.start() if person and person.start() > left else right
    raw = text[left:right]
    left += len(raw) - len(raw.lstrip(_EDGES))
    for before in (_HOLDER, _MEETING_OF):
        found = before.match(text, left)
        left = found.end() if found else left
    addressed = _MEMBERS.match(text, left)
    left = addressed.end() if addressed else left
    right = left + len(text[left:right].strip().rstrip(_EDGES.replace(")", "")))
    name = piece.cut(piece.start + start + left, piece.start + start + right)
    if name is None or not name.text[:1].isalpha():
        return None
    stated = None
    if dates:
        words = piece.cut(piece.start + start + dates[0].start, piece.start + start + dates[-1].end)
        stated = (words, dates[0]) if words is not None else None
    return _Meeting(name, None, stated)


def _stated_dates(reading: Reading, terms: Terms, meetings: int) -> list[tuple[Piece, Stated | None]]:
    """Dates under date labels in printed order; "to be confirmed" keeps its place."""
    entries = [e for e in reading.of("date") if e.values]
    named = [e for e in entries if _MEETING_LABEL.search(e.name)]
    if named and len(entries) > max(1, meetings):
        entries = named
    return [d for e in entries for d in _dates_of(e, terms, alone=meetings <= 1)]


def _dates_of(entry: Entry, terms: Terms, *, alone: bool) -> Iterator[tuple[Piece, Stated | None]]:
    for piece in kept(entry, terms):
        marks = [(d.start, d.end, d) for d in find_dates(piece.text)]
        marks += [(m.start, m.end, None) for m in terms.find("date_unknown", piece.text) if not marks or not alone]  # type: ignore[misc]
        if alone and len(marks) == 1:
            yield piece, marks[0][2]
            continue
        for start, end, stated in sorted(marks, key=lambda m: m[0]):
            cut = piece.cut(piece.start + start, piece.start + end)
            if cut is not None:
                yield cut, stated


def _with_dates(
    meetings: list[_Meeting], dates: list[tuple[Piece, Stated | None]], reading: Reading
) -> Iterator[_Meeting]:
    """One date for each meeting; of several meetings none takes a date that is not its own."""
    without = [m for m in meetings if m.stated is None]
    by_row = {p.row: (p, d) for p, d in dates if p.row is not None}
    paired = len({m.name.row for m in without}) == len(without) > 1 and all(m.name.row in by_row for m in without)
    if not dates and len(without) == 1:
        dates = list(_date_beside(reading.loose, without[0].name.text)) or list(_loose_date(reading.loose))
    queue = iter(dates if len(dates) == len(without) or len(without) == 1 else [])
    for meeting in meetings:
        if meeting.stated is not None:
            yield meeting
        elif paired:
            yield replace(meeting, stated=by_row.get(meeting.name.row or (0, -1)))
        else:
            yield replace(meeting, stated=next(queue, None))


def _date_beside(loose: Sequence[Piece], name: str) -> Iterator[tuple[Piece, Stated | None]]:
    """A line of the head that names the meeting together with one date."""
    for piece in loose:
        dates = [d for d in find_dates(piece.text) if d.day is not None]
        if name.lower() in piece.text.lower() and len(dates) == 1:
            cut = piece.cut(piece.start + dates[0].start, piece.start + dates[0].end)
            if cut is not None:
                yield cut, dates[0]
                return


def _loose_date(loose: Sequence[Piece]) -> Iterator[tuple[Piece, Stated | None]]:
    """A line of the head that holds a date and little else."""
    for piece in loose:
        dates = [d for d in find_dates(piece.text) if d.day is not None]
        if len(dates) == 1 and piece.words <= 8 and len(piece.text) - (dates[0].end - dates[0].start) <= 25:
            yield piece, dates[0]
            return


def unlabelled_meetings(loose: Sequence[Piece], terms: Terms) -> Iterator[_Meeting]:
    """In a head without labels: the first short line that names a body and is no title, perhaps with its date."""
    organisations = []
    for piece in loose:
        meeting = _name(piece, 0, len(piece.text))
        if meeting is None or meeting.name.words > LONGEST_LOOSE or not terms.is_a("body", meeting.name.text):
            continue
        text = meeting.name.text
        if terms.is_a("title_word", text) or re.search(r"\bCouncil$", text, re.I) or text.rstrip().endswith("."):
            continue
        purpose = terms.first("purpose", piece.text)
        meeting = replace(meeting, purpose=purpose.text if purpose else None)
        if any(m.start == 0 and m.end == len(text) for m in terms.find("council_name", text)):
            organisations.append(meeting)  # "NHS Saltmarsh Integrated Care Board" holds the meeting and may be it
            continue
        yield meeting
        return
    yield from organisations[:1]


def _purpose_in_row(meeting: _Meeting, reading: Reading, terms: Terms) -> tuple[str, ...]:
    """The purpose in the same row of a table whose columns are meeting, date and purpose."""
    cells = [
        p for e in reading.of("purpose") for p in kept(e, terms) if p.row is not None and p.row == meeting.name.row
    ]
    return tuple(" ".join(p.text.split()) for p in cells)


def _common_purposes(reading: Reading, terms: Terms) -> list[str]:
    """Purposes that stand without a meeting: ticked boxes, or a value of their own."""
    out: list[str] = []
    for entry in reading.of("purpose"):
        if len({p.row for p in entry.values}) > 1:
            continue
        ticks = [" ".join(p.text.split()) for p in entry.values if p.checked]
        words = [" ".join(p.text.split()) for p in kept(entry, terms)]
        out.extend(t for t in (*ticks, *words) if t not in out and len(t.split()) <= 10)
    return out


def _when(meeting: _Meeting, document: Document, year_end: date | None) -> tuple[str | None, list[Notice]]:
    """The ISO date; a year that is not printed only where the weekday leaves no choice."""
    if meeting.stated is None:
        return None, []
    piece, stated = meeting.stated
    if stated is None:
        return None, []
    where = document.evidence(piece.start, piece.end)
    if stated.iso is not None:
        if stated.weekday_agrees:
            return stated.iso, []
        message = f"The weekday printed with {piece.text!r} is not the weekday of that date."
        return stated.iso, [Notice(code="weekday_mismatch", severity=Severity.warning, message=message, evidence=where)]
    year = stated.inferred_year(year_end, _later(year_end)) if year_end else None
    if year is None:
        return None, []
    message = (
        f"The meeting's date is printed without a year ({piece.text!r}); {year} is the only year within "
        f"{INFERENCE_YEARS} years of the report in which the weekday fits."
    )
    notice = Notice(code="inferred_year", severity=Severity.warning, message=message, evidence=where)
    return replace(stated, year=year).iso, [notice]


def _later(day: date) -> date:
    return date(day.year + INFERENCE_YEARS, day.month, day.day)
